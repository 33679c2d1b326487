import type { FieldFault } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  type AssessmentView,
  EditedPreparation,
  MOST_SITUATIONS,
  NewRelease,
  Situation,
} from "../../../../server/qualification/proof.ts"
import { wordsOf, yesOrNo } from "../../../compared.ts"
import { actionsOf, limitsOf, NoInput } from "../../../form-reading.ts"
import {
  choices,
  type FormState,
  field,
  freshForm,
  type Labels,
  Newer,
  tick,
  versionOf,
} from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Button,
  Buttons,
  Card,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { Released } from "../assessments/released.tsx"
import type { Preparation } from "./find.ts"
import { FORMS } from "./forms.ts"

const PARTS = ["deed", "novelty", "proof"] as const
const PLACES = Array.from({ length: MOST_SITUATIONS }, (_, index) => index + 1)

/** What is written, and what of the rest is shown with it. */
const Shown = Closed({
  ...EditedPreparation.properties,
  evidenceIds: NewRelease.properties.evidenceIds,
  formerRatings: NewRelease.properties.formerRatings,
})
export const written = actionsOf({ save: EditedPreparation, release: Shown, withdraw: NoInput })

export const SITUATION_FIELDS = [
  ...PLACES.flatMap((place) => PARTS.map((part) => `${part}${place}`)),
  "version",
  "action",
  "evidenceIds",
  "formerRatings",
]

export const situationsIn = (fields: Fields) =>
  PLACES.map((place) => ({
    deed: textOf(fields, `deed${place}`),
    novelty: textOf(fields, `novelty${place}`),
    proof: textOf(fields, `proof${place}`),
  }))

/** `situations.0.deed` is the first field of the form. */
export function situationFault(fault: FieldFault): FieldFault {
  const [list, index, part] = fault.field.split(".")
  return list === "situations" && part ? { ...fault, field: `${part}${Number(index) + 1}` } : fault
}

export function situationLabels({ qualification: { preparation: words } }: Texts): Labels {
  const situations = PLACES.flatMap((place) =>
    PARTS.map((part) => [`${part}${place}`, `${words.situation(place)}: ${words[part]}`] as const),
  )
  return {
    ...Object.fromEntries(situations),
    evidenceIds: words.evidence,
    formerRatings: words.formerRatings,
  }
}

export function situationStart(round: AssessmentView | null): Fields {
  const preparation = round?.preparation
  const situations = PLACES.flatMap((place) =>
    PARTS.map((part) => [`${part}${place}`, preparation?.situations[place - 1]?.[part] ?? ""] as const),
  )
  return {
    ...Object.fromEntries(situations),
    evidenceIds: preparation?.evidenceIds ?? [],
    formerRatings: preparation?.formerRatings ? "true" : "",
    version: String(preparation?.version ?? 1),
  }
}

/** What the learner will tell, and what of all this the round is to see. */
export function Situations({ found, tried }: { found: Preparation; tried: FormState | null }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const { round } = found
  return (
    <section class="ff-part" aria-labelledby="situationen">
      <h2 id="situationen">{words.situations}</h2>
      {!round && <p>{words.noRound}</p>}
      {round && !round.can.prepare && <p>{words.over}</p>}
      {round?.preparation?.dropped && (
        <Alert kind="warning">
          <p>{words.dropped}</p>
        </Alert>
      )}
      {round?.can.prepare && <Draft found={found} round={round} tried={tried} />}
      {round?.released && <OwnRelease round={round} />}
      {round && (
        <div>
          <LinkButton href={`/kompetenzbilanz/${round.id}`} small>
            {t.qualification.assessments.open}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

type DraftProps = { found: Preparation; round: AssessmentView; tried: FormState | null }

function Draft({ found, round, tried }: DraftProps) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const form =
    tried?.name === FORMS.situations ? tried : freshForm(Shown, situationLabels(t), situationStart(round))
  const { maxLength } = limitsOf(Situation, "deed")
  const shown = {
    evidenceIds: wordsOf(found.evidence.items.map(({ id, title }) => ({ value: id, label: title }))),
    formerRatings: (value: string) => yesOrNo(t, value === "true"),
  }
  return (
    <>
      <p>{words.situationsText}</p>
      <Newer form={form} text={words.conflict} words={shown} level={3} />
      <Form
        action={`/kompetenzbilanz/${round.id}/vorbereitung`}
        hidden={{ version: versionOf(form) }}
        keep={`kompetenzbilanz/${round.id}/vorbereitung`}
      >
        {PLACES.map((place) => (
          <FieldGroup legend={words.situation(place)} key={place}>
            {PARTS.map((part) => (
              <Field
                {...field(form, `${part}${place}`)}
                key={part}
                type="textarea"
                rows={3}
                label={words[part]}
                maxlength={maxLength}
              />
            ))}
          </FieldGroup>
        ))}
        <Showing found={found} round={round} form={form} />
        <Buttons>
          <SubmitButton name="action" value="save">
            {words.save}
          </SubmitButton>
          <Button name="action" value="release">
            {words.release}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}

/** Who will see what of it: chosen piece by piece, nothing by itself. */
function Showing({ found, round, form }: { found: Preparation; round: AssessmentView; form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const { ratings, evidence } = found
  const { peer, facilitator } = round
  const hasStart = ratings.points.some(({ point, version }) => point === "start" && version > 0)
  return (
    <FieldGroup
      legend={words.releaseTitle}
      hint={
        peer
          ? words.releaseLead(t.qualification.assessments.both(peer.name, facilitator.name))
          : words.releaseLeadOne(facilitator.name)
      }
    >
      {hasStart && <Field {...tick(form, "formerRatings")} type="checkbox" hint={words.formerRatingsHint} />}
      {evidence.items.length > 0 && (
        <Field
          {...choices(form, "evidenceIds")}
          optional
          type="checkboxes"
          options={evidence.items.map(({ id, title, sentence }) => ({
            value: id,
            label: title,
            hint: sentence,
          }))}
        />
      )}
      <p class="kern-hint">{words.withdrawable}</p>
    </FieldGroup>
  )
}

function OwnRelease({ round }: { round: AssessmentView }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const { released, preparation, peer, facilitator } = round
  const names = [peer?.name, facilitator.name].filter(Boolean).join(", ")
  const written = (preparation?.situations ?? []).filter((one) => Object.values(one).join("").trim())
  const isChanged = JSON.stringify(written) !== JSON.stringify(released?.situations ?? [])
  return (
    <Card title={words.releasedTitle} id="freigegeben" icon="check-circle">
      <p>{words.releasedFor(names)}</p>
      {round.can.withdraw && isChanged && <p>{words.changedSince}</p>}
      {released && <Released released={released} competences={round.competences} />}
      {round.can.withdraw && (
        <ActionButton
          action={`/kompetenzbilanz/${round.id}/vorbereitung`}
          hidden={{ action: "withdraw" }}
          kind="secondary"
        >
          {words.withdraw}
        </ActionButton>
      )}
    </Card>
  )
}
