import { MOST_STEP_QUESTIONS, QUESTION_KINDS } from "../../../../server/qualification/index.ts"
import { Field, FieldGroup, useReader } from "../../../layout/index.ts"
import { rowsIn } from "./step-fields.ts"
import { type StepFormProps, typed } from "./typed.ts"

const NEW_LINES = 2

/** The questions of an impulse's form, with a few empty ones below. */
export function QuestionRows(props: StepFormProps) {
  const { t } = useReader()
  const words = t.qualification.programmes
  const rows = Math.min(rowsIn(props.fields, "questions") + NEW_LINES, MOST_STEP_QUESTIONS)
  return (
    <section class="ff-part" aria-labelledby="feld-questions">
      <h2 id="feld-questions">{words.questions}</h2>
      <p class="kern-hint">{words.questionsHint}</p>
      {Array.from({ length: rows }, (_, row) => (
        <Question key={row} {...props} row={row} />
      ))}
    </section>
  )
}

function Question({ row, ...props }: StepFormProps & { row: number }) {
  const { t } = useReader()
  const words = t.qualification.programmes
  const kind = typed(props, `questions.${row}.kind`)
  return (
    <FieldGroup legend={words.questionLine(row + 1)}>
      <Field
        {...typed(props, `questions.${row}.label`)}
        label={words.questionLabel}
        maxlength={200}
        optional
      />
      <Field
        {...kind}
        value={kind.value || "text"}
        type="select"
        label={words.questionKind}
        placeholder={false}
        options={QUESTION_KINDS.map((value) => ({ value, label: words.questionKinds[value] }))}
      />
      <Field
        {...typed(props, `questions.${row}.options`)}
        type="textarea"
        rows={3}
        maxlength={null}
        label={words.options}
        hint={words.optionsHint}
        optional
      />
    </FieldGroup>
  )
}
