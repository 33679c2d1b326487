import { type ImpulseView, LONGEST_ANSWER } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Button,
  Buttons,
  Card,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  NewerVersion,
  SubmitButton,
  useReader,
  WHOLE_FORM,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export type Tried = { fields: Fields; errors: FieldError[]; status: number }
type Question = ImpulseView["questions"][number]

/** One answer for each question; without a form the one free answer. */
export const answersIn = (questions: Question[], fields: Fields): string[] =>
  Array.from({ length: Math.max(questions.length, 1) }, (_, place) => textOf(fields, `answer${place}`))

/** `answers.2` is the third field; everything else concerns the whole form. */
export function answerErrors(t: Texts, field: string, { questions }: ImpulseView): FieldError[] {
  const words = t.qualification.impulses
  if (field === "") return []
  const [list, place] = field.split(".")
  if (list === "answers" && place !== undefined) {
    const label = questions[Number(place)]?.label ?? words.answer
    return [{ field: `answer${place}`, message: words.faulty(label) }]
  }
  const codes: Record<string, string> = t.errors.codes
  return [{ field: WHOLE_FORM, message: codes[field] ?? t.errors.codes["bad-request"] }]
}

export function ImpulseForm({ impulse, tried }: { impulse: ImpulseView; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.impulses
  const { own, id } = impulse
  const errors = tried?.errors ?? []
  const isStale = tried?.status === 409 && errors.length === 0
  const texts = tried ? answersIn(impulse.questions, tried.fields) : (own?.answers ?? [])
  return (
    <Card title={words.form} id="antwort">
      <p class="kern-hint">{words.privacy}</p>
      {!impulse.voluntary && <p class="kern-hint">{words.requiredText}</p>}
      {isStale && (
        <NewerVersion
          text={words.conflict}
          fields={texts.map((mine, place) => ({
            name: `answer${place}`,
            label: impulse.questions[place]?.label ?? words.answer,
            saved: own?.answers[place] ?? "",
            mine,
          }))}
          level={3}
        />
      )}
      <ErrorSummary errors={errors} />
      <Form
        action={`/lernimpulse/${id}`}
        hidden={{ version: own?.version ?? 0 }}
        keep={`lernimpulse/${id}-${own?.version ?? 0}`}
      >
        {impulse.questions.length === 0 ? (
          <Answer
            question={{ label: words.answer, kind: "text", options: [] }}
            place={0}
            value={texts[0] ?? ""}
            errors={errors}
          />
        ) : (
          impulse.questions.map((question, place) => (
            <Answer
              key={place}
              question={question}
              place={place}
              value={texts[place] ?? ""}
              errors={errors}
            />
          ))
        )}
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

type AnswerProps = { question: Question; place: number; value: string; errors: FieldError[] }

function Answer({ question, place, value, errors }: AnswerProps) {
  const name = `answer${place}`
  const error = errorOf(errors, name)
  const field = { name, label: question.label, value, optional: true, ...(error && { error }) }
  if (question.kind === "line") return <Field {...field} maxlength={LONGEST_ANSWER.line} />
  if (question.kind === "text")
    return <Field {...field} type="textarea" rows={6} maxlength={LONGEST_ANSWER.text} />
  const options = question.options.map((option) => ({ value: option, label: option }))
  return <Field {...field} type="select" options={options} />
}
