import { type Static, Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../kernel/markdown.ts"
import { Choice, Closed, Day, Id, Instant, Key, Line, Named, Nullable, Text } from "../kernel/schemas.ts"
import { AUDIENCES } from "./tables.ts"

const fields = {
  title: Line(160, 5),
  body: Text(MAX_MARKDOWN_LENGTH),
  audience: Choice(AUDIENCES, "Audience"),
  /** Of the audience `listed`; with `all` they are refused. */
  departmentIds: Type.Array(Id, { maxItems: 200, default: [] }),
  /** The last day on the start page. */
  showUntil: Day,
}

export const NewAnnouncement = Closed("NewAnnouncement", {
  ...fields,
  /** Null is now. */
  publishAt: Type.Union([Instant, Type.Null()], { default: null }),
  key: Type.Optional(Key),
})
export type NewAnnouncement = Static<typeof NewAnnouncement>

export const EditedAnnouncement = Closed("EditedAnnouncement", {
  version: Type.Integer({ minimum: 1 }),
  ...fields,
  /** Of a planned one: another time, or null for now. Left out, it stays as it is. */
  publishAt: Type.Optional(Nullable(Instant)),
})
export type EditedAnnouncement = Static<typeof EditedAnnouncement>

const shared = {
  id: Id,
  title: Type.String(),
  author: Closed("AnnouncementAuthor", { name: Type.String(), isMe: Type.Boolean() }),
  audience: Choice(AUDIENCES, "Audience"),
  departments: Type.Array(Named),
  publishAt: Instant,
  showUntil: Day,
  /** Its time has not come; only those who look after it see it. */
  planned: Type.Boolean(),
  withdrawn: Type.Boolean(),
  /** The text was changed after it was written. */
  edited: Type.Boolean(),
}

/** An announcement in a list. */
export const AnnouncementRow = Closed("AnnouncementRow", { ...shared, excerpt: Type.String() })
export type AnnouncementRow = Static<typeof AnnouncementRow>

export const AnnouncementView = Closed("Announcement", {
  ...shared,
  body: Type.String(),
  html: Type.String(),
  version: Type.Integer(),
  can: Closed({ edit: Type.Boolean(), withdraw: Type.Boolean() }),
})
export type AnnouncementView = Static<typeof AnnouncementView>
