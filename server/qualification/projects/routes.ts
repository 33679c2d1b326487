import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import {
  addItem,
  addToProject,
  commentProject,
  createProject,
  editProject,
  editProjectComment,
  leaveProject,
  markItem,
  recordDecision,
  removeItem,
  removeProjectComment,
} from "./actions.ts"
import { answerAgreement, findAgreement, listAgreements, submitProject } from "./agreements.ts"
import { findProject, listProjects } from "./queries.ts"
import {
  AgreementRow,
  AgreementView,
  Answered,
  DoneItem,
  EditedProject,
  EditedProjectComment,
  NewDecision,
  NewItem,
  NewProject,
  NewProjectComment,
  NewSubmission,
  ProjectPerson,
  ProjectRow,
  ProjectView,
} from "./schema.ts"

const config = { access: "signed-in" } as const
const created = { 201: Created }
const done = { 204: Nothing }

export function projectRoutes(app: App, db: Db): void {
  projectsThemselves(app, db)
  contents(app, db)
  comments(app, db)
  agreementRoutes(app, db)
}

function projectsThemselves(app: App, db: Db): void {
  app.get(
    "/api/cohorts/:id/projects",
    {
      config,
      schema: {
        summary: "List the learning projects of a cohort",
        params: ById,
        response: { 200: ListOf(ProjectRow) },
      },
    },
    async ({ actor, params }) => ({ items: await listProjects(db, actor, params.id) }),
  )
  app.post(
    "/api/cohorts/:id/projects",
    {
      config,
      schema: { summary: "Begin a learning project", params: ById, body: NewProject, response: created },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await createProject(db, actor, params.id, body)),
  )
  app.get(
    "/api/projects/:id",
    { config, schema: { summary: "Read a learning project", params: ById, response: { 200: ProjectView } } },
    async ({ actor, params }) => findProject(db, actor, params.id),
  )
  app.put(
    "/api/projects/:id",
    {
      config,
      schema: { summary: "Change a learning project", params: ById, body: EditedProject, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await editProject(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/projects/:id/people",
    {
      config,
      schema: { summary: "Let another learner take part", params: ById, body: ProjectPerson, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await addToProject(db, actor, params.id, body.memberId)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/projects/:id/leave",
    { config, schema: { summary: "Take part no longer", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await leaveProject(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function contents(app: App, db: Db): void {
  app.post(
    "/api/projects/:id/items",
    {
      config,
      schema: { summary: "Add a milestone or a task", params: ById, body: NewItem, response: created },
    },
    async ({ actor, params, body }, reply) => reply.code(201).send(await addItem(db, actor, params.id, body)),
  )
  app.patch(
    "/api/project-items/:id",
    {
      config,
      schema: {
        summary: "Mark a milestone or task as done, or not",
        params: ById,
        body: DoneItem,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await markItem(db, actor, params.id, body.done)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/project-items/:id",
    { config, schema: { summary: "Remove a milestone or task", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeItem(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/projects/:id/decisions",
    {
      config,
      schema: {
        summary: "Record a decision in the diary",
        params: ById,
        body: NewDecision,
        response: created,
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await recordDecision(db, actor, params.id, body)),
  )
}

function comments(app: App, db: Db): void {
  app.post(
    "/api/projects/:id/comments",
    {
      config,
      schema: {
        summary: "Comment a learning project",
        params: ById,
        body: NewProjectComment,
        response: created,
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await commentProject(db, actor, params.id, body)),
  )
  app.put(
    "/api/project-comments/:id",
    {
      config,
      schema: { summary: "Change an own comment", params: ById, body: EditedProjectComment, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await editProjectComment(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/project-comments/:id",
    { config, schema: { summary: "Remove an own comment", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeProjectComment(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function agreementRoutes(app: App, db: Db): void {
  app.post(
    "/api/projects/:id/submissions",
    {
      config,
      schema: {
        summary: "Submit a learning project to the managers",
        params: ById,
        body: NewSubmission,
        response: created,
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await submitProject(db, actor, params.id, body)),
  )
  app.get(
    "/api/agreements",
    {
      config,
      schema: {
        summary: "List what was submitted to oneself as a manager",
        response: { 200: ListOf(AgreementRow) },
      },
    },
    async ({ actor }) => ({ items: await listAgreements(db, actor) }),
  )
  app.get(
    "/api/agreements/:id",
    {
      config,
      schema: { summary: "Read what was submitted", params: ById, response: { 200: AgreementView } },
    },
    async ({ actor, params }) => findAgreement(db, actor, params.id),
  )
  app.put(
    "/api/agreements/:id",
    {
      config,
      schema: { summary: "Agree, comment, or ask for a talk", params: ById, body: Answered, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await answerAgreement(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}
