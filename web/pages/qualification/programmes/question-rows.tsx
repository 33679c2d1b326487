import { QUESTION_KINDS } from "../../../../server/qualification/core.ts"
import type { FormState } from "../../../form-state.tsx"
import { Field, FieldGroup, useReader } from "../../../layout/index.ts"
import { inRow, linesOf } from "./step-fields.ts"

const NEW_LINES = 2

/** The questions of an impulse's form, with a few empty ones below. */
export function QuestionRows({ form }: { form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.programmes
  return (
    <section class="ff-part" aria-labelledby="feld-questions">
      <h2 id="feld-questions">{words.questions}</h2>
      <p class="kern-hint">{words.questionsHint}</p>
      {linesOf(form, "questions", NEW_LINES).map((row) => (
        <Question key={row} form={form} row={row} />
      ))}
    </section>
  )
}

function Question({ form, row }: { form: FormState; row: number }) {
  const { t } = useReader()
  const words = t.qualification.programmes
  const { optional: _, ...kind } = inRow(t, form, "questions", row, "kind")
  return (
    <FieldGroup legend={words.questionLine(row + 1)}>
      <Field {...inRow(t, form, "questions", row, "label")} />
      <Field
        {...kind}
        value={kind.value || "text"}
        type="select"
        placeholder={false}
        options={QUESTION_KINDS.map((value) => ({ value, label: words.questionKinds[value] }))}
      />
      <Field
        {...inRow(t, form, "questions", row, "options")}
        type="textarea"
        rows={3}
        hint={words.optionsHint}
      />
    </FieldGroup>
  )
}
