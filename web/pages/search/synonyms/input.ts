import { Refusal } from "../../../../server/kernel/errors.ts"
import type { FieldFault } from "../../../../server/kernel/http.ts"
import { checkInput } from "../../../../server/kernel/schemas.ts"
import { NewSynonym, type Synonym } from "../../../../server/search/index.ts"
import { type Fields, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Failed = { status: number; errors: FieldError[] }

/** One term a line. */
const termsIn = (fields: Fields): string[] =>
  textOf(fields, "terms")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

export const inWords = (t: Texts, { terms }: Pick<Synonym, "terms">) =>
  terms.join(t.searchCare.synonyms.means)

/** Checks the terms that were typed and saves them, or says in words which one is at fault. */
export async function trySaving(
  t: Texts,
  fields: Fields,
  save: (input: NewSynonym) => Promise<unknown>,
): Promise<Failed | null> {
  const terms = termsIn(fields)
  const { value, faults } = checkInput(NewSynonym, { terms })
  if (value === null) return { status: 422, errors: faults.map((fault) => faultInWords(t, fault, terms)) }
  try {
    await save(value)
    return null
  } catch (error) {
    const errors = refusalErrors(t, error).map((one) => ({
      ...one,
      message: reason(t, error) ?? one.message,
    }))
    return { status: error instanceof Refusal ? error.status : 500, errors }
  }
}

function faultInWords(t: Texts, { field, code }: FieldFault, terms: string[]): FieldError {
  const words = t.searchCare.synonyms.faults
  const term = terms[Number(field.split(".")[1])]
  if (term === undefined) return { field: "terms", message: code === "too-many" ? words.many : words.few }
  return { field: "terms", message: code === "too-long" ? words.long(term) : words.odd(term) }
}

function reason(t: Texts, error: unknown): string | null {
  const words = t.searchCare.synonyms.faults
  if (!(error instanceof Refusal) || typeof error.detail?.term !== "string") return null
  const { term, terms } = error.detail
  return Array.isArray(terms)
    ? words.taken(term, inWords(t, { terms: terms.map(String) }))
    : words.twice(term)
}
