import { type ImpulseView, LONGEST_ANSWER, SavedImpulse } from "../../../../server/qualification/own.ts"
import { choice, type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Button, Buttons, Card, Field, Form, SubmitButton, useReader } from "../../../layout/index.ts"
import { formOf, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

export const ANSWER = "antwort"

type Question = ImpulseView["questions"][number]

/** Without a form there is the one free answer. */
const questionsOf = (t: Texts, { questions }: ImpulseView): Question[] =>
  questions.length > 0 ? questions : [{ label: t.qualification.impulses.answer, kind: "text", options: [] }]

/** One answer for each question; without a form the one free answer. */
export const answersIn = ({ questions }: ImpulseView, fields: Fields): string[] =>
  Array.from({ length: Math.max(questions.length, 1) }, (_, place) => textOf(fields, `answer${place}`))

export const answerLabels = (t: Texts, impulse: ImpulseView) =>
  Object.fromEntries(questionsOf(t, impulse).map(({ label }, place) => [`answer${place}`, label]))

export const answersOf = ({ own }: ImpulseView): Fields => ({
  ...Object.fromEntries((own?.answers ?? []).map((answer, place) => [`answer${place}`, answer])),
  version: String(own?.version ?? 0),
})

export function ImpulseForm({ impulse, tried }: { impulse: ImpulseView; tried: Tried | null }) {
  const { t } = useReader()
  const words = t.qualification.impulses
  const labels = answerLabels(t, impulse)
  const form = formOf(tried, {
    at: ANSWER,
    action: "answer",
    input: SavedImpulse,
    labels,
    fields: answersOf(impulse),
  })
  const version = versionOf(form)
  return (
    <Card title={words.form} id={ANSWER}>
      <p class="kern-hint">{words.privacy}</p>
      {!impulse.voluntary && <p class="kern-hint">{words.requiredText}</p>}
      <Newer form={form} text={words.conflict} level={3} />
      <Form
        action={`/lernimpulse/${impulse.id}`}
        hidden={{ action: "answer", version }}
        keep={`lernimpulse/${impulse.id}-${version}`}
      >
        {questionsOf(t, impulse).map((question, place) => (
          <Answer key={place} form={form} question={question} name={`answer${place}`} />
        ))}
        <Acts impulse={impulse} />
      </Form>
    </Card>
  )
}

/** All of them save what is written, so that nothing is lost whatever the person decides. */
function Acts({ impulse }: { impulse: ImpulseView }) {
  const { t } = useReader()
  const words = t.qualification.impulses
  const isDone = impulse.own?.state === "done"
  return (
    <Buttons>
      <SubmitButton name="state" value="done" icon="check">
        {isDone ? words.saveDone : words.done}
      </SubmitButton>
      <Button name="state" value="draft">
        {isDone ? words.reopen : words.draft}
      </Button>
      <Button name="state" value="later" kind="tertiary">
        {words.later}
      </Button>
      {impulse.voluntary && (
        <Button name="state" value="passed" kind="tertiary">
          {words.pass}
        </Button>
      )}
    </Buttons>
  )
}

type AnswerProps = { form: FormState; question: Question; name: string }

function Answer({ form, question: { kind, options }, name }: AnswerProps) {
  if (kind === "line") return <Field {...field(form, name)} maxlength={LONGEST_ANSWER.line} />
  if (kind === "text")
    return <Field {...field(form, name)} type="textarea" rows={6} maxlength={LONGEST_ANSWER.text} />
  const offered = options.map((option) => ({ value: option, label: option }))
  return <Field {...choice(form, name)} type="select" options={offered} />
}
