import { Type } from "typebox"
import { Closed, Id, Instant, Key, Named, Nullable, Text } from "../../kernel/schemas.ts"
import { FollowLevel } from "../follows/schema.ts"
import { AttachmentUse, AttachmentView, AuthorView, MAX_ATTACHMENTS } from "../posts/schema.ts"
import { CommentView, Tags, Title } from "../questions/schema.ts"

export const SECTIONS = ["situation", "approach", "result", "pitfalls", "contact"] as const
export type Section = (typeof SECTIONS)[number]

/** In characters. */
export const LONGEST_SECTION: Record<Section, number> = {
  situation: 10_000,
  approach: 20_000,
  result: 10_000,
  pitfalls: 10_000,
  contact: 1_000,
}
const optional = (name: Section) => Type.String({ maxLength: LONGEST_SECTION[name], default: "" })
const sections = {
  situation: Text(LONGEST_SECTION.situation),
  approach: Text(LONGEST_SECTION.approach),
  result: optional("result"),
  pitfalls: optional("pitfalls"),
  contact: optional("contact"),
}
const Attachments = Type.Array(AttachmentUse, { maxItems: MAX_ATTACHMENTS, default: [] })

export const NewBestPractice = Closed("NewBestPractice", {
  categoryId: Id,
  title: Title,
  ...sections,
  tags: Tags,
  attachments: Attachments,
  key: Type.Optional(Key),
})
export const EditedBestPractice = Closed("EditedBestPractice", {
  version: Type.Integer({ minimum: 1 }),
  title: Title,
  ...sections,
  tags: Tags,
  attachments: Attachments,
})

export const BestPracticeRow = Closed("BestPracticeRow", {
  id: Id,
  title: Type.String(),
  category: Named,
  tags: Type.Array(Type.String()),
  author: AuthorView,
  createdAt: Instant,
  reusedCount: Type.Integer(),
  helpfulCount: Type.Integer(),
  commentCount: Type.Integer(),
  hidden: Type.Boolean(),
  withdrawn: Type.Boolean(),
})

const SectionTexts = Closed("SectionTexts", {
  situation: Type.String(),
  approach: Type.String(),
  result: Type.String(),
  pitfalls: Type.String(),
  contact: Type.String(),
})

export const BestPracticeView = Closed("BestPractice", {
  id: Id,
  title: Type.String(),
  category: Named,
  parentCategory: Nullable(Named),
  tags: Type.Array(Type.String()),
  author: AuthorView,
  text: SectionTexts,
  html: SectionTexts,
  version: Type.Integer(),
  createdAt: Instant,
  editedAt: Nullable(Instant),
  withdrawn: Type.Boolean(),
  hidden: Type.Boolean(),
  hiddenReason: Nullable(Type.String()),
  reusedCount: Type.Integer(),
  isReused: Type.Boolean(),
  helpfulCount: Type.Integer(),
  isHelpful: Type.Boolean(),
  /** How the person follows it; null where they do not. */
  following: Nullable(FollowLevel),
  comments: Type.Array(CommentView),
  commentsNext: Nullable(Type.String()),
  attachments: Type.Array(AttachmentView),
  can: Closed({
    edit: Type.Boolean(),
    withdraw: Type.Boolean(),
    restore: Type.Boolean(),
    moderate: Type.Boolean(),
    show: Type.Boolean(),
    mark: Type.Boolean(),
    comment: Type.Boolean(),
  }),
})
