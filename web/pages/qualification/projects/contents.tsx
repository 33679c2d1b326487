import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App, FieldFault } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html, Id } from "../../../../server/kernel/schemas.ts"
import {
  addItem,
  addToProject,
  commentProject,
  EditedProjectComment,
  editProjectComment,
  findProject,
  leaveProject,
  markItem,
  NewDecision,
  NewItem,
  NewProjectComment,
  projectOfComment,
  recordDecision,
  removeItem,
  removeProjectComment,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, faultMessage, optional, orNull, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { showProject, type TriedPart } from "./project.tsx"

const config = { access: "signed-in", page: true } as const
type Request = FastifyRequest<{ Params: { id: string } }>

export function contentPages(app: App, site: Site): void {
  adding(app, site)
  changing(app, site)
  people(app, site)
  comments(app, site)
}

function adding(app: App, site: Site): void {
  app.post(
    "/lernprojekte/:id/eintraege",
    {
      config,
      schema: {
        params: ById,
        body: FormOf("kind", "title", "day", "memberId", "idempotencyKey"),
        response: html,
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const kind = textOf(request.body, "kind") === "task" ? "task" : "milestone"
      const input = {
        kind,
        title: textOf(request.body, "title"),
        day: orNull(textOf(request.body, "day")),
        memberId: orNull(textOf(request.body, "memberId")),
        ...keyIn(request.body),
      }
      const { value, faults } = checkInput(NewItem, input)
      const words = texts(request.locale).qualification.projects
      if (!value)
        return refuse(site, request, reply, kind, faults, { title: words.what, day: words.until }, `${kind}-`)
      await addItem(site.db, request.actor, id, value)
      return goTo(reply, `/lernprojekte/${id}#${kind === "task" ? "aufgaben" : "meilensteine"}`, "saved")
    },
  )
  app.post(
    "/lernprojekte/:id/entscheidungen",
    { config, schema: { params: ById, body: FormOf("day", "decision", "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const input = {
        day: textOf(request.body, "day"),
        body: textOf(request.body, "decision"),
        ...keyIn(request.body),
      }
      const { value, faults } = checkInput(NewDecision, input)
      const words = texts(request.locale).qualification.projects
      const labels = { day: words.decisionDay, body: words.decisionBody }
      if (!value) return refuse(site, request, reply, "decision", faults, labels)
      await recordDecision(site.db, request.actor, id, value)
      return goTo(reply, `/lernprojekte/${id}#entscheidungen`, "saved")
    },
  )
  app.post(
    "/lernprojekte/:id/kommentare",
    { config, schema: { params: ById, body: FormOf("comment", "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const input = { body: textOf(request.body, "comment"), ...keyIn(request.body) }
      const { value, faults } = checkInput(NewProjectComment, input)
      const labels = { body: texts(request.locale).qualification.projects.comment }
      if (!value) return refuse(site, request, reply, "comment", faults, labels)
      await commentProject(site.db, request.actor, id, value)
      return goTo(reply, `/lernprojekte/${id}#kommentare`, "saved")
    },
  )
}

const keyIn = (form: Fields) => {
  const key = optional(textOf(form, "idempotencyKey"))
  return key ? { key } : {}
}

/** The page once more, with what was typed. The API's field `body` is called after its form. */
function refuse(
  site: Site,
  request: Request & { body: Fields },
  reply: FastifyReply,
  form: TriedPart["form"],
  faults: FieldFault[],
  labels: Record<string, string>,
  prefix = "",
) {
  const t: Texts = texts(request.locale)
  const errors = faults.map((fault) => ({
    field: fault.field === "body" ? form : `${prefix}${fault.field}`,
    message: faultMessage(t, labels[fault.field] ?? fault.field, fault, "project"),
  }))
  return showProject(site, request, reply, request.params.id, { form, fields: request.body, errors })
}

function changing(app: App, site: Site): void {
  app.post(
    "/lernprojekte/eintraege/:id/erledigt",
    { config, schema: { params: ById, body: FormOf("done"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const project = await markItem(site.db, request.actor, id, textOf(request.body, "done") === "true")
      return goTo(reply, `/lernprojekte/${project}`, "saved")
    },
  )
  app.post(
    "/lernprojekte/eintraege/:id/entfernen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const project = await removeItem(site.db, request.actor, request.params.id)
      return goTo(reply, `/lernprojekte/${project}`, "saved")
    },
  )
}

function people(app: App, site: Site): void {
  app.post(
    "/lernprojekte/:id/beteiligte",
    { config, schema: { params: ById, body: FormOf("memberId"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      await findProject(site.db, request.actor, id)
      const { value } = checkInput(Closed({ memberId: Id }), { memberId: textOf(request.body, "memberId") })
      if (!value) throw new Refusal(422, "project.no-learner", "memberId")
      await addToProject(site.db, request.actor, id, value.memberId)
      return goTo(reply, `/lernprojekte/${id}#beteiligte`, "saved")
    },
  )
  app.post(
    "/lernprojekte/:id/ausscheiden",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await leaveProject(site.db, request.actor, request.params.id)
      return goTo(reply, "/qualifizierung", "project-left")
    },
  )
}

function comments(app: App, site: Site): void {
  app.post(
    "/lernprojekte/kommentare/:id/bearbeiten",
    { config, schema: { params: ById, body: FormOf("comment", "version"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const project = await projectOfComment(site.db, request.actor, id)
      const version = Number(textOf(request.body, "version")) || 0
      const again = (errors: FieldError[], isStale: boolean) =>
        showProject(site, request, reply, project, {
          form: `comment ${id}`,
          fields: request.body,
          errors,
          isStale,
        })
      const { value, faults } = checkInput(EditedProjectComment, {
        body: textOf(request.body, "comment"),
        version,
      })
      const t = texts(request.locale)
      if (!value) {
        const { comment: label } = t.qualification.projects
        const errors = faults.map((fault) => ({
          field: `kommentar-${id}`,
          message: faultMessage(t, label, fault),
        }))
        return again(errors, false)
      }
      try {
        await editProjectComment(site.db, request.actor, id, value)
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "project.changed") throw error
        return again([], true)
      }
      return goTo(reply, `/lernprojekte/${project}#kommentare`, "saved")
    },
  )
  app.post(
    "/lernprojekte/kommentare/:id/entfernen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const project = await removeProjectComment(site.db, request.actor, request.params.id)
      return goTo(reply, `/lernprojekte/${project}#kommentare`, "saved")
    },
  )
}
