import {
  EXPERIENCE_QUESTIONS,
  type ExperienceView,
  MEDIA,
  OwnExperience,
} from "../../../../server/qualification/work.ts"
import { choices, field, tick } from "../../../form-state.tsx"
import { Card, Field, Form, SubmitButton, Table } from "../../../layout/index.ts"
import { formOf, idAt, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { SheetLinks } from "../sheets/beside.tsx"
import { OWN, startOf } from "./places.ts"

type Props = { t: Texts; cohortId: string; view: ExperienceView; tried: Tried | null }

export function experienceLabels(t: Texts) {
  const { media, questions, anonymous } = t.qualification.starts.experiences
  return { media, anonymous, ...questions }
}

/** The own answers, and below them what the group sees together. */
export function Experiences(props: Props) {
  const { t, view } = props
  const words = t.qualification.starts.experiences
  const isEmpty = !view.own && EXPERIENCE_QUESTIONS.every((question) => view.answers[question].length === 0)
  return (
    <section class="ff-part" aria-labelledby="erfahrungen">
      <h2 id="erfahrungen">{words.title}</h2>
      <p>{words.lead}</p>
      <SheetLinks cohortId={props.cohortId} slug="erfahrungen" isEmpty={isEmpty} />
      {view.can.answer && (
        <Card title={words.ownTitle} id="eigene" level={3}>
          <Own {...props} />
        </Card>
      )}
      <Together {...props} />
    </section>
  )
}

function Own({ t, cohortId, view: { own }, tried }: Props) {
  const words = t.qualification.starts.experiences
  const stored = own && { ...own, anonymous: own.anonymous ? "true" : "" }
  const form = formOf(tried, {
    at: OWN,
    action: OWN,
    input: OwnExperience,
    labels: experienceLabels(t),
    fields: stored ?? {},
  })
  return (
    <Form action={startOf(cohortId)} hidden={{ action: OWN }} keep={`erfahrungen-${cohortId}`}>
      <Field
        {...choices(form, "media")}
        {...idAt("media", OWN)}
        type="checkboxes"
        options={MEDIA.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {EXPERIENCE_QUESTIONS.map((name) => (
        <Field key={name} {...field(form, name)} {...idAt(name, OWN)} type="textarea" rows={3} />
      ))}
      <Field
        {...tick(form, "anonymous")}
        {...idAt("anonymous", OWN)}
        type="checkbox"
        hint={words.anonymousHint}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  )
}

function Together({ t, view }: Props) {
  const words = t.qualification.starts.experiences
  return (
    <Card title={words.together} id="gemeinsam" level={3}>
      {EXPERIENCE_QUESTIONS.map((question) => (
        <section class="ff-part" key={question} aria-labelledby={`frage-${question}`}>
          <h4 id={`frage-${question}`}>{words.questions[question]}</h4>
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
        <h4 id="medien">{words.media}</h4>
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
