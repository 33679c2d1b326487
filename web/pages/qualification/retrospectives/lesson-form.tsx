import { HEADINGS } from "../../../../server/qualification/outcome.ts"
import { choices, type FormState, field } from "../../../form-state.tsx"
import { Field } from "../../../layout/index.ts"
import { idAt } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { kindLabel } from "./lesson-items.tsx"

export const kindOptions = (t: Texts) => HEADINGS.map((value) => ({ value, label: kindLabel(t, value) }))

export function LessonFields({ t, form, at }: { t: Texts; form: FormState; at: string }) {
  return (
    <>
      <Field {...choices(form, "kind")} {...idAt("kind", at)} type="radios" options={kindOptions(t)} />
      <Field {...field(form, "title")} {...idAt("title", at)} />
      <Field
        {...field(form, "body")}
        {...idAt("body", at)}
        type="textarea"
        rows={8}
        hint={t.qualification.lessons.bodyHint}
      />
    </>
  )
}
