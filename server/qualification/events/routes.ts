import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { answerEvent, cancelEvent, createEvent, editEvent, inviteToEvent } from "./actions.ts"
import {
  enterObjections,
  markObjection,
  raiseObjection,
  removeObjection,
  supportObjection,
} from "./objections.ts"
import { findEvent, listEvents } from "./queries.ts"
import { listObjections } from "./register.ts"
import {
  EditedEvent,
  EnteredObjections,
  EventAnswer,
  EventRow,
  EventView,
  MarkedObjection,
  NewEvent,
  NewObjection,
  ObjectionView,
  SupportedObjection,
} from "./schema.ts"

export function eventRoutes(app: App, db: Db): void {
  planningRoutes(app, db)
  objectionRoutes(app, db)
}

function planningRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list("/api/events", "List the information events for the person, those ahead first", EventRow, (ask) =>
    listEvents(db, ask.actor),
  )
  api.read("/api/events/:id", "Read an information event", EventView, ({ actor, params }) =>
    findEvent(db, actor, params.id),
  )
  api.make(
    "/api/cohorts/:id/events",
    "Plan an information event; nobody is invited yet",
    NewEvent,
    ({ actor, params, body }) => createEvent(db, actor, params.id, body),
  )
  api.change("PUT /api/events/:id", "Change an information event", EditedEvent, ({ actor, params, body }) =>
    editEvent(db, actor, params.id, body),
  )
  api.change(
    "POST /api/events/:id/invite",
    "Send the invitations to everybody whom the event is meant for",
    null,
    ({ actor, params }) => inviteToEvent(db, actor, params.id),
  )
  api.change("POST /api/events/:id/cancel", "Cancel an information event", null, ({ actor, params }) =>
    cancelEvent(db, actor, params.id),
  )
  api.change(
    "PUT /api/events/:id/answer",
    "Say whether one comes; hosts get a number alone",
    EventAnswer,
    ({ actor, params, body }) => answerEvent(db, actor, params.id, body.isComing),
  )
}

function objectionRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/events/:id/objections",
    "List what was objected and asked about an event, and what becomes of it",
    ObjectionView,
    ({ actor, params }) => listObjections(db, actor, params.id),
  )
  api.make(
    "/api/events/:id/objections",
    "Raise an objection or a question, with or without the name",
    NewObjection,
    ({ actor, params, body }) => raiseObjection(db, actor, params.id, body),
  )
  api.change(
    "POST /api/events/:id/objections/entered",
    "Enter what was said in the room, a line each",
    EnteredObjections,
    ({ actor, params, body }) => enterObjections(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/objections/:id/support",
    "Support an objection, or take the support back",
    SupportedObjection,
    ({ actor, params, body }) => supportObjection(db, actor, params.id, body.isSupported),
  )
  api.change(
    "PUT /api/objections/:id/mark",
    "Say what becomes of an objection",
    MarkedObjection,
    ({ actor, params, body }) => markObjection(db, actor, params.id, body),
  )
  api.change("DELETE /api/objections/:id", "Remove an objection", null, ({ actor, params }) =>
    removeObjection(db, actor, params.id),
  )
}
