import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Instant, Nullable, PageOf, UUID } from "../../kernel/schemas.ts"
import { INBOX_NOTICES } from "../reasons.ts"

/** What can be new in the forum. */
const POST_KINDS = ["question", "best-practice", "answer", "official-answer", "comment"] as const

const InboxNotice = Choice(INBOX_NOTICES, "InboxNotice")

export const InboxEntry = Closed("InboxEntry", {
  id: Id,
  notice: InboxNotice,
  /** What was written; null where it is no post. */
  kind: Nullable(Choice(POST_KINDS, "InboxPostKind")),
  /** Null where its reader may not read the title any more. */
  title: Nullable(Type.String()),
  /** A path of ours. */
  address: Type.String(),
  /** Who did it; null where nobody is named. */
  person: Nullable(Type.String()),
  /** Category or cohort. */
  place: Nullable(Type.String()),
  at: Instant,
  read: Type.Boolean(),
  /** What belongs together, such as everything of a thread. */
  groupId: Id,
})
export type InboxEntry = Static<typeof InboxEntry>

export const InboxPage = PageOf(InboxEntry)

export const InboxQuery = Closed({
  after: Type.Optional(Type.String({ pattern: `^[01]_${UUID}$`, maxLength: 38 })),
  notice: Type.Optional(InboxNotice),
})
export type InboxQuery = Static<typeof InboxQuery>

/** Without a group: all of them. */
export const ReadEntries = Closed("ReadEntries", { groupId: Type.Optional(Id) })
export type ReadEntries = Static<typeof ReadEntries>
