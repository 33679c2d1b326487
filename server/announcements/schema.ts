import { type Static, Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../kernel/markdown.ts"
import { Choice, Closed, Day, Id, Instant, Key, Line, Nullable, Text } from "../kernel/schemas.ts"
import { AUDIENCES } from "./tables.ts"

const fields = {
  title: Line(160, 5),
  body: Text(MAX_MARKDOWN_LENGTH),
  audience: Choice(AUDIENCES),
  /** Of the audience `listed`; with `all` they are refused. */
  departmentIds: Type.Array(Id, { maxItems: 200, default: [] }),
  /** The last day on the start page. */
  showUntil: Day,
}

export const NewAnnouncement = Closed({
  ...fields,
  /** Null is now. */
  publishAt: Type.Union([Instant, Type.Null()], { default: null }),
  key: Type.Optional(Key),
})
export type NewAnnouncement = Static<typeof NewAnnouncement>

export const EditedAnnouncement = Closed({
  version: Type.Integer({ minimum: 1 }),
  ...fields,
  /** Of a planned one: another time, or null for now. Left out, it stays as it is. */
  publishAt: Type.Optional(Nullable(Instant)),
})
export type EditedAnnouncement = Static<typeof EditedAnnouncement>

export const CreatedAnnouncement = Closed({ id: Id })

const shared = {
  id: Id,
  title: Type.String(),
  author: Closed({ name: Type.String(), isMe: Type.Boolean() }),
  audience: Choice(AUDIENCES),
  departments: Type.Array(Closed({ id: Id, name: Type.String() })),
  publishAt: Instant,
  showUntil: Day,
  /** Its time has not come; only those who look after it see it. */
  planned: Type.Boolean(),
  withdrawn: Type.Boolean(),
  /** The text was changed after it was written. */
  edited: Type.Boolean(),
}

/** An announcement in a list. */
export const AnnouncementRow = Closed({ ...shared, excerpt: Type.String() })
export type AnnouncementRow = Static<typeof AnnouncementRow>

export const AnnouncementView = Closed({
  ...shared,
  body: Type.String(),
  html: Type.String(),
  version: Type.Integer(),
  can: Closed({ edit: Type.Boolean(), withdraw: Type.Boolean() }),
})
export type AnnouncementView = Static<typeof AnnouncementView>
