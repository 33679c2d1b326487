import type { AssessmentView, CompetenceView } from "../../../../server/qualification/index.ts"
import { compared, wordsOf } from "../../../compared.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Badge,
  Buttons,
  Card,
  Disclosure,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  NewerVersion,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { LevelBar, LevelMeanings, useLevelName } from "../competences/levels.tsx"
import { levelOptions } from "../competences/rating.tsx"
import { Beside } from "./beside.tsx"
import { type Seen, type Tried, triedIn } from "./show-round.tsx"

type Props = { round: Seen; competence: CompetenceView; place: number; tried?: Tried }

/** One competence: what both rated, what stands for it, what they agreed on. */
export function Result({ round, competence, place, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const own = triedIn(tried, "result")
  const isTried = own !== undefined && textOf(own.fields, "competence") === competence.key
  const result = round.results.find((one) => one.competence === competence.key)
  const form = <ResultForm {...{ round, competence, place }} {...(isTried && { tried: own })} />
  return (
    <Card title={competence.name} id={`kompetenz-${place}`} level={3}>
      <LevelMeanings competence={competence} />
      <Both round={round} competence={competence} />
      <Beside round={round} competence={competence} />
      <Agreed round={round} competence={competence} />
      {round.can.agree &&
        (result && !isTried ? (
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
      </p>
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

function ResultForm({ round, competence, place, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.round
  const result = round.results.find((one) => one.competence === competence.key)
  const version = result?.version ?? 0
  const isStale = tried?.status === 409 && textOf(tried.fields, "version") !== String(version)
  const errors: FieldError[] = isStale ? [] : (tried?.errors ?? [])
  const stored = {
    level: result?.level.toString(),
    reason: result?.reason,
    evidence: result?.evidence,
  }
  const fields: Fields = tried?.fields ?? {
    level: stored.level ?? commonLevel(round, competence)?.toString(),
    reason: stored.reason,
    evidence: stored.evidence ?? proposedEvidence(round, competence),
  }
  const field = (name: "level" | "reason" | "evidence") => {
    return {
      name,
      id: `feld-${name}-${place}`,
      value: textOf(fields, name),
      ...errorFor(errors, `${name}-${place}`),
    }
  }
  return (
    <Form
      action={`/kompetenzbilanz/${round.id}/ergebnis#kompetenz-${place}`}
      hidden={{ competence: competence.key, place, version }}
      keep={`kompetenzbilanz/${round.id}/ergebnis/${competence.key}`}
      outbox={{ owner: round.ownerId, replaces: true, label: competence.name }}
    >
      {isStale && (
        <NewerVersion
          text={words.resultConflict}
          fields={compared(
            { level: words.agreedLevel, reason: words.reason, evidence: words.proof },
            stored,
            fields,
            { level: wordsOf(levelOptions(t, competence)) },
          )}
          level={3}
        />
      )}
      <Field
        {...field("level")}
        type="select"
        label={words.agreedLevel}
        options={levelOptions(t, competence)}
      />
      <div class="ff-form-row">
        <Field {...field("reason")} type="textarea" rows={3} label={words.reason} maxlength={1500} optional />
        <Field
          {...field("evidence")}
          type="textarea"
          rows={3}
          label={words.proof}
          maxlength={1500}
          optional
        />
      </div>
      <Buttons>
        <SubmitButton context={competence.name}>{words.save}</SubmitButton>
      </Buttons>
    </Form>
  )
}

/** Where both rated alike there is nothing to talk over. */
function commonLevel({ ratings }: AssessmentView, { key }: CompetenceView): number | null {
  const [one, other] = [ratings?.learner, ratings?.facilitator].map(
    (own) => own?.find(({ competence }) => competence === key)?.level ?? null,
  )
  return one === other ? (one ?? null) : null
}

const proposedEvidence = (round: Seen, { key }: CompetenceView) =>
  (round.released?.evidence ?? [])
    .filter(({ competences }) => competences.includes(key))
    .map(({ title }) => title)
    .join("\n")
