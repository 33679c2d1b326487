import { type TSchema, Type } from "typebox"
import { Closed, checkInput } from "../../../server/kernel/schemas.ts"
import { type FormState, freshForm } from "../../form-state.tsx"
import { faultErrors } from "../../forms.ts"
import type { Texts } from "../../texts/index.ts"

/** In an address: one that is too long is not lost, and the form says so. */
export const TypedWords = Type.Optional(Type.String({ maxLength: 4000 }))

/** A form that only looks for something, with what was typed and what is wrong with it. */
export function lookingFor(
  t: Texts,
  { name, label, rule }: { name: string; label: string; rule: TSchema },
  typed: string,
): FormState {
  const input = Closed({ [name]: rule })
  const { faults } = checkInput(input, { [name]: typed })
  const errors = faultErrors(t, faults, { [name]: label })
  const form = freshForm(input, { [name]: label }, { [name]: typed })
  return { ...form, errors, status: errors.length > 0 ? 422 : 200 }
}
