import { Refusal } from "../../../server/kernel/errors.ts"
import type { FieldFault } from "../../../server/kernel/http.ts"
import type { Attachment } from "../../attachments.tsx"
import { type Fields, fieldErrors, refusalErrors } from "../../forms.ts"
import type { FieldError } from "../../layout/index.ts"
import { WHOLE_FORM } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** A form that could not be carried out: a thread has many, so this says which, and what was typed. */
export type Retry = {
  form: string
  fields: Fields
  errors: FieldError[]
  status: number
  files?: Attachment[]
}

/** Carries a form out. Null when it worked; otherwise what to show again. Bugs and 404 pass through. */
export async function attempt(
  t: Texts,
  form: string,
  fields: Fields,
  act: () => Promise<FieldFault[]>,
): Promise<Retry | null> {
  try {
    const faults = await act()
    return faults.length === 0 ? null : { form, fields, errors: fieldErrors(t, faults, form), status: 422 }
  } catch (error) {
    const errors = refusalErrors(t, error)
    return { form, fields, errors, status: error instanceof Refusal ? error.status : 500 }
  }
}

/** Ids of fields are told apart by their form. */
export const nameIn = (form: string, field: string) => `${form}-${field}`

export const summaryOf = ({ form, errors }: Retry): FieldError[] =>
  errors.map(({ field, message }) => ({
    field: field === WHOLE_FORM ? field : nameIn(form, field),
    message,
  }))

/** Only the form that failed gets its input back. */
export const retryOf = (retry: Retry | null, form: string) => (retry?.form === form ? retry : null)
