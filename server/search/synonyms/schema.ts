import { type Static, Type } from "typebox"
import { Closed, Id } from "../../kernel/schemas.ts"

const MOST_TERMS = 10

/** One line with a letter in it: a number alone must never stand for another. */
const Term = Type.String({ minLength: 2, maxLength: 80, pattern: "^(?=[^\\r\\n]*?\\p{L})\\S[^\\r\\n]*\\S$" })

/** The terms of one group mean the same. */
export const NewSynonym = Closed("NewSynonym", {
  terms: Type.Array(Term, { minItems: 2, maxItems: MOST_TERMS }),
})
export type NewSynonym = Static<typeof NewSynonym>

export const SynonymView = Closed("Synonym", { id: Id, terms: Type.Array(Type.String()) })
