import { Type } from "typebox"
import type { Db } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import { readUpload } from "../../kernel/multipart.ts"
import { ById, Closed, Created, Key, Nothing, Versioned } from "../../kernel/schemas.ts"
import { TimerDeed } from "../timers/schema.ts"
import { findBoard } from "./board.ts"
import { findAgenda, resetAgenda, saveAgenda } from "./day-agenda.ts"
import { editEntry, recordEntry, removeEntry, settleTask } from "./entries.ts"
import { findMinutes, releaseMinutes, saveMinutes } from "./minutes.ts"
import { findNotes, saveNotes, saveRound } from "./notes.ts"
import { addPhoto, removePhoto } from "./photos.ts"
import { findSession } from "./queries.ts"
import {
  AgendaView,
  BoardView,
  EditedEntry,
  MinutesView,
  NewEntry,
  Notes,
  ReleasedMinutes,
  RoundLine,
  SavedAgenda,
  SavedMinutes,
  SessionView,
  SettledTask,
} from "./schema.ts"
import { resetSession, startSession, timeSession } from "./timing.ts"

const config = { access: "signed-in" } as const
const done = { 204: Nothing }

export function sessionRoutes(app: App, { db, files }: { db: Db; files: FileStore }): void {
  readingRoutes(app, db)
  agendaRoutes(app, db)
  timingRoutes(app, db)
  entryRoutes(app, db)
  photoRoutes(app, db, files)
  ownRoutes(app, db)
  minutesRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohort-steps/:id/session",
    {
      config,
      schema: {
        summary: "Read a workshop or a meeting, with its agenda and its timer",
        params: ById,
        response: { 200: SessionView },
      },
    },
    async ({ actor, params }) => findSession(db, actor, params.id),
  )
  app.get(
    "/api/cohort-steps/:id/board",
    {
      config,
      schema: {
        summary: "Read what a session recorded: decisions, tasks, parking lot, photos, round",
        params: ById,
        response: { 200: BoardView },
      },
    },
    async ({ actor, params }) => findBoard(db, actor, params.id),
  )
}

function agendaRoutes(app: App, db: Db): void {
  const at = "/api/cohort-steps/:id/agenda"
  app.get(
    at,
    {
      config,
      schema: {
        summary: "Read the agenda of a session, for changing it",
        params: ById,
        response: { 200: AgendaView },
      },
    },
    async ({ actor, params }) => findAgenda(db, actor, params.id),
  )
  app.put(
    at,
    {
      config,
      schema: {
        summary: "Change what is still to come of the agenda, for this session alone",
        params: ById,
        body: SavedAgenda,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await saveAgenda(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    at,
    {
      config,
      schema: { summary: "Take the agenda of the programme again", params: ById, response: done },
    },
    async ({ actor, params }, reply) => {
      await resetAgenda(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function timingRoutes(app: App, db: Db): void {
  app.post(
    "/api/cohort-steps/:id/timer",
    { config, schema: { summary: "Start the timer of a session", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await startSession(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.patch(
    "/api/cohort-steps/:id/timer",
    {
      config,
      schema: {
        summary: "Move the timer of a session: next, previous, pause, later, shorter, break, end",
        params: ById,
        body: TimerDeed,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await timeSession(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/cohort-steps/:id/timer",
    { config, schema: { summary: "Put the timer of a session back", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await resetSession(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function entryRoutes(app: App, db: Db): void {
  app.post(
    "/api/cohort-steps/:id/entries",
    {
      config,
      schema: {
        summary: "Record a decision, a task or a topic for the parking lot",
        params: ById,
        body: NewEntry,
        response: { 201: Created },
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await recordEntry(db, actor, params.id, body)),
  )
  app.put(
    "/api/session-entries/:id",
    {
      config,
      schema: { summary: "Change an entry", params: ById, body: EditedEntry, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await editEntry(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/session-entries/:id/result",
    {
      config,
      schema: {
        summary: "Say whether a task is done and what came out",
        params: ById,
        body: SettledTask,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await settleTask(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/session-entries/:id",
    { config, schema: { summary: "Remove an entry", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeEntry(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

const PhotoQuery = Closed({ key: Type.Optional(Key), caption: Type.String({ maxLength: 200, default: "" }) })

function photoRoutes(app: App, db: Db, files: FileStore): void {
  app.post(
    "/api/cohort-steps/:id/photos",
    {
      config,
      schema: {
        summary: "Add a photo of a flip chart",
        consumes: ["multipart/form-data"],
        params: ById,
        querystring: PhotoQuery,
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      // Who has no part in it learns nothing, not even that a file is missing.
      await findBoard(db, request.actor, request.params.id)
      if (!request.isMultipart()) throw new Refusal(422, "attachment.missing", "photos")
      const { name, path } = await readUpload(request, reply, "photos")
      const { key, caption } = request.query
      const photo = { name, path, caption, key }
      return reply.code(201).send(await addPhoto(db, files, request.actor, request.params.id, photo))
    },
  )
  app.delete(
    "/api/session-photos/:id",
    { config, schema: { summary: "Remove a photo", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removePhoto(db, files, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function ownRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohort-steps/:id/notes",
    { config, schema: { summary: "Read the own notes", params: ById, response: { 200: Notes } } },
    async ({ actor, params }) => findNotes(db, actor, params.id),
  )
  app.put(
    "/api/cohort-steps/:id/notes",
    { config, schema: { summary: "Write the own notes", params: ById, body: Notes, response: done } },
    async ({ actor, params, body }, reply) => {
      await saveNotes(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/cohort-steps/:id/round",
    {
      config,
      schema: { summary: "Write the own line of the round", params: ById, body: RoundLine, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await saveRound(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}

function minutesRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohort-steps/:id/minutes",
    {
      config,
      schema: {
        summary: "Read the minutes to write them, put together from the entries at first",
        params: ById,
        response: { 200: MinutesView },
      },
    },
    async ({ actor, params }) => findMinutes(db, actor, params.id),
  )
  app.put(
    "/api/cohort-steps/:id/minutes",
    {
      config,
      schema: {
        summary: "Write the minutes",
        params: ById,
        body: SavedMinutes,
        response: { 200: Versioned },
      },
    },
    async ({ actor, params, body }) => saveMinutes(db, actor, params.id, body),
  )
  app.post(
    "/api/cohort-steps/:id/minutes/release",
    {
      config,
      schema: {
        summary: "Give the minutes out, as a page, a PDF and a mail",
        params: ById,
        body: ReleasedMinutes,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await releaseMinutes(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}
