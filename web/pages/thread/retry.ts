import { type TSchema, Type } from "typebox"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { FieldFault } from "../../../server/kernel/http.ts"
import { Closed } from "../../../server/kernel/schemas.ts"
import type { Attachment } from "../../attachments.tsx"
import { type FormState, field, freshForm, type Labels } from "../../form-state.tsx"
import { type Fields, fieldErrors, refusalErrors } from "../../forms.ts"
import { type FieldError, fieldId, WHOLE_FORM } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** A mark that is set and taken back with the same button. */
export const Marked = Closed({ marked: Type.Boolean() })

/** A form that could not be carried out: a thread has many, so this says which, and what was typed. */
export type Retry = Pick<FormState, "name" | "fields" | "errors" | "status"> & { files?: Attachment[] }

/** Carries out a form written by hand. Null when it worked; otherwise what to show again. Bugs and 404 pass through. */
export async function attempt(
  t: Texts,
  name: string,
  fields: Fields,
  act: () => Promise<FieldFault[]>,
): Promise<Retry | null> {
  try {
    const faults = await act()
    return faults.length === 0 ? null : { name, fields, errors: fieldErrors(t, faults, name), status: 422 }
  } catch (error) {
    const errors = refusalErrors(t, error)
    return { name, fields, errors, status: error instanceof Refusal ? error.status : 500 }
  }
}

/** Ids of fields differ by their form. */
export const nameIn = (form: string, field: string) => `${form}-${field}`

export const summaryOf = ({ name, errors }: Retry): FieldError[] =>
  errors.map(({ field, message }) => ({
    field: field === WHOLE_FORM || !name ? field : nameIn(name, field),
    message,
  }))

/** Only the form that failed gets its input back. */
export const retryOf = (retry: Retry | null, name: string) => (retry?.name === name ? retry : null)

/** One of the forms of a thread: empty, unless it is the one that failed. */
export const formIn = (retry: Retry | null, name: string, input: TSchema, labels: Labels) => ({
  ...freshForm(input, labels, {}),
  ...retryOf(retry, name),
  name,
})

/** A field for text in it. */
export const fieldIn = (form: ReturnType<typeof formIn>, name: string) => ({
  ...field(form, name),
  id: fieldId(nameIn(form.name, name)),
})
