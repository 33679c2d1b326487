import type { Static, TSchema } from "typebox"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { FieldFault } from "../../../server/kernel/http.ts"
import { checkInput } from "../../../server/kernel/schemas.ts"
import { fieldErrors, refusalErrors } from "../../forms.ts"
import type { FieldError } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

export type Failed = { status: number; errors: FieldError[] }
export type Outcome<Result> = { result: Result; failed: null } | { failed: Failed }

/**
 * Checks what a form was put together to, and carries it out. What the person can do something about comes back
 * as errors with the names of the form's fields; `rename` knows those that are called otherwise there.
 */
export async function attempt<Schema extends TSchema, Result>(
  t: Texts,
  schema: Schema,
  input: unknown,
  act: (value: Static<Schema>) => Promise<Result>,
  rename: (field: string) => string = (field) => field,
): Promise<Outcome<Result>> {
  const { value, faults } = checkInput(schema, input)
  if (value === null) {
    const found = renamed(asMissing(input, faults), rename)
    return { failed: { status: 422, errors: fieldErrors(t, found) } }
  }
  return perform(t, () => act(value), rename)
}

/** The same for an action without any input. */
async function perform<Result>(
  t: Texts,
  act: () => Promise<Result>,
  rename: (field: string) => string = (field) => field,
): Promise<Outcome<Result>> {
  try {
    return { result: await act(), failed: null }
  } catch (error) {
    const errors = refusalErrors(t, error)
    const status = error instanceof Refusal ? error.status : 500
    return { failed: { status, errors: errors.map((one) => ({ ...one, field: rename(one.field) })) } }
  }
}

/** A field that was left empty is missing, whatever else it should have been. */
const asMissing = (input: unknown, faults: FieldFault[]): FieldFault[] =>
  faults.map((fault) => (valueAt(input, fault.field) === "" ? { ...fault, code: "required" } : fault))

const valueAt = (input: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => {
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : []
    return entries.find(([name]) => name === key)?.[1]
  }, input)

/** Of several faults in one field the first is enough. */
function renamed(faults: FieldFault[], rename: (field: string) => string): FieldFault[] {
  const named = faults.map((fault) => ({ ...fault, field: rename(fault.field) }))
  return named.filter(({ field }, index) => named.findIndex((other) => other.field === field) === index)
}
