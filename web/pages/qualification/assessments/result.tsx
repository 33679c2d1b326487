import {
  type AssessmentView,
  type CompetenceView,
  NewResult,
} from "../../../../server/qualification/proof.ts"
import { wordsOf } from "../../../compared.ts"
import type { Ask } from "../../../form-pages.ts"
import { choice, type FormState, field, freshForm, Newer, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Badge,
  Buttons,
  Card,
  Disclosure,
  errorFor,
  Facts,
  Field,
  Form,
  SubmitButton,
  useReader,
  WHOLE_FORM,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { LevelBar, LevelMeanings, useLevelName } from "../competences/levels.tsx"
import { levelOptions } from "../competences/rating.tsx"
import { Beside } from "./beside.tsx"
import { FORMS, triedIn } from "./forms.ts"
import type { Props, Seen } from "./seen.ts"

type OneProps = Props & { competence: CompetenceView; place: number }

export const resultLabels = ({ qualification: { round } }: Texts) => {
  return {
    level: round.agreedLevel,
    startLevel: round.startLevel,
    reason: round.reason,
    evidence: round.proof,
  }
}

/** Which competence of the screen a form was sent for, counted from 1. */
export const placeIn = ({ competences }: AssessmentView, fields: Fields) =>
  Math.max(
    0,
    competences.findIndex(({ key }) => key === textOf(fields, "competence")),
  ) + 1

/** What is stored for the competence that a form was sent for. */
export const resultStart = (round: AssessmentView, { request }: Pick<Ask, "request">) =>
  storedOf(round, textOf(request.body as Fields, "competence"))

function storedOf({ results }: AssessmentView, key: string): Fields {
  const result = results.find(({ competence }) => competence === key)
  const { level, startLevel, reason, evidence, version = 0 } = result ?? {}
  return {
    competence: key,
    level: level?.toString(),
    startLevel: startLevel?.toString(),
    reason,
    evidence,
    version: String(version),
  }
}

/** The form stands on the screen once for every competence: its faults lead to the one that was sent. */
export function placed(round: AssessmentView, form: FormState): FormState {
  if (form.name !== FORMS.result) return form
  const place = placeIn(round, form.fields)
  const errors = form.errors.map((error) =>
    error.field === WHOLE_FORM ? error : { ...error, field: `${error.field}-${place}` },
  )
  return { ...form, errors }
}

/** One competence: what both rated, what stands for it, what they agreed on. */
export function Result({ round, competence, place, tried }: OneProps) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "result")
  const sent = own && textOf(own.fields, "competence") === competence.key ? own : null
  const result = round.results.find((one) => one.competence === competence.key)
  const form = <ResultForm round={round} competence={competence} place={place} tried={sent} />
  return (
    <Card title={competence.name} id={`kompetenz-${place}`} level={3}>
      <LevelMeanings competence={competence} />
      <Both round={round} competence={competence} />
      <Beside round={round} competence={competence} />
      <Agreed round={round} competence={competence} />
      {round.can.agree &&
        (result && !sent ? (
          <Disclosure summary={t.qualification.evidence.edit} quiet>
            {round.phase === "confirmed" && <p>{words.changeAnywayText}</p>}
            {form}
          </Disclosure>
        ) : (
          form
        ))}
    </Card>
  )
}

/** Where the two ratings differ. */
function Both({ round, competence }: { round: Seen; competence: CompetenceView }) {
  const { t } = useReader()
  const words = t.qualification.round
  const levelName = useLevelName()
  if (!round.ratings) return null
  const find = (seat: "learner" | "facilitator") =>
    round.ratings?.[seat].find((one) => one.competence === competence.key)
  const [learner, facilitator] = [find("learner"), find("facilitator")]
  const steps = Math.abs((learner?.level ?? 0) - (facilitator?.level ?? 0))
  return (
    <div class="ff-development">
      <ul>
        {[["learner", learner] as const, ["facilitator", facilitator] as const].map(([seat, rating]) => (
          <li key={seat}>
            <LevelBar level={rating?.level ?? null} />
            <span>
              {round[seat].name}: {levelName(competence, rating?.level)}
              {rating?.sentence && ` (${rating.sentence})`}
            </span>
          </li>
        ))}
      </ul>
      <div>
        {steps === 0 ? (
          <Badge kind="success">{words.same}</Badge>
        ) : (
          <Badge kind="warning" icon="comment">
            {words.differs(steps)}: {words.talk}
          </Badge>
        )}
      </div>
    </div>
  )
}

