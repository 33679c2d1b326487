import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Line, Named, Text } from "../../kernel/schemas.ts"
import { POST_KINDS } from "../tables.ts"
import { PLACES } from "./texts.ts"

export const Hide = Closed("Reason", { reason: Text(500, 3) })

/** Words or names to black out. They are looked for as people read them: see `RedactionPreview`. */
const words = Type.Array(Line(200, 2), { minItems: 1, maxItems: 20 })
export const RedactionWords = Closed("RedactionWords", { words })
export const Redaction = Closed("Redaction", {
  words,
  /** Which forms of the words go, as the preview names them; without it, those that it calls `meant`. */
  forms: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 1000 }), { maxItems: 500 })),
  /** Other posts of the same thread that are redacted along with it. */
  others: Type.Optional(Type.Array(Id, { maxItems: 500 })),
})

const Places = Type.Array(Closed("WordPlace", { place: Choice(PLACES), count: Type.Integer() }))
/** A form in which one of the words stands in the post: "Kaczmarowskis". */
export const FormView = Closed("Form", {
  form: Type.String(),
  /** What becomes of it: "█████", or "█████-Akte". */
  result: Type.String(),
  /** The word itself or an ending of it, not another word that holds it. */
  meant: Type.Boolean(),
  count: Type.Integer(),
  places: Places,
})
export type FormView = Static<typeof FormView>
export const OtherPost = Closed("OtherPost", {
  id: Id,
  kind: Choice(POST_KINDS, "PostKind"),
  author: Type.String(),
  count: Type.Integer(),
  /** Whether the person may redact it, too. */
  may: Type.Boolean(),
})
export type OtherPost = Static<typeof OtherPost>
const Files = Type.Array(Named)

export const RedactionPreview = Closed("RedactionPreview", {
  forms: Type.Array(FormView),
  others: Type.Array(OtherPost),
  /** What stands in these is not blacked out. */
  files: Files,
})
export type RedactionPreview = Static<typeof RedactionPreview>

export const Redacted = Closed("Redacted", {
  places: Type.Integer(),
  where: Places,
  /** Looked for anew after it was done. */
  left: RedactionPreview,
})
export type Redacted = Static<typeof Redacted>
