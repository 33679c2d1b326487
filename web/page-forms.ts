import { type FormState, freshForm, type Labels } from "./form-state.tsx"
import { type Fields, textOf } from "./forms.ts"
import { type FieldError, fieldId, WHOLE_FORM } from "./layout/index.ts"

/** On a page with many forms: what was refused, and of which of the things on it. */
export type Tried = { form: FormState; at: string }

type Here = { at: string; action?: string; input: FormState["input"]; labels: Labels; fields?: Fields }

/** One of the forms: as it was refused, or with what is stored. */
export function formOf(
  tried: Tried | null,
  { at, action = "", input, labels, fields = {} }: Here,
): FormState {
  return tried?.at === at && textOf(tried.form.fields, "action") === action
    ? { ...tried.form, input, labels }
    : freshForm(input, labels, fields)
}

export const isRefused = ({ status }: FormState) => status !== 200

/** Fields of the same name differ by the thing that they belong to. */
export const idAt = (name: string, at: string) => ({ id: fieldId(`${name}-${at}`) })

/** For the summary above the page. Of a newer version the form itself tells. */
export function errorsOf(tried: Tried | null): FieldError[] {
  if (!tried || tried.form.newer) return []
  return tried.form.errors.map(({ field, message }) => ({
    field: field === WHOLE_FORM ? field : `${field}-${tried.at}`,
    message,
  }))
}
