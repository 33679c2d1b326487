import { Type } from "typebox"
import type { Db } from "../kernel/database.ts"
import type { App } from "../kernel/http.ts"
import { ById, Closed, Created, Id, ListOf, Nothing, PageOf } from "../kernel/schemas.ts"
import { editAnnouncement, publishAnnouncement, withdrawAnnouncement } from "./actions.ts"
import { findAnnouncement, listAnnouncements, listCurrent } from "./queries.ts"
import { AnnouncementRow, AnnouncementView, EditedAnnouncement, NewAnnouncement } from "./schema.ts"

const After = Closed({ after: Type.Optional(Id) })

export async function announcementRoutes(app: App, { db }: { db: Db }): Promise<void> {
  readingRoutes(app, db)
  writingRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  app.get(
    "/api/announcements",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "List announcements, the latest first",
        querystring: After,
        response: { 200: PageOf(AnnouncementRow) },
      },
    },
    async (request) => listAnnouncements(db, request.actor, request.query.after),
  )
  app.get(
    "/api/announcements/current",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "List the announcements of the start page",
        response: { 200: ListOf(AnnouncementRow) },
      },
    },
    async (request) => ({ items: await listCurrent(db, request.actor) }),
  )
  app.get(
    "/api/announcements/:id",
    {
      config: { access: "signed-in" },
      schema: { summary: "Read an announcement", params: ById, response: { 200: AnnouncementView } },
    },
    async (request) => findAnnouncement(db, request.actor, request.params.id),
  )
}

function writingRoutes(app: App, db: Db): void {
  app.post(
    "/api/announcements",
    {
      config: { access: ["lead", "admin"] },
      schema: {
        summary: "Publish an announcement, now or at a time",
        body: NewAnnouncement,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await publishAnnouncement(db, request.actor, request.body)),
  )
  app.put(
    "/api/announcements/:id",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Change an announcement",
        params: ById,
        body: EditedAnnouncement,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await editAnnouncement(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/announcements/:id/withdraw",
    {
      config: { access: "signed-in" },
      schema: { summary: "Withdraw an announcement", params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await withdrawAnnouncement(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
