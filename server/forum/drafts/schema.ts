import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Instant, Nullable } from "../../kernel/schemas.ts"
import { NewAnswer } from "../answers/schema.ts"
import { NewComment } from "../comments/schema.ts"
import { NewQuestion } from "../questions/schema.ts"
import { DRAFT_KINDS, type DraftKind } from "./tables.ts"

/** The rules of what a draft is to become. */
export const DRAFT_RULES = { question: NewQuestion, answer: NewAnswer, comment: NewComment }

export const DraftView = Closed("PostDraft", {
  id: Id,
  kind: Choice(DRAFT_KINDS, "PostDraftKind"),
  categoryId: Nullable(Id),
  /** The question that is answered, or the post that is commented on. */
  postId: Nullable(Id),
  /** Of a question; empty elsewhere. */
  title: Type.String(),
  body: Type.String(),
  attachmentIds: Type.Array(Id),
  createdAt: Instant,
})
export type DraftView = Static<typeof DraftView>

/** Where something written is to go. */
export type Target =
  | { kind: "question"; categoryId: string }
  | { kind: Exclude<DraftKind, "question">; postId: string }

/** What was written, before any rules are asked. */
export type Written = { title: string; body: string; attachments: { id: string; alternative: string }[] }