function Agreed({ round, competence }: { round: Seen; competence: CompetenceView }) {
  const { t } = useReader()
  const words = t.qualification.round
  const levelName = useLevelName()
  const result = round.results.find((one) => one.competence === competence.key)
  if (!result) return round.can.agree ? null : <p class="kern-hint">{words.notAgreed}</p>
  return (
    <div class="ff-agreed">
      <p>
        <strong>{words.agreedWith(levelName(competence, result.level))}</strong>
        {result.startLevel !== null && ` (${words.begunWith(levelName(competence, result.startLevel))})`}
      </p>
      {isUnbacked(result) && <p class="kern-hint">{words.unbacked}</p>}
      <Facts
        facts={[
          { label: words.reason, value: <span class="ff-plain">{result.reason}</span>, text: result.reason },
          {
            label: words.proof,
            value: <span class="ff-plain">{result.evidence}</span>,
            text: result.evidence,
          },
        ].filter(({ text }) => text)}
      />
    </div>
  )
}

function ResultForm({ round, competence, place, tried }: OneProps) {
  const { t } = useReader()
  const words = t.qualification.round
  const form = tried ?? freshForm(NewResult, resultLabels(t), proposedFor(round, competence))
  const levelWords = wordsOf(levelOptions(t, competence))
  const at = (name: string) => {
    return { id: `feld-${name}-${place}`, ...errorFor(form.errors, `${name}-${place}`) }
  }
  return (
    <Form
      action={`/kompetenzbilanz/${round.id}/ergebnis#kompetenz-${place}`}
      hidden={{ competence: competence.key, version: versionOf(form) }}
      keep={`kompetenzbilanz/${round.id}/ergebnis/${competence.key}`}
      outbox={{ owner: round.ownerId, replaces: true, label: competence.name }}
    >
      <Newer
        form={form}
        text={words.resultConflict}
        words={{ level: levelWords, startLevel: levelWords }}
        level={3}
      />
      <Field
        {...choice(form, "level")}
        {...at("level")}
        type="select"
        options={levelOptions(t, competence)}
      />
      <Field
        {...choice(form, "startLevel")}
        {...at("startLevel")}
        type="select"
        hint={words.startLevelHint}
        placeholder={words.noStartLevel}
        options={levelOptions(t, competence)}
      />
      <p class="kern-hint">{words.backed}</p>
      <div class="ff-form-row">
        <Field {...field(form, "reason")} {...at("reason")} type="textarea" rows={3} />
        <Field {...field(form, "evidence")} {...at("evidence")} type="textarea" rows={3} />
      </div>
      <Buttons>
        <SubmitButton context={competence.name}>{words.save}</SubmitButton>
      </Buttons>
    </Form>
  )
}

/** What is stored, otherwise what the ratings and the evidence suggest. */
function proposedFor(round: Seen, competence: CompetenceView): Fields {
  const stored = storedOf(round, competence.key)
  if (round.results.some((one) => one.competence === competence.key)) return stored
  return {
    ...stored,
    level: commonLevel(round, competence)?.toString(),
    startLevel: shownStart(round, competence)?.toString(),
    evidence: proposedEvidence(round, competence),
  }
}

/** Confirmed it can be only with a reason or evidence. */
const isUnbacked = ({ level, reason, evidence }: Seen["results"][number]) =>
  level > 0 && `${reason}${evidence}` === ""

/** Where both rated alike there is nothing to talk over. */
function commonLevel({ ratings }: AssessmentView, { key }: CompetenceView): number | null {
  const [one, other] = [ratings?.learner, ratings?.facilitator].map(
    (own) => own?.find(({ competence }) => competence === key)?.level ?? null,
  )
  return one === other ? (one ?? null) : null
}

/** Where the learner shows that they began. */
const shownStart = ({ released }: Seen, { key }: CompetenceView) =>
  released?.formerRatings.find(({ competence }) => competence === key)?.level

const proposedEvidence = (round: Seen, { key }: CompetenceView) =>
  (round.released?.evidence ?? [])
    .filter(({ competences }) => competences.includes(key))
    .map(({ title }) => title)
    .join("\n")
