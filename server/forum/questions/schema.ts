import { Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../../kernel/markdown.ts"
import { Choice, Closed, Day, Id, Instant, Key, Line, Named, Nullable, Text } from "../../kernel/schemas.ts"
import { NewComment } from "../comments/schema.ts"
import { FollowLevel } from "../follows/schema.ts"
import { AttachmentUse, AttachmentView, AuthorView, MAX_ATTACHMENTS, Tag } from "../posts/schema.ts"
import { QUESTION_MOVES, QUESTION_STATES } from "../tables.ts"

export const Title = Line(160, 5)
const Body = Text(MAX_MARKDOWN_LENGTH)
export const Tags = Type.Array(Tag, { maxItems: 8, default: [] })
const Attachments = Type.Array(AttachmentUse, { maxItems: MAX_ATTACHMENTS, default: [] })
const Note = Type.String({ maxLength: 500, default: "" })
const Wanted = Type.Union([Day, Type.Null()], { default: null })

export const NewQuestion = Closed("NewQuestion", {
  categoryId: Id,
  title: Title,
  body: Body,
  tags: Tags,
  wantedBy: Wanted,
  attachments: Attachments,
  key: Type.Optional(Key),
})
export const EditedQuestion = Closed("EditedQuestion", {
  version: Type.Integer({ minimum: 1 }),
  title: Title,
  body: Body,
  tags: Tags,
  wantedBy: Wanted,
  attachments: Attachments,
})
export const NewRecord = Closed("NewRecord", {
  categoryId: Id,
  title: Title,
  body: Body,
  tags: Tags,
  wantedBy: Wanted,
  attachments: Attachments,
  answer: Body,
  legalStatusDate: Day,
  reviewDate: Wanted,
  key: Type.Optional(Key),
})
export const Move = Closed("MoveNote", { note: Note })
export const HandOver = Closed("HandOver", { personId: Id, note: Note })
export const PassOn = Closed("PassOn", { departmentId: Id, note: Note })
export const NewAskBack = NewComment
export const Duplicate = Closed("Duplicate", { originalId: Id })

export const StateChoice = Choice(QUESTION_STATES, "QuestionState")

/** A question in a list. */
export const QuestionRow = Closed("QuestionRow", {
  id: Id,
  title: Type.String(),
  category: Named,
  state: StateChoice,
  tags: Type.Array(Type.String()),
  author: AuthorView,
  createdAt: Instant,
  wantedBy: Nullable(Day),
  takenBy: Nullable(Named),
  responsible: Nullable(Named),
  answerCount: Type.Integer(),
  sameCount: Type.Integer(),
  hidden: Type.Boolean(),
  withdrawn: Type.Boolean(),
})

const Can = Type.Boolean()

export const CommentView = Closed("Comment", {
  id: Id,
  parentId: Id,
  author: AuthorView,
  text: Type.String(),
  html: Type.String(),
  version: Type.Integer(),
  createdAt: Instant,
  editedAt: Nullable(Instant),
  withdrawn: Type.Boolean(),
  hidden: Type.Boolean(),
  hiddenReason: Nullable(Type.String()),
  asksBack: Type.Boolean(),
  helpfulCount: Type.Integer(),
  isHelpful: Type.Boolean(),
  attachments: Type.Array(AttachmentView),
  can: Closed({ edit: Can, withdraw: Can, restore: Can, moderate: Can, show: Can, mark: Can }),
})

export const AnswerView = Closed("Answer", {
  id: Id,
  author: AuthorView,
  text: Type.String(),
  html: Type.String(),
  version: Type.Integer(),
  createdAt: Instant,
  editedAt: Nullable(Instant),
  withdrawn: Type.Boolean(),
  hidden: Type.Boolean(),
  hiddenReason: Nullable(Type.String()),
  official: Nullable(Named),
  legalStatusDate: Nullable(Day),
  reviewDate: Nullable(Day),
  needsReview: Type.Boolean(),
  /** The one reason, where it needs review: somebody reported it, its day has come, or what replaced it is gone. */
  reviewReason: Nullable(Choice(["reported", "due", "newer-gone"])),
  replacedById: Nullable(Id),
  accepted: Type.Boolean(),
  helpfulCount: Type.Integer(),
  isHelpful: Type.Boolean(),
  reports: Type.Array(Closed("AnswerReport", { reason: Type.String(), at: Instant })),
  /** The first ones; the others follow behind `commentsNext`. */
  comments: Type.Array(CommentView),
  commentsNext: Nullable(Type.String()),
  attachments: Type.Array(AttachmentView),
  can: Closed({
    edit: Can,
    withdraw: Can,
    restore: Can,
    moderate: Can,
    show: Can,
    mark: Can,
    accept: Can,
    comment: Can,
    review: Can,
    report: Can,
  }),
})

const MoveView = Closed("Move", {
  kind: Choice(QUESTION_MOVES),
  actor: Type.String(),
  person: Nullable(Type.String()),
  department: Nullable(Type.String()),
  note: Type.String(),
  at: Instant,
})

export const QuestionView = Closed("Question", {
  id: Id,
  title: Type.String(),
  category: Named,
  parentCategory: Nullable(Named),
  categoryArchived: Type.Boolean(),
  state: StateChoice,
  tags: Type.Array(Type.String()),
  wantedBy: Nullable(Day),
  responsible: Nullable(Named),
  passedOn: Type.Boolean(),
  takenBy: Nullable(Named),
  duplicateOf: Nullable(Named),
  author: AuthorView,
  text: Type.String(),
  html: Type.String(),
  version: Type.Integer(),
  createdAt: Instant,
  editedAt: Nullable(Instant),
  withdrawn: Type.Boolean(),
  hidden: Type.Boolean(),
  hiddenReason: Nullable(Type.String()),
  sameCount: Type.Integer(),
  isSame: Type.Boolean(),
  /** How the person follows it; null where they do not. */
  following: Nullable(FollowLevel),
  /** Those that are neither replaced, nor withdrawn, nor hidden. */
  answerCount: Type.Integer(),
  /** The first page of them, in their order; the others follow behind `answersNext`. */
  answers: Type.Array(AnswerView),
  answersNext: Nullable(Type.String()),
  comments: Type.Array(CommentView),
  commentsNext: Nullable(Type.String()),
  attachments: Type.Array(AttachmentView),
  /** The way of the question; for the responsible department only, else empty. */
  moves: Type.Array(MoveView),
  can: Closed({
    edit: Can,
    withdraw: Can,
    restore: Can,
    moderate: Can,
    show: Can,
    markSame: Can,
    answer: Can,
    answerOfficially: Can,
    handle: Can,
    askBack: Can,
    close: Can,
    reopen: Can,
    comment: Can,
  }),
})
