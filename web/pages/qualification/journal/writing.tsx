import type { FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Buttons, Form, SubmitButton, useReader } from "../../../layout/index.ts"
import { EntryFields, type Subjects } from "./form.tsx"
import { PATH } from "./frame.tsx"

/**
 * The form for a new entry. Nothing of what is typed stays in the browser but what was sent and did not arrive, in its
 * tab alone. A link to it opens the fold that it stands in.
 */
export function Writing({ subjects, form }: { subjects: Subjects; form: FormState }) {
  const { t } = useReader()
  return (
    <div id="schreiben">
      <Form
        action={PATH}
        keep="lerntagebuch-neu"
        isKeptInTab
        idempotencyKey={textOf(form.fields, "idempotencyKey")}
      >
        <EntryFields form={form} subjects={subjects} />
        <Buttons>
          <SubmitButton>{t.qualification.journal.save}</SubmitButton>
        </Buttons>
      </Form>
    </div>
  )
}
