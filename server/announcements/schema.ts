import { type Static, Type } from "typebox"
import { CheckView } from "../kernel/file-checks.ts"
import { MAX_MARKDOWN_LENGTH } from "../kernel/markdown.ts"
import {
  Choice,
  Closed,
  Day,
  Id,
  Instant,
  Key,
  Line,
  Named,
  Nullable,
  Text,
  UUID,
} from "../kernel/schemas.ts"
import { ANNOUNCEMENT_KINDS, AUDIENCES } from "./tables.ts"

/** A category, a thread or an event: a path of ours that ends with its id. */
const Link = Type.String({ maxLength: 120, pattern: `^/[a-z][a-z/-]*/${UUID}$` })

const fields = {
  title: Line(160, 5),
  body: Text(MAX_MARKDOWN_LENGTH),
  audience: Choice(AUDIENCES, "Audience"),
  /** Of the audience `listed`; with `all` they are refused. */
  departmentIds: Type.Array(Id, { maxItems: 200, default: [] }),
  /** The last day on the start page. */
  showUntil: Day,
  link: Type.Union([Link, Type.Null()], { default: null }),
  takesComments: Type.Boolean({ default: false }),
  wantsAcknowledgement: Type.Boolean({ default: false }),
}
/** Null is now. */
const publishAt = Type.Union([Instant, Type.Null()], { default: null })

export const NewAnnouncement = Closed("NewAnnouncement", {
  ...fields,
  publishAt,
  /** Nobody but those who look after it sees it until it is released. */
  draft: Type.Boolean({ default: false }),
  key: Type.Optional(Key),
})
export type NewAnnouncement = Static<typeof NewAnnouncement>

/** What a learning group drafts, for its manager to release. */
export const NewGroupDraft = Closed("NewAnnouncementDraft", {
  ...fields,
  publishAt,
  groupId: Id,
  key: Type.Optional(Key),
})
export type NewGroupDraft = Static<typeof NewGroupDraft>

/** The starting signal, written from the decided plan of the group. */
export const NewRollOut = Closed("NewRollOut", { groupId: Id, key: Type.Optional(Key) })
export type NewRollOut = Static<typeof NewRollOut>

export const EditedAnnouncement = Closed("EditedAnnouncement", {
  version: Type.Integer({ minimum: 1 }),
  ...fields,
  /** Of a draft or a planned one: another time, or null for now. Left out, it stays as it is. */
  publishAt: Type.Optional(Nullable(Instant)),
  /** Of a roll-out. */
  startOn: Type.Optional(Day),
  categoryIds: Type.Array(Id, { maxItems: 200, default: [] }),
})
export type EditedAnnouncement = Static<typeof EditedAnnouncement>

export const Withdrawal = Closed("AnnouncementWithdrawal", { reason: Line(300, 3) })
export type Withdrawal = Static<typeof Withdrawal>

export const NewComment = Closed("NewAnnouncementComment", {
  body: Text(10_000),
  key: Type.Optional(Key),
})
export type NewComment = Static<typeof NewComment>

const author = Closed("AnnouncementAuthor", { name: Type.String(), isMe: Type.Boolean() })

const shared = {
  id: Id,
  kind: Choice(ANNOUNCEMENT_KINDS, "AnnouncementKind"),
  title: Type.String(),
  author,
  /** The learning group that drafted it. */
  group: Nullable(Type.String()),
  audience: Choice(AUDIENCES, "Audience"),
  departments: Type.Array(Named),
  publishAt: Instant,
  showUntil: Day,
  takesComments: Type.Boolean(),
  wantsAcknowledgement: Type.Boolean(),
  /** The person who asks has acknowledged it. */
  acknowledged: Type.Boolean(),
  draft: Type.Boolean(),
  /** Its time has not come; only those who look after it see it. */
  planned: Type.Boolean(),
  withdrawn: Type.Boolean(),
  /** The text was changed after it was written. */
  edited: Type.Boolean(),
}

/** An announcement in a list. */
export const AnnouncementRow = Closed("AnnouncementRow", { ...shared, excerpt: Type.String() })
export type AnnouncementRow = Static<typeof AnnouncementRow>

const CommentView = Closed("AnnouncementComment", {
  id: Id,
  author,
  at: Instant,
  html: Type.String(),
  can: Closed({ remove: Type.Boolean() }),
})

const FileView = Closed("AnnouncementFile", {
  id: Id,
  name: Type.String(),
  caption: Type.String(),
  image: Type.Boolean(),
  bytes: Type.Integer(),
  check: CheckView,
})

export const AnnouncementView = Closed("Announcement", {
  ...shared,
  body: Type.String(),
  html: Type.String(),
  link: Nullable(Type.String()),
  /** Of a roll-out: from which day these categories take the place of e-mail and telephone. */
  startOn: Nullable(Day),
  categories: Type.Array(Named),
  comments: Type.Array(CommentView),
  files: Type.Array(FileView),
  /** For those who look after it. */
  withdrawalReason: Nullable(Type.String()),
  version: Type.Integer(),
  can: Closed({
    edit: Type.Boolean(),
    release: Type.Boolean(),
    withdraw: Type.Boolean(),
    comment: Type.Boolean(),
    acknowledge: Type.Boolean(),
    /** See how many have acknowledged it, and remind the others. */
    count: Type.Boolean(),
  }),
})
export type AnnouncementView = Static<typeof AnnouncementView>

/** A wording that an announcement had. */
export const AnnouncementVersion = Closed("AnnouncementVersion", {
  version: Type.Integer(),
  editor: Type.String(),
  at: Instant,
  title: Type.String(),
  body: Type.String(),
})
export type AnnouncementVersion = Static<typeof AnnouncementVersion>

const counted = { people: Type.Integer(), acknowledged: Type.Integer() }
const sum = Closed("AcknowledgedSum", counted)

/** How many have acknowledged an announcement, as far as it tells nothing about a single person. */
export const AcknowledgedView = Closed("Acknowledged", {
  departments: Type.Array(Closed("AcknowledgedDepartment", { name: Type.String(), ...counted })),
  /** All others together; null where there are none, or where it cannot be told. */
  others: Nullable(sum),
  total: Nullable(sum),
  /** The day of the latest reminder; a second one waits for the next day. */
  remindedOn: Nullable(Day),
})
export type AcknowledgedView = Static<typeof AcknowledgedView>

/** From this day on a category takes the place of e-mail and telephone. */
export const ReplacingView = Closed("Replacing", {
  announcementId: Id,
  startOn: Day,
  categoryIds: Type.Array(Id),
})
export type ReplacingView = Static<typeof ReplacingView>
