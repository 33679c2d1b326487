import { type AssessmentView, MOST_SITUATIONS } from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Buttons,
  Card,
  errorFor,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  NewerVersion,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { Released } from "./released.tsx"
import { type Tried, triedIn } from "./show-round.tsx"

const PARTS = ["deed", "novelty", "proof"] as const
const PLACES = Array.from({ length: MOST_SITUATIONS }, (_, index) => index + 1)

export const SITUATION_FIELDS = PLACES.flatMap((place) => PARTS.map((part) => `${part}${place}`))

export const situationsIn = (fields: Fields) =>
  PLACES.map((place) => ({
    deed: textOf(fields, `deed${place}`),
    novelty: textOf(fields, `novelty${place}`),
    proof: textOf(fields, `proof${place}`),
  }))

type Situations = NonNullable<AssessmentView["preparation"]>["situations"]

const situationFields = (situations: Situations): Fields =>
  Object.fromEntries(
    PLACES.flatMap((place) => PARTS.map((part) => [`${part}${place}`, situations[place - 1]?.[part] ?? ""])),
  )

function situationLabels({ qualification: { preparation: words } }: Texts): Record<string, string> {
  return Object.fromEntries(
    PLACES.flatMap((place) =>
      PARTS.map((part) => [`${part}${place}`, `${words.situation(place)}: ${words[part]}`]),
    ),
  )
}

/** Before the round: the learner writes and releases, the others see what was released. */
export function Preparing({ round, tried }: { round: AssessmentView; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  if (round.seat !== "learner")
    return (
      <>
        <Card title={words.of(round.learner.name)} id="vorbereitung">
          {round.released ? (
            <Released released={round.released} competences={round.competences} />
          ) : (
            <p>{words.waiting(round.learner.name)}</p>
          )}
        </Card>
        {round.seat === "facilitator" && <Beginning round={round} />}
      </>
    )
  return (
    <>
      {round.preparation?.dropped && (
        <Alert kind="warning">
          <p>{words.dropped}</p>
        </Alert>
      )}
      {round.released && <OwnRelease round={round} />}
      <Draft round={round} {...(tried && { tried })} />
    </>
  )
}

function Beginning({ round }: { round: AssessmentView }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  if (!round.can.begin) return <p class="kern-hint">{words.beginMissing}</p>
  return (
    <div>
      <ActionButton action={`/kompetenzbilanz/${round.id}/beginnen`} kind="primary" small={false}>
        {words.begin}
      </ActionButton>
      <p class="kern-hint">{words.beginText}</p>
    </div>
  )
}

function OwnRelease({ round }: { round: AssessmentView }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const names = [round.peer?.name, round.facilitator.name].filter(Boolean).join(", ")
  const written = (round.preparation?.situations ?? []).filter((one) => Object.values(one).join("").trim())
  const isChanged = JSON.stringify(written) !== JSON.stringify(round.released?.situations ?? [])
  return (
    <Card title={words.releasedTitle} id="freigegeben" icon="check-circle">
      <p>{words.releasedFor(names)}</p>
      {isChanged && <p>{words.changedSince}</p>}
      {round.released && <Released released={round.released} competences={round.competences} />}
      <p class="kern-hint">{words.withdrawable}</p>
      <ActionButton action={`/kompetenzbilanz/${round.id}/zuruecknehmen`} kind="secondary">
        {words.withdraw}
      </ActionButton>
    </Card>
  )
}

function Draft({ round, tried }: { round: AssessmentView; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const own = triedIn(tried, "preparation")
  const draft = round.preparation
  if (!draft) return null
  const isStale = own?.status === 409 && textOf(own.fields, "version") !== String(draft.version)
  const fields = own?.fields ?? situationFields(draft.situations)
  return (
    <Card title={words.title} id="vorbereitung">
      <p>{words.lead}</p>
      {isStale && (
        <NewerVersion
          text={words.conflict}
          fields={compared(situationLabels(t), situationFields(draft.situations), fields)}
          level={3}
        />
      )}
      <Form
        action={`/kompetenzbilanz/${round.id}/vorbereitung`}
        hidden={{ version: draft.version }}
        keep={`kompetenzbilanz/${round.id}/vorbereitung`}
      >
        {PLACES.map((place) => (
          <FieldGroup legend={words.situation(place)} key={place}>
            {PARTS.map((part) => (
              <Field
                key={part}
                type="textarea"
                rows={3}
                name={`${part}${place}`}
                label={words[part]}
                value={textOf(fields, `${part}${place}`)}
                maxlength={1500}
                optional
                {...errorFor(own?.errors ?? [], `${part}${place}`)}
              />
            ))}
          </FieldGroup>
        ))}
        <p class="kern-hint">{words.saveFirst}</p>
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={`/kompetenzbilanz/${round.id}/freigeben`}>{words.toRelease}</LinkButton>
        </Buttons>
      </Form>
    </Card>
  )
}
