import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { Closed, Id } from "../../kernel/schemas.ts"
import { ChatLink } from "../schema.ts"
import { listAttendances, recordAllPresent, recordAttendance } from "./attendance.ts"
import { linkCohortChat } from "./chat-link.ts"
import { createCohort, proposeDates } from "./creation.ts"
import { editCohort } from "./editing.ts"
import { findInvitations, sendInvitations } from "./invitations.ts"
import { cancelDate, findDate, moveDate, restoreDate } from "./moving.ts"
import * as schema from "./schema.ts"

export function cohortRoutes(app: App, db: Db): void {
  creationRoutes(app, db)
  dateRoutes(app, db)
  attendanceRoutes(app, db)
}

function creationRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohorts/proposal",
    "Propose the dates of a new cohort, storing nothing",
    schema.Proposal,
    ({ actor, query }) => proposeDates(db, actor, query),
    { access: ["facilitator"], query: schema.ProposalQuery },
  )
  api.make(
    "/api/cohorts",
    "Create a cohort",
    schema.NewCohort,
    ({ actor, body }) => createCohort(db, actor, body),
    { access: ["facilitator"] },
  )
  api.change(
    "PUT /api/cohorts/:id",
    "Change the name and the mandate of a cohort",
    schema.EditedCohort,
    ({ actor, params, body }) => editCohort(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/cohorts/:id/chat-link",
    "Say where a cohort meets in the installation's own chat",
    ChatLink,
    ({ actor, params, body }) => linkCohortChat(db, actor, params.id, body),
  )
}

function dateRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohorts/:id/invitations",
    "Read who was invited to the sessions of a cohort",
    schema.InvitationsView,
    ({ actor, params }) => findInvitations(db, actor, params.id),
  )
  api.change(
    "POST /api/cohorts/:id/invitations",
    "Send the invitations to everybody who has none yet",
    null,
    ({ actor, params }) => sendInvitations(db, actor, params.id),
  )
  api.read(
    "/api/cohort-steps/:id",
    "Read a date of a cohort as its facilitators change it",
    schema.DateView,
    ({ actor, params }) => findDate(db, actor, params.id),
  )
  api.change(
    "PUT /api/cohort-steps/:id",
    "Move a session, and say where it takes place",
    schema.MovedStep,
    ({ actor, params, body }) => moveDate(db, actor, params.id, body),
  )
  for (const [verb, act, summary] of [
    ["cancel", cancelDate, "Cancel a session"],
    ["restore", restoreDate, "Hold a cancelled session after all"],
  ] as const)
    api.change(`POST /api/cohort-steps/:id/${verb}`, summary, schema.StepVersion, ({ actor, params, body }) =>
      act(db, actor, params.id, body.version),
    )
}

function attendanceRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/:id/attendances",
    "List who attended: everybody for a facilitator, the own for a learner",
    schema.AttendanceRow,
    ({ actor, params }) => listAttendances(db, actor, params.id),
  )
  api.change(
    "POST /api/cohort-steps/:id/attendances",
    "Record that every learner of whom nothing is recorded yet attended a session",
    null,
    ({ actor, params }) => recordAllPresent(db, actor, params.id),
  )
  api.change(
    "PUT /api/cohort-steps/:id/attendances/:memberId",
    "Record whether a learner attended a session; null takes it back",
    schema.AttendanceState,
    ({ actor, params, body }) => recordAttendance(db, actor, params.id, params.memberId, body.state),
    { params: Closed({ id: Id, memberId: Id }) },
  )
}
