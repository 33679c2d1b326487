import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Closed, Created, Id, ListOf, Nothing } from "../../kernel/schemas.ts"
import { listAttendances, recordAttendance } from "./attendance.ts"
import { createCohort, proposeDates } from "./creation.ts"
import { editCohort } from "./editing.ts"
import { hasFeed, renewFeed, revokeFeed } from "./feed.ts"
import { findInvitations, sendInvitations } from "./invitations.ts"
import { addMember, changeManager, findCandidates, removeMember } from "./members.ts"
import { cancelDate, findDate, moveDate, restoreDate } from "./moving.ts"
import * as schema from "./schema.ts"

const signedIn = { access: "signed-in" } as const
const facilitators = { access: ["facilitator"] } as const

export function cohortRoutes(app: App, db: Db, config: Pick<Config, "publicUrl">): void {
  creationRoutes(app, db)
  memberRoutes(app, db)
  dateRoutes(app, db)
  attendanceRoutes(app, db)
  feedRoutes(app, db, config)
}

function creationRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/proposal",
    {
      config: facilitators,
      schema: {
        summary: "Propose the dates of a new cohort, storing nothing",
        querystring: schema.ProposalQuery,
        response: { 200: schema.Proposal },
      },
    },
    async (request) => proposeDates(db, request.actor, request.query),
  )
  app.post(
    "/api/cohorts",
    {
      config: facilitators,
      schema: { summary: "Create a cohort", body: schema.NewCohort, response: { 201: Created } },
    },
    async (request, reply) => reply.code(201).send(await createCohort(db, request.actor, request.body)),
  )
  app.put(
    "/api/cohorts/:id",
    {
      config: signedIn,
      schema: {
        summary: "Change the name and the mandate of a cohort",
        params: ById,
        body: schema.EditedCohort,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await editCohort(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}

function memberRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/:id/candidates",
    {
      config: signedIn,
      schema: {
        summary: "Find people by name whom a facilitator could add",
        params: ById,
        querystring: schema.CandidateQuery,
        response: { 200: ListOf(schema.Candidate) },
      },
    },
    async ({ actor, params, query }) => ({ items: await findCandidates(db, actor, params.id, query.name) }),
  )
  app.post(
    "/api/cohorts/:id/members",
    {
      config: signedIn,
      schema: {
        summary: "Add a person to a cohort",
        params: ById,
        body: schema.NewMember,
        response: { 201: Created },
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await addMember(db, actor, params.id, body)),
  )
  app.patch(
    "/api/cohorts/:id/members/:memberId",
    {
      config: signedIn,
      schema: {
        summary: "Change the manager that a learner makes agreements with",
        params: schema.ByMember,
        body: schema.ChangedMember,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await changeManager(db, actor, params.id, params.memberId, body.managerId)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/cohorts/:id/members/:memberId",
    {
      config: signedIn,
      schema: {
        summary: "End a person's part in a cohort",
        params: schema.ByMember,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params }, reply) => {
      await removeMember(db, actor, params.id, params.memberId)
      return reply.code(204).send(null)
    },
  )
}

function dateRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/:id/invitations",
    {
      config: signedIn,
      schema: {
        summary: "Read who was invited to the sessions of a cohort",
        params: ById,
        response: { 200: schema.InvitationsView },
      },
    },
    async ({ actor, params }) => findInvitations(db, actor, params.id),
  )
  app.post(
    "/api/cohorts/:id/invitations",
    {
      config: signedIn,
      schema: {
        summary: "Send the invitations to everybody who has none yet",
        params: ById,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params }, reply) => {
      await sendInvitations(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.get(
    "/api/cohort-steps/:id",
    {
      config: signedIn,
      schema: {
        summary: "Read a date of a cohort as its facilitators change it",
        params: ById,
        response: { 200: schema.DateView },
      },
    },
    async ({ actor, params }) => findDate(db, actor, params.id),
  )
  app.put(
    "/api/cohort-steps/:id",
    {
      config: signedIn,
      schema: {
        summary: "Move a session, and say where it takes place",
        params: ById,
        body: schema.MovedStep,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await moveDate(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  for (const [deed, act, summary] of [
    ["cancel", cancelDate, "Cancel a session"],
    ["restore", restoreDate, "Hold a cancelled session after all"],
  ] as const)
    app.post(
      `/api/cohort-steps/:id/${deed}`,
      {
        config: signedIn,
        schema: { summary, params: ById, body: schema.StepVersion, response: { 204: Nothing } },
      },
      async ({ actor, params, body }, reply) => {
        await act(db, actor, params.id, body.version)
        return reply.code(204).send(null)
      },
    )
}

function attendanceRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/:id/attendances",
    {
      config: signedIn,
      schema: {
        summary: "List who attended: everybody for a facilitator, the own for a learner",
        params: ById,
        response: { 200: ListOf(schema.AttendanceRow) },
      },
    },
    async ({ actor, params }) => ({ items: await listAttendances(db, actor, params.id) }),
  )
  app.put(
    "/api/cohort-steps/:id/attendances/:memberId",
    {
      config: signedIn,
      schema: {
        summary: "Record whether a learner attended a session; null takes it back",
        params: Closed({ id: Id, memberId: Id }),
        body: schema.AttendanceState,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await recordAttendance(db, actor, params.id, params.memberId, body.state)
      return reply.code(204).send(null)
    },
  )
}

function feedRoutes(app: App, db: Db, { publicUrl }: Pick<Config, "publicUrl">): void {
  app.get(
    "/api/calendar-feed",
    {
      config: signedIn,
      schema: { summary: "Read whether the own calendar has an address", response: { 200: schema.FeedView } },
    },
    async ({ actor }) => ({ exists: await hasFeed(db, actor) }),
  )
  app.post(
    "/api/calendar-feed",
    {
      config: signedIn,
      schema: {
        summary: "Make a new secret address for the own calendar; the former one ends",
        response: { 201: schema.NewFeed },
      },
    },
    async ({ actor }, reply) => {
      const { token } = await renewFeed(db, actor)
      return reply.code(201).send({ address: `${publicUrl}/kalender/${token}.ics` })
    },
  )
  app.delete(
    "/api/calendar-feed",
    {
      config: signedIn,
      schema: { summary: "Revoke the address of the own calendar", response: { 204: Nothing } },
    },
    async ({ actor }, reply) => {
      await revokeFeed(db, actor)
      return reply.code(204).send(null)
    },
  )
}
