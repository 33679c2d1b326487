import { Type } from "typebox"
import { CheckView } from "../../kernel/file-checks.ts"
import { Choice, Closed, Id, Line, Nullable } from "../../kernel/schemas.ts"
import { MARK_KINDS } from "../tables.ts"

export const Tag = Line(40)
/** How many files a post may have. */
export const MAX_ATTACHMENTS = 8
export const AttachmentUse = Closed("AttachmentUse", {
  id: Id,
  alternative: Type.String({ maxLength: 300, default: "" }),
})
export const AttachmentView = Closed("Attachment", {
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  image: Type.Boolean(),
  bytes: Type.Integer(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  alternative: Type.String(),
  check: CheckView,
})
/** Who wrote it, and for which departments they work. */
export const AuthorView = Closed("Author", {
  name: Type.String(),
  departments: Type.Array(Type.String()),
  isMe: Type.Boolean(),
})
export const ByMark = Closed({ id: Id, kind: Choice(MARK_KINDS, "MarkKind") })
