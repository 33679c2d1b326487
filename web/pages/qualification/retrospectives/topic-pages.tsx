import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  dissolveCardGroup,
  EditedCardGroup,
  findCardGroup,
  findCohort,
  renameCardGroup,
  takeOverCardGroup,
  vote,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, optional, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { boardOf } from "./columns.ts"
import { showRefused } from "./show-board.tsx"
import { TopicForm } from "./topic-form.tsx"

const config = { access: "signed-in", page: true } as const
const PATH = "/rueckblick/themen/:id"

type Request = FastifyRequest<{ Params: { id: string } }>
type Shown = { title?: string; errors?: FieldError[]; status?: number; isConflict?: boolean }

export function topicPages(app: App, site: Site): void {
  editingPages(app, site)
  actingPages(app, site)
}

function editingPages(app: App, site: Site): void {
  app.get(PATH, { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showTopic(site, request, reply, {}),
  )
  app.post(
    PATH,
    { config, schema: { params: ById, body: FormOf("title", "version"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      await findCardGroup(site.db, actor, params.id)
      const t = texts(request.locale)
      const title = textOf(body, "title")
      const input = { title, version: Number(textOf(body, "version")) || 0 }
      const { value, faults } = checkInput(EditedCardGroup, input)
      if (!value)
        return showTopic(site, request, reply, { title, errors: fieldErrors(t, faults), status: 422 })
      try {
        const cohortId = await renameCardGroup(site.db, actor, params.id, value)
        return goTo(reply, `${boardOf(cohortId)}#thema-${params.id}`, "saved")
      } catch (error) {
        const isConflict = error instanceof Refusal && error.code === "card-group.changed"
        const errors = isConflict ? [] : refusalErrors(t, error)
        return showTopic(site, request, reply, { title, errors, status: 409, isConflict })
      }
    },
  )
}

function actingPages(app: App, site: Site): void {
  const schema = { params: ById, response: html }
  app.post(`${PATH}/aufloesen`, { config, schema: { ...schema, body: FormOf() } }, async (request, reply) => {
    const { cohortId } = await findCardGroup(site.db, request.actor, request.params.id)
    try {
      await dissolveCardGroup(site.db, request.actor, request.params.id)
    } catch (error) {
      return showRefused(site, request, reply, cohortId, error)
    }
    return goTo(reply, boardOf(cohortId), "saved")
  })
  app.post(
    `${PATH}/stimme`,
    { config, schema: { ...schema, body: FormOf("give") } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { cohortId } = await findCardGroup(site.db, actor, params.id)
      try {
        await vote(site.db, actor, { groupId: params.id }, textOf(body, "give") !== "nein")
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error)
      }
      return goTo(reply, `${boardOf(cohortId)}#thema-${params.id}`)
    },
  )
  app.post(
    `${PATH}/erkenntnis`,
    { config, schema: { ...schema, body: FormOf("idempotencyKey") } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { cohortId } = await findCardGroup(site.db, actor, params.id)
      try {
        const key = optional(textOf(body, "idempotencyKey"))
        const { id } = await takeOverCardGroup(site.db, actor, params.id, key)
        return goTo(reply, `/erkenntnisse/${id}`, "lesson-taken")
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error)
      }
    },
  )
}

async function showTopic(site: Site, request: Request, reply: FastifyReply, shown: Shown) {
  const group = await findCardGroup(site.db, request.actor, request.params.id)
  const cohort = await findCohort(site.db, request.actor, group.cohortId)
  const errors = shown.errors ?? []
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.retrospectives
      const title = words.topicEditTitle
      const below = [{ label: words.title, href: boardOf(cohort.id) }, { label: title }]
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={below} />,
        children: (
          <TopicForm
            t={t}
            group={group}
            title={shown.title ?? group.title}
            errors={errors}
            isConflict={shown.isConflict ?? false}
          />
        ),
      }
    },
    shown.status ?? 200,
  )
}
