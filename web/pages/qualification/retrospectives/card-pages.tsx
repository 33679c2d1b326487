import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  CardPlace,
  EditedCard,
  editCard,
  findCard,
  findCohort,
  groupCard,
  HEADINGS,
  NewCardGroup,
  placeCard,
  removeCard,
  takeOverCard,
  vote,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, optional, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { CardForm } from "./card-form.tsx"
import { boardOf } from "./columns.ts"
import { showBoard, showRefused } from "./show-board.tsx"

const config = { access: "signed-in", page: true } as const
const PATH = "/rueckblick/karten/:id"

type Request = FastifyRequest<{ Params: { id: string } }>
type Shown = { body?: string; errors?: FieldError[]; status?: number; isConflict?: boolean }

export function cardPages(app: App, site: Site): void {
  editingPages(app, site)
  sortingPages(app, site)
  voting(app, site)
}

function editingPages(app: App, site: Site): void {
  app.get(PATH, { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showCard(site, request, reply, {}),
  )
  app.post(
    PATH,
    { config, schema: { params: ById, body: FormOf("body", "version"), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const { can } = await findCard(site.db, actor, params.id)
      if (!can.edit) throw forbidden()
      const t = texts(request.locale)
      const body = textOf(request.body, "body")
      const input = { body, version: Number(textOf(request.body, "version")) || 0 }
      const { value, faults } = checkInput(EditedCard, input)
      if (!value)
        return showCard(site, request, reply, { body, errors: fieldErrors(t, faults, "card"), status: 422 })
      try {
        const cohortId = await editCard(site.db, actor, params.id, value)
        return goTo(reply, `${boardOf(cohortId)}#karte-${params.id}`, "saved")
      } catch (error) {
        const isConflict = error instanceof Refusal && error.code === "card.changed"
        const errors = isConflict ? [] : refusalErrors(t, error)
        return showCard(site, request, reply, { body, errors, status: 409, isConflict })
      }
    },
  )
  app.post(
    `${PATH}/loeschen`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const { cohortId, can } = await findCard(site.db, request.actor, request.params.id)
      if (!can.remove) throw forbidden()
      try {
        await removeCard(site.db, request.actor, request.params.id)
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error)
      }
      return goTo(reply, boardOf(cohortId), "card-removed")
    },
  )
}

function sortingPages(app: App, site: Site): void {
  app.post(
    `${PATH}/einordnen`,
    { config, schema: { params: ById, body: FormOf("place"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { cohortId, heading } = await findCard(site.db, actor, params.id)
      const place = textOf(body, "place")
      const column = HEADINGS.find((one) => one === place)
      const input = column ? { heading: column, groupId: null } : { heading, groupId: place }
      const { value, faults } = checkInput(CardPlace, input)
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults, "card")
        return showBoard(site, request, reply, cohortId, { errors, status: 422 })
      }
      try {
        await placeCard(site.db, actor, params.id, value)
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error)
      }
      return goTo(reply, `${boardOf(cohortId)}#karte-${params.id}`, "card-moved")
    },
  )
  app.post(
    `${PATH}/thema`,
    { config, schema: { params: ById, body: FormOf("title", "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { cohortId } = await findCard(site.db, actor, params.id)
      const field = `title-${params.id}`
      const title = textOf(body, "title")
      const typed = { [field]: title }
      const key = optional(textOf(body, "idempotencyKey"))
      const { value, faults } = checkInput(NewCardGroup, { title, ...(key && { key }) })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults, "card").map((one) => ({ ...one, field }))
        return showBoard(site, request, reply, cohortId, { errors, status: 422, typed })
      }
      try {
        await groupCard(site.db, actor, params.id, value)
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error, typed)
      }
      return goTo(reply, `${boardOf(cohortId)}#karte-${params.id}`, "card-moved")
    },
  )
}

function voting(app: App, site: Site): void {
  app.post(
    `${PATH}/stimme`,
    { config, schema: { params: ById, body: FormOf("give"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { cohortId } = await findCard(site.db, actor, params.id)
      try {
        await vote(site.db, actor, { cardId: params.id }, textOf(body, "give") !== "nein")
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error)
      }
      return goTo(reply, `${boardOf(cohortId)}#karte-${params.id}`)
    },
  )
  app.post(
    `${PATH}/erkenntnis`,
    { config, schema: { params: ById, body: FormOf("idempotencyKey"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { cohortId } = await findCard(site.db, actor, params.id)
      try {
        const key = optional(textOf(body, "idempotencyKey"))
        const { id } = await takeOverCard(site.db, actor, params.id, key)
        return goTo(reply, `/erkenntnisse/${id}`, "lesson-taken")
      } catch (error) {
        return showRefused(site, request, reply, cohortId, error)
      }
    },
  )
}

async function showCard(site: Site, request: Request, reply: FastifyReply, shown: Shown) {
  const card = await findCard(site.db, request.actor, request.params.id)
  if (!card.can.edit && !card.can.remove) throw forbidden()
  const cohort = await findCohort(site.db, request.actor, card.cohortId)
  const errors = shown.errors ?? []
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.retrospectives
      const title = card.can.edit ? words.editTitle : words.removeTitle
      const below = [{ label: words.title, href: boardOf(cohort.id) }, { label: title }]
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={below} />,
        children: (
          <CardForm
            t={t}
            card={card}
            body={shown.body ?? card.body}
            errors={errors}
            isConflict={shown.isConflict ?? false}
          />
        ),
      }
    },
    shown.status ?? 200,
  )
}
