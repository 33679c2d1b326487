import { today } from "../../../../server/kernel/time.ts"
import { type AssessmentView, NewThought } from "../../../../server/qualification/proof.ts"
import { choice, freshForm } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Badge,
  Buttons,
  Card,
  Disclosure,
  Field,
  Form,
  formatDay,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { triedIn } from "./forms.ts"
import type { Props } from "./seen.ts"

/** Both confirm what they see, or one thinks it over. */
export function Confirming({ round, tried }: Props) {
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
          hidden={{ action: "confirm", version: String(round.version) }}
          kind="primary"
          small={false}
        >
          {words.confirm}
        </ActionButton>
      )}
      {isOpen && !round.can.confirm && <p class="kern-hint">{words.incomplete}</p>}
      {isOpen && !round.thinking?.isMe && <Thought round={round} tried={tried} />}
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
        <ActionButton
          action={`/kompetenzbilanz/${round.id}/bestaetigen#bestaetigen`}
          hidden={{ action: "think", until: "" }}
        >
          {words.thinkEnd}
        </ActionButton>
      )}
    </Alert>
  )
}

export const thoughtLabels = ({ qualification }: Texts) => ({ until: qualification.round.thinkUntil })

function Thought({ round, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "thought")
  const isSent = own !== null && textOf(own.fields, "action") === "think"
  const form = own ?? freshForm(NewThought, thoughtLabels(t), {})
  return (
    <Disclosure summary={words.think} quiet open={isSent}>
      <p>{words.thinkText}</p>
      <Form action={`/kompetenzbilanz/${round.id}/bestaetigen#bestaetigen`} hidden={{ action: "think" }}>
        <Field {...choice(form, "until")} type="date" width="short" optional={false} />
        <Buttons>
          <SubmitButton kind="secondary">{words.thinkSave}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
