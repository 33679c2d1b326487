import { EXPERIENCE_QUESTIONS, type ExperienceView, MEDIA } from "../../../../server/qualification/index.ts"
import {
  Card,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  PageTitle,
  SubmitButton,
  Table,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export type TypedExperience = {
  helps: string
  hinders: string
  wish: string
  media: string[]
  anonymous: boolean
}
type Props = {
  t: Texts
  cohortId: string
  view: ExperienceView
  typed: TypedExperience | null
  errors: FieldError[]
}

const EMPTY: TypedExperience = { helps: "", hinders: "", wish: "", media: [], anonymous: false }

/** The own answers, and below them what the group sees together. */
export function Experiences({ t, cohortId, view, typed, errors }: Props) {
  const words = t.qualification.starts.experiences
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <ErrorSummary errors={errors} />
      {view.can.answer && (
        <Card title={words.ownTitle} id="eigene">
          <OwnForm t={t} cohortId={cohortId} shown={typed ?? view.own ?? EMPTY} errors={errors} />
        </Card>
      )}
      <Together t={t} view={view} />
    </>
  )
}

type FormProps = Pick<Props, "t" | "cohortId" | "errors"> & { shown: TypedExperience }

function OwnForm({ t, cohortId, shown, errors }: FormProps) {
  const words = t.qualification.starts.experiences
  return (
    <Form action={`/lerngruppen/${cohortId}/erfahrungen`} keep={`erfahrungen-${cohortId}`}>
      <Field
        type="checkboxes"
        name="media"
        label={words.media}
        values={shown.media}
        options={MEDIA.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {EXPERIENCE_QUESTIONS.map((name) => {
        const error = errorOf(errors, name)
        return (
          <Field
            key={name}
            type="textarea"
            maxlength={1000}
            rows={3}
            name={name}
            label={words.questions[name]}
            value={shown[name]}
            optional
            {...(error && { error })}
          />
        )
      })}
      <Field
        type="checkbox"
        name="anonymous"
        label={words.anonymous}
        hint={words.anonymousHint}
        checked={shown.anonymous}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  )
}

function Together({ t, view }: Pick<Props, "t" | "view">) {
  const words = t.qualification.starts.experiences
  return (
    <Card title={words.together} id="gemeinsam">
      {EXPERIENCE_QUESTIONS.map((question) => (
        <section class="ff-part" key={question} aria-labelledby={`frage-${question}`}>
          <h3 id={`frage-${question}`}>{words.questions[question]}</h3>
          {view.answers[question].length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <ul class="ff-checklist">
              {view.answers[question].map(({ text, name }, index) => (
                <li key={index} class="ff-lines">
                  {name ? `${text} (${name})` : text}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <section class="ff-part" aria-labelledby="medien">
        <h3 id="medien">{words.media}</h3>
        {view.media ? (
          <Table
            caption={words.media}
            columns={[words.medium, words.people]}
            rows={view.media.map(({ medium, people }) => ({
              key: medium,
              cells: [words.kinds[medium], people],
            }))}
          />
        ) : (
          <p>{words.tooFew}</p>
        )}
      </section>
    </Card>
  )
}
