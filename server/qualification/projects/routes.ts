import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ChatLink } from "../schema.ts"
import {
  addItem,
  addToProject,
  commentProject,
  createProject,
  editProject,
  editProjectComment,
  leaveProject,
  linkProjectChat,
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

export function projectRoutes(app: App, db: Db): void {
  projectsThemselves(app, db)
  contents(app, db)
  comments(app, db)
  agreementRoutes(app, db)
}

function projectsThemselves(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/:id/projects",
    "List the learning projects of a cohort",
    ProjectRow,
    ({ actor, params }) => listProjects(db, actor, params.id),
  )
  api.make("/api/cohorts/:id/projects", "Begin a learning project", NewProject, ({ actor, params, body }) =>
    createProject(db, actor, params.id, body),
  )
  api.read("/api/projects/:id", "Read a learning project", ProjectView, ({ actor, params }) =>
    findProject(db, actor, params.id),
  )
  api.change("PUT /api/projects/:id", "Change a learning project", EditedProject, ({ actor, params, body }) =>
    editProject(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/projects/:id/chat-link",
    "Say where the people of a project meet in the installation's own chat",
    ChatLink,
    ({ actor, params, body }) => linkProjectChat(db, actor, params.id, body),
  )
  api.change(
    "POST /api/projects/:id/people",
    "Let another learner take part",
    ProjectPerson,
    ({ actor, params, body }) => addToProject(db, actor, params.id, body.memberId),
  )
  api.change("POST /api/projects/:id/leave", "Take part no longer", null, ({ actor, params }) =>
    leaveProject(db, actor, params.id),
  )
}

function contents(app: App, db: Db): void {
  const api = apiOf(app)
  api.make("/api/projects/:id/items", "Add a milestone or a task", NewItem, ({ actor, params, body }) =>
    addItem(db, actor, params.id, body),
  )
  api.change(
    "PATCH /api/project-items/:id",
    "Mark a milestone or task as done, or not",
    DoneItem,
    ({ actor, params, body }) => markItem(db, actor, params.id, body.done),
  )
  api.change("DELETE /api/project-items/:id", "Remove a milestone or task", null, ({ actor, params }) =>
    removeItem(db, actor, params.id),
  )
  api.make(
    "/api/projects/:id/decisions",
    "Record a decision in the diary",
    NewDecision,
    ({ actor, params, body }) => recordDecision(db, actor, params.id, body),
  )
}

function comments(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/projects/:id/comments",
    "Comment a learning project",
    NewProjectComment,
    ({ actor, params, body }) => commentProject(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/project-comments/:id",
    "Change an own comment",
    EditedProjectComment,
    ({ actor, params, body }) => editProjectComment(db, actor, params.id, body),
  )
  api.change("DELETE /api/project-comments/:id", "Remove an own comment", null, ({ actor, params }) =>
    removeProjectComment(db, actor, params.id),
  )
}

function agreementRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/projects/:id/submissions",
    "Submit a learning project to the managers",
    NewSubmission,
    ({ actor, params, body }) => submitProject(db, actor, params.id, body),
  )
  api.list("/api/agreements", "List what was submitted to oneself as a manager", AgreementRow, ({ actor }) =>
    listAgreements(db, actor),
  )
  api.read("/api/agreements/:id", "Read what was submitted", AgreementView, ({ actor, params }) =>
    findAgreement(db, actor, params.id),
  )
  api.change(
    "PUT /api/agreements/:id",
    "Agree, comment, or ask for a talk",
    Answered,
    ({ actor, params, body }) => answerAgreement(db, actor, params.id, body),
  )
}
