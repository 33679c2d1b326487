import { apiOf } from "../../kernel/api.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { Closed, Id } from "../../kernel/schemas.ts"
import { listAttendances, recordAllPresent, recordAttendance } from "./attendance.ts"
import { createCohort, proposeDates } from "./creation.ts"
import { editCohort } from "./editing.ts"
import { hasFeed, renewFeed, revokeFeed } from "./feed.ts"
import { findInvitations, sendInvitations } from "./invitations.ts"
import { addMember, changeManagers, findCandidates, removeMember } from "./members.ts"
import { cancelDate, findDate, moveDate, restoreDate } from "./moving.ts"
import * as schema from "./schema.ts"

export function cohortRoutes(app: App, db: Db, config: Pick<Config, "publicUrl">): void {
  creationRoutes(app, db)
  memberRoutes(app, db)
  dateRoutes(app, db)
  attendanceRoutes(app, db)
  feedRoutes(app, db, config)
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
}

function memberRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/:id/candidates",
    "Find people by name whom a facilitator could add",
    schema.Candidate,
    ({ actor, params, query }) => findCandidates(db, actor, params.id, query.name),
    { query: schema.CandidateQuery },
  )
  api.make(
    "/api/cohorts/:id/members",
    "Add a person to a cohort",
    schema.NewMember,
    ({ actor, params, body }) => addMember(db, actor, params.id, body),
  )
  api.change(
    "PATCH /api/cohorts/:id/members/:memberId",
    "Change the manager that a learner makes agreements with",
    schema.ChangedMember,
    ({ actor, params, body }) => changeManagers(db, actor, params.id, [params.memberId], body.managerId),
    { params: schema.ByMember },
  )
  api.change(
    "DELETE /api/cohorts/:id/members/:memberId",
    "End a person's part in a cohort",
    null,
    ({ actor, params }) => removeMember(db, actor, params.id, params.memberId),
    { params: schema.ByMember },
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
  for (const [deed, act, summary] of [
    ["cancel", cancelDate, "Cancel a session"],
    ["restore", restoreDate, "Hold a cancelled session after all"],
  ] as const)
    api.change(`POST /api/cohort-steps/:id/${deed}`, summary, schema.StepVersion, ({ actor, params, body }) =>
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

function feedRoutes(app: App, db: Db, { publicUrl }: Pick<Config, "publicUrl">): void {
  const api = apiOf(app)
  api.read(
    "/api/calendar-feed",
    "Read whether the own calendar has an address",
    schema.FeedView,
    async ({ actor }) => ({ exists: await hasFeed(db, actor) }),
  )
  api.make(
    "/api/calendar-feed",
    "Make a new secret address for the own calendar; the former one ends",
    null,
    async ({ actor }) => {
      const { token } = await renewFeed(db, actor)
      return { address: `${publicUrl}/kalender/${token}.ics` }
    },
    { answer: schema.NewFeed },
  )
  api.change("DELETE /api/calendar-feed", "Revoke the address of the own calendar", null, ({ actor }) =>
    revokeFeed(db, actor),
  )
}
