import { Type } from "typebox"
import { apiOf } from "../kernel/api.ts"
import type { Db } from "../kernel/database.ts"
import type { App } from "../kernel/http.ts"
import { Closed, Id, PageOf } from "../kernel/schemas.ts"
import { editAnnouncement, publishAnnouncement, withdrawAnnouncement } from "./actions.ts"
import { findAnnouncement, listAnnouncements, listCurrent } from "./queries.ts"
import { AnnouncementRow, AnnouncementView, EditedAnnouncement, NewAnnouncement } from "./schema.ts"

const After = Closed({ after: Type.Optional(Id) })

export async function announcementRoutes(app: App, { db }: { db: Db }): Promise<void> {
  readingRoutes(app, db)
  writingRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/announcements",
    "List announcements, the latest first",
    PageOf(AnnouncementRow),
    ({ actor, query }) => listAnnouncements(db, actor, query.after),
    { query: After },
  )
  api.list(
    "/api/announcements/current",
    "List the announcements of the start page",
    AnnouncementRow,
    ({ actor }) => listCurrent(db, actor),
  )
  api.read("/api/announcements/:id", "Read an announcement", AnnouncementView, ({ actor, params }) =>
    findAnnouncement(db, actor, params.id),
  )
}

function writingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/announcements",
    "Publish an announcement, now or at a time",
    NewAnnouncement,
    ({ actor, body }) => publishAnnouncement(db, actor, body),
    { access: ["lead", "admin"] },
  )
  api.change(
    "PUT /api/announcements/:id",
    "Change an announcement",
    EditedAnnouncement,
    ({ actor, params, body }) => editAnnouncement(db, actor, params.id, body),
  )
  api.change("POST /api/announcements/:id/withdraw", "Withdraw an announcement", null, ({ actor, params }) =>
    withdrawAnnouncement(db, actor, params.id),
  )
}
