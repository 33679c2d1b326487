import { Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../../kernel/markdown.ts"
import { Closed, Day, Id, Key, Text } from "../../kernel/schemas.ts"
import { AttachmentUse, MAX_ATTACHMENTS } from "../posts/schema.ts"

const Body = Text(MAX_MARKDOWN_LENGTH)
const Review = Type.Union([Day, Type.Null()], { default: null })
const Attachments = Type.Array(AttachmentUse, { maxItems: MAX_ATTACHMENTS, default: [] })

/** What makes an answer official. The department is the question's responsible one, never the sender's word. */
export const NewOfficial = Closed("NewOfficial", {
  legalStatusDate: Day,
  reviewDate: Review,
  /** An older official answer of the same question that this one replaces. */
  replacesId: Type.Optional(Type.Union([Id, Type.Null()])),
})
export const NewAnswer = Closed("NewAnswer", {
  body: Body,
  official: Type.Optional(NewOfficial),
  attachments: Attachments,
  key: Type.Optional(Key),
})
export const EditedAnswer = Closed("EditedAnswer", {
  version: Type.Integer({ minimum: 1 }),
  body: Body,
  attachments: Attachments,
  /** Asked for again whenever the text of an official answer changes. */
  legalStatusDate: Type.Optional(Type.Union([Day, Type.Null()])),
  reviewDate: Type.Optional(Type.Union([Day, Type.Null()])),
})
export const NewReport = Closed("NewReport", { reason: Text(1000, 5) })
export const Confirmation = Closed("Confirmation", { legalStatusDate: Day, reviewDate: Review })
export const Acceptance = Closed("Acceptance", { accepted: Type.Boolean() })
