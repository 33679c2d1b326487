import { Type } from "typebox"
import { apiOf } from "../kernel/api.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { App } from "../kernel/http.ts"
import { AtVersion, Closed, Id, PageOf } from "../kernel/schemas.ts"
import { acknowledge, countAcknowledged, dismissAnnouncement, remindOf } from "./acknowledging.ts"
import {
  draftForGroup,
  editAnnouncement,
  publishAnnouncement,
  releaseAnnouncement,
  withdrawAnnouncement,
} from "./actions.ts"
import { commentAnnouncement, removeComment } from "./comments.ts"
import { fileRoutes } from "./file-routes.ts"
import type { Outside } from "./outside.ts"
import { findAnnouncement, listAnnouncements, listCurrent, listReplacing, listVersions } from "./queries.ts"
import { draftRollOut } from "./roll-out.ts"
import {
  AcknowledgedView,
  AnnouncementRow,
  AnnouncementVersion,
  AnnouncementView,
  EditedAnnouncement,
  NewAnnouncement,
  NewComment,
  NewGroupDraft,
  NewRollOut,
  ReplacingView,
  Withdrawal,
} from "./schema.ts"

const After = Closed({ after: Type.Optional(Id) })

type Parts = { db: Db; files: FileStore; announcing: Outside }

export async function announcementRoutes(app: App, parts: Parts): Promise<void> {
  readingRoutes(app, parts)
  writingRoutes(app, parts)
  answeringRoutes(app, parts)
  fileRoutes(app, parts)
}

function readingRoutes(app: App, { db, announcing }: Parts): void {
  const api = apiOf(app)
  api.read(
    "/api/announcements",
    "List announcements, the latest first",
    PageOf(AnnouncementRow),
    ({ actor, query }) => listAnnouncements(db, announcing, actor, query.after),
    { query: After },
  )
  api.list(
    "/api/announcements/current",
    "List the announcements of the start page",
    AnnouncementRow,
    ({ actor }) => listCurrent(db, actor),
  )
  api.list(
    "/api/announcements/replacing",
    "List the roll-outs that have begun, with the categories that take the place of e-mail and telephone",
    ReplacingView,
    ({ actor }) => listReplacing(db, actor),
  )
  api.read("/api/announcements/:id", "Read an announcement", AnnouncementView, ({ actor, params }) =>
    findAnnouncement(db, announcing, actor, params.id),
  )
  api.list(
    "/api/announcements/:id/versions",
    "List every wording that an announcement had, the latest first",
    AnnouncementVersion,
    ({ actor, params }) => listVersions(db, announcing, actor, params.id),
  )
  api.read(
    "/api/announcements/:id/acknowledged",
    "Count who has acknowledged an announcement, by department, as far as it tells nothing about one person",
    AcknowledgedView,
    ({ actor, params }) => countAcknowledged(db, actor, params.id),
  )
}

function writingRoutes(app: App, { db, announcing }: Parts): void {
  const api = apiOf(app)
  api.make(
    "/api/announcements",
    "Publish an announcement, now or at a time, or begin a draft",
    NewAnnouncement,
    ({ actor, body }) => publishAnnouncement(db, actor, body),
    { access: ["lead", "admin"] },
  )
  api.make(
    "/api/announcements/drafts",
    "Draft an announcement for a learning group, to be released by its manager",
    NewGroupDraft,
    ({ actor, body }) => draftForGroup(db, announcing, actor, body),
  )
  api.make(
    "/api/announcements/roll-outs",
    "Draft the starting signal from the decided roll-out plan of a learning group",
    NewRollOut,
    ({ actor, body }) => draftRollOut(db, announcing, actor, body),
  )
  api.change(
    "PUT /api/announcements/:id",
    "Change an announcement",
    EditedAnnouncement,
    ({ actor, params, body }) => editAnnouncement(db, announcing, actor, params.id, body),
  )
  api.change(
    "POST /api/announcements/:id/release",
    "Release a draft: it is published now, or at the time that was wished for",
    AtVersion,
    ({ actor, params, body }) => releaseAnnouncement(db, announcing, actor, params.id, body.version),
  )
  api.change(
    "POST /api/announcements/:id/withdraw",
    "Withdraw an announcement",
    Withdrawal,
    ({ actor, params, body }) => withdrawAnnouncement(db, actor, params.id, body),
  )
}

function answeringRoutes(app: App, { db }: Parts): void {
  const api = apiOf(app)
  api.change(
    "POST /api/announcements/:id/acknowledge",
    "Acknowledge an announcement",
    null,
    ({ actor, params }) => acknowledge(db, actor, params.id),
  )
  api.change(
    "POST /api/announcements/:id/dismiss",
    "Take an announcement off one's own start page",
    null,
    ({ actor, params }) => dismissAnnouncement(db, actor, params.id),
  )
  api.change(
    "POST /api/announcements/:id/remind",
    "Remind those who have not acknowledged an announcement, once a day at most",
    null,
    ({ actor, params }) => remindOf(db, actor, params.id),
  )
  api.make(
    "/api/announcements/:id/comments",
    "Ask about an announcement, or answer a question about it",
    NewComment,
    ({ actor, params, body }) => commentAnnouncement(db, actor, params.id, body),
  )
  api.change(
    "DELETE /api/announcement-comments/:id",
    "Remove a comment below an announcement",
    null,
    ({ actor, params }) => removeComment(db, actor, params.id),
  )
}
