import { Type } from "typebox"
import { Closed, Key, Text } from "../../kernel/schemas.ts"

/** Comments, and what the department asks back. */
export const LONGEST_COMMENT = 5_000

export const NewComment = Closed("NewComment", { body: Text(LONGEST_COMMENT), key: Type.Optional(Key) })
export const EditedComment = Closed("EditedComment", {
  version: Type.Integer({ minimum: 1 }),
  body: Text(LONGEST_COMMENT),
})
