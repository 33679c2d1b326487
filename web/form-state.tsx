import type { TSchema } from "typebox"
import { compared } from "./compared.ts"
import { limitsOf } from "./form-reading.ts"
import { type Fields, listOf, textOf } from "./forms.ts"
import { ErrorSummary, errorFor, type FieldError, NewerVersion } from "./layout/index.ts"

/** What each field is called, by its name. */
export type Labels = Record<string, string>

/** A form as it is shown: what stands in its fields, and what was refused of it. */
export type FormState = {
  /** Which of several forms of a page it is. */
  name: string | undefined
  input: TSchema | null
  labels: Labels
  fields: Fields
  errors: FieldError[]
  /** 200 before anything was sent. */
  status: number
  /** What somebody else stored meanwhile; sent again, the form replaces it. */
  newer: Fields | null
}

/** A form of a page that has several, before anything of it was sent. */
export const freshForm = (input: TSchema | null, labels: Labels, fields: Fields): FormState => {
  return { name: undefined, input, labels, fields, errors: [], status: 200, newer: null }
}

type Described = { name: string; label: string; optional?: boolean; error?: string }

/** Name, label and fault of a field. */
function described({ input, labels, errors }: FormState, name: string): Described {
  const isOptional = input !== null && limitsOf(input, name).isOptional
  return {
    name,
    label: labels[name] ?? name,
    ...(isOptional && { optional: true }),
    ...errorFor(errors, name),
  }
}

/** The same of a field for text, with what stands in it and the longest that is taken. */
export function field(
  form: FormState,
  name: string,
): Described & { value: string; maxlength: number | null } {
  const maxlength = form.input && limitsOf(form.input, name).maxLength
  return { ...described(form, name), value: textOf(form.fields, name), maxlength }
}

/** The same of a day, a moment or a number, or of a list to choose one from. */
export function choice(form: FormState, name: string): Described & { value: string } {
  return { ...described(form, name), value: textOf(form.fields, name) }
}

/** The same of a group of boxes or radio buttons. */
export function choices(form: FormState, name: string): Described & { values: string[] } {
  return { ...described(form, name), values: listOf(form.fields, name) }
}

/** The same of a single box. */
export function tick(form: FormState, name: string): Described & { checked: boolean } {
  const text = textOf(form.fields, name)
  return { ...described(form, name), checked: text !== "" && text !== "false" }
}

/** The version that what is in the form is based on: of a newer one, which the person has been shown, that. */
export const versionOf = ({ fields, newer }: FormState) => textOf(newer ?? fields, "version")

/** What was wrong, above the form. Of a newer version `Newer` tells. */
export const Faults = ({ form }: { form: FormState }) =>
  form.newer ? null : <ErrorSummary errors={form.errors} />

type NewerProps = {
  form: FormState
  title?: string
  text: string
  /** Says a value as the form says it, such as the words of a choice. */
  words?: Record<string, (value: string) => string>
  level?: 2 | 3
}

/** What differs from what was stored meanwhile, above one's own; nothing where nobody was faster. */
export function Newer({ form, words, ...rest }: NewerProps) {
  if (!form.newer) return null
  return <NewerVersion {...rest} fields={compared(form.labels, form.newer, form.fields, words)} />
}
