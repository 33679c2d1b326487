import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import { Versioned } from "../../kernel/schemas.ts"
import { uploadRoute } from "../files/upload-route.ts"
import { TimerControl } from "../timers/schema.ts"
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
  const api = apiOf(app)
  api.read(
    "/api/cohort-steps/:id/session",
    "Read a workshop or a meeting, with its agenda and its timer",
    SessionView,
    ({ actor, params }) => findSession(db, actor, params.id),
  )
  api.read(
    "/api/cohort-steps/:id/board",
    "Read what a session recorded: decisions, tasks, parking lot, photos, round",
    BoardView,
    ({ actor, params }) => findBoard(db, actor, params.id),
  )
}

function agendaRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/cohort-steps/:id/agenda"
  api.read(at, "Read the agenda of a session, for changing it", AgendaView, ({ actor, params }) =>
    findAgenda(db, actor, params.id),
  )
  api.change(
    `PUT ${at}`,
    "Change what is still to come of the agenda, for this session alone",
    SavedAgenda,
    ({ actor, params, body }) => saveAgenda(db, actor, params.id, body),
  )
  api.change(`DELETE ${at}`, "Take the agenda of the programme again", null, ({ actor, params }) =>
    resetAgenda(db, actor, params.id),
  )
}

function timingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.change("POST /api/cohort-steps/:id/timer", "Start the timer of a session", null, ({ actor, params }) =>
    startSession(db, actor, params.id),
  )
  api.change(
    "PATCH /api/cohort-steps/:id/timer",
    "Move the timer of a session: next, previous, pause, later, shorter, break, end",
    TimerControl,
    ({ actor, params, body }) => timeSession(db, actor, params.id, body),
  )
  api.change(
    "DELETE /api/cohort-steps/:id/timer",
    "Put the timer of a session back",
    null,
    ({ actor, params }) => resetSession(db, actor, params.id),
  )
}

function entryRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/cohort-steps/:id/entries",
    "Record a decision, a task or a topic for the parking lot",
    NewEntry,
    ({ actor, params, body }) => recordEntry(db, actor, params.id, body),
  )
  api.change("PUT /api/session-entries/:id", "Change an entry", EditedEntry, ({ actor, params, body }) =>
    editEntry(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/session-entries/:id/result",
    "Say whether a task is done and what came out",
    SettledTask,
    ({ actor, params, body }) => settleTask(db, actor, params.id, body),
  )
  api.change("DELETE /api/session-entries/:id", "Remove an entry", null, ({ actor, params }) =>
    removeEntry(db, actor, params.id),
  )
}

function photoRoutes(app: App, db: Db, files: FileStore): void {
  const api = apiOf(app)
  uploadRoute(app, "/api/cohort-steps/:id/photos", {
    summary: "Add a photo of a flip chart",
    field: "photos",
    find: (actor, id) => findBoard(db, actor, id),
    act: (actor, id, photo) => addPhoto(db, files, actor, id, photo),
  })
  api.change("DELETE /api/session-photos/:id", "Remove a photo", null, ({ actor, params }) =>
    removePhoto(db, files, actor, params.id),
  )
}

function ownRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read("/api/cohort-steps/:id/notes", "Read the own notes", Notes, ({ actor, params }) =>
    findNotes(db, actor, params.id),
  )
  api.change("PUT /api/cohort-steps/:id/notes", "Write the own notes", Notes, ({ actor, params, body }) =>
    saveNotes(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/cohort-steps/:id/round",
    "Write the own line of the round",
    RoundLine,
    ({ actor, params, body }) => saveRound(db, actor, params.id, body),
  )
}

function minutesRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohort-steps/:id/minutes",
    "Read the minutes to write them, put together from the entries at first",
    MinutesView,
    ({ actor, params }) => findMinutes(db, actor, params.id),
  )
  api.change(
    "PUT /api/cohort-steps/:id/minutes",
    "Write the minutes",
    SavedMinutes,
    ({ actor, params, body }) => saveMinutes(db, actor, params.id, body),
    { answer: Versioned },
  )
  api.change(
    "POST /api/cohort-steps/:id/minutes/release",
    "Give the minutes out, as a page, a PDF and a mail",
    ReleasedMinutes,
    ({ actor, params, body }) => releaseMinutes(db, actor, params.id, body),
  )
}
