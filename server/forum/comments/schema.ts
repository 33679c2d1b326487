import { Type } from "typebox"
import { Closed, Key, Text } from "../../kernel/schemas.ts"

export const NewComment = Closed({ body: Text(5000), key: Type.Optional(Key) })
export const EditedComment = Closed({ version: Type.Integer({ minimum: 1 }), body: Text(5000) })
