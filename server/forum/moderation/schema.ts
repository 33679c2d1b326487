import { Type } from "typebox"
import { Closed, Line, Text } from "../../kernel/schemas.ts"

export const Hide = Closed({ reason: Text(500, 3) })
/** Words or passages to black out, as they stand in the text. */
export const Redaction = Closed({ words: Type.Array(Line(200, 2), { minItems: 1, maxItems: 20 }) })
export const Redacted = Closed({ places: Type.Integer() })
