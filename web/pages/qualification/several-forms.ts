import { type FormState, freshForm, type Labels } from "../../form-state.tsx"
import { type Fields, textOf } from "../../forms.ts"
import { type FieldError, fieldId, WHOLE_FORM } from "../../layout/index.ts"

/** What was refused on a page with several forms, and of which thing on it. */
export type Tried = { form: FormState; at: string }

type Here = { at: string; action?: string; input: FormState["input"]; labels: Labels; fields?: Fields }

/** One of the page's forms: as it was refused, or with what is stored. */
export function formOf(
  tried: Tried | null,
  { at, action = "", input, labels, fields = {} }: Here,
): FormState {
  return tried?.at === at && textOf(tried.form.fields, "action") === action
    ? { ...tried.form, input, labels }
    : freshForm(input, labels, fields)
}

export const isRefused = ({ status }: FormState) => status !== 200

/** The page has several fields of a name: the id says which one it is. */
export const idAt = (name: string, at: string) => ({ id: fieldId(`${name}-${at}`) })

/** What was wrong, for the top of the page. Of a newer version its form tells. */
export function errorsOf(tried: Tried | null): FieldError[] {
  if (!tried || tried.form.newer) return []
  return tried.form.errors.map(({ field, message }) => ({
    field: field === WHOLE_FORM ? field : `${field}-${tried.at}`,
    message,
  }))
}
