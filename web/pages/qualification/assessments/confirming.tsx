import { today } from "../../../../server/kernel/time.ts"
import type { AssessmentView } from "../../../../server/qualification/index.ts"
import { textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Badge,
  Buttons,
  Card,
  Disclosure,
  errorFor,
  Field,
  Form,
  formatDay,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { type Tried, triedIn } from "./show-round.tsx"

/** Both confirm what they see, or one thinks it over. */
export function Confirming({ round, tried }: { round: AssessmentView; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = round.seat === "peer" ? null : round.seat
  const isOpen = own !== null && round.phase === "agreeing" && !round.confirmed[own]
  return (
    <Card title={words.confirmTitle} id="bestaetigen">
      <p>{words.confirmText}</p>
      <p class="ff-states">
        {(["learner", "facilitator"] as const).map((seat) => {
          const { name } = round[seat]
          return round.confirmed[seat] ? (
            <Badge kind="success" icon="check-circle" key={seat}>
              {words.hasConfirmed(name)}
            </Badge>
          ) : (
            <Badge key={seat}>{words.hasNotConfirmed(name)}</Badge>
          )
        })}
      </p>
      <Thinking round={round} />
      {round.can.confirm && (
        <ActionButton
          action={`/kompetenzbilanz/${round.id}/bestaetigen#bestaetigen`}
          hidden={{ version: String(round.version) }}
          kind="primary"
          small={false}
        >
          {words.confirm}
        </ActionButton>
      )}
      {isOpen && !round.can.confirm && <p class="kern-hint">{words.incomplete}</p>}
      {isOpen && !round.thinking?.isMe && <Thought round={round} {...(tried && { tried })} />}
    </Card>
  )
}

function Thinking({ round }: { round: AssessmentView }) {
  const { t, locale } = useReader()
  const words = t.qualification.round
  const { thinking } = round
  if (!thinking) return null
  const day = formatDay(thinking.until, locale)
  return (
    <Alert kind="info">
      <p>
        {thinking.until < today()
          ? words.thinkingOver(thinking.name, day)
          : words.thinking(thinking.name, day)}
      </p>
      {thinking.isMe && (
        <ActionButton action={`/kompetenzbilanz/${round.id}/bedenkzeit#bestaetigen`} hidden={{ until: "" }}>
          {words.thinkEnd}
        </ActionButton>
      )}
    </Alert>
  )
}

function Thought({ round, tried }: { round: AssessmentView; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "thought")
  return (
    <Disclosure summary={words.think} quiet open={own !== undefined}>
      <p>{words.thinkText}</p>
      <Form action={`/kompetenzbilanz/${round.id}/bedenkzeit#bestaetigen`}>
        <Field
          type="date"
          name="until"
          label={words.thinkUntil}
          value={textOf(own?.fields ?? {}, "until")}
          width="short"
          {...errorFor(own?.errors ?? [], "until")}
        />
        <Buttons>
          <SubmitButton kind="secondary">{words.thinkSave}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
