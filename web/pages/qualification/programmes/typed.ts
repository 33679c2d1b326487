import type { StepView } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import { errorOf, type FieldError } from "../../../layout/index.ts"

export type StepFormProps = {
  fields: Fields
  errors: FieldError[]
  /** The kind whose fields are shown. */
  shown: StepView["kind"]
  version: number
  action: string
  cancel: string
}

/** The typed value of a field, and what is wrong with it. */
export function typed({ fields, errors }: Pick<StepFormProps, "fields" | "errors">, name: string) {
  const error = errorOf(errors, name)
  return { name, value: textOf(fields, name), ...(error !== undefined && { error }) }
}
