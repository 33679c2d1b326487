import type { FastifyReply, FastifyRequest } from "fastify"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  addWorkProcess,
  EditedWorkProcess,
  editWorkProcess,
  findCohort,
  findWorkProcess,
  listWorkProcesses,
  NewWorkProcess,
  removeWorkProcess,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, optional, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { ProcessForm, type ProcessTexts } from "./process-form.tsx"
import { PROCESS_TEXTS } from "./processes.tsx"

const config = { access: "signed-in", page: true } as const
const NEW = "/lerngruppen/:id/arbeitsablaeufe/neu"
const listOfCohort = (cohortId: string) => `/lerngruppen/${cohortId}/arbeitsablaeufe`

type Request = FastifyRequest<{ Params: { id: string } }>
type Shown = {
  fields: ProcessTexts
  errors: FieldError[]
  status: number
  version?: number
  idempotencyKey?: string
  newer?: ProcessTexts
}

export function processEditing(app: App, site: Site): void {
  app.get(NEW, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    await listWorkProcesses(site.db, request.actor, request.params.id)
    const shown = { fields: textsIn({}), errors: [], status: 200, idempotencyKey: newId() }
    return showForm(site, request, reply, request.params.id, shown)
  })
  app.post(
    NEW,
    {
      config,
      schema: { params: ById, body: FormOf("title", ...PROCESS_TEXTS, "idempotencyKey"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      await listWorkProcesses(site.db, request.actor, id)
      const fields = textsIn(request.body)
      const key = textOf(request.body, "idempotencyKey")
      const { value, faults } = checkInput(NewWorkProcess, { ...fields, ...(optional(key) && { key }) })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showForm(site, request, reply, id, { fields, errors, status: 422, idempotencyKey: key })
      }
      await addWorkProcess(site.db, request.actor, id, value)
      return goTo(reply, listOfCohort(id), "saved")
    },
  )
  changingPages(app, site)
}

function changingPages(app: App, site: Site): void {
  app.get(
    "/arbeitsablaeufe/:id",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const found = await findWorkProcess(site.db, request.actor, request.params.id)
      const shown = { fields: found, errors: [], status: 200, version: found.version }
      return showForm(site, request, reply, found.cohortId, shown)
    },
  )
  app.post(
    "/arbeitsablaeufe/:id",
    { config, schema: { params: ById, body: FormOf("title", ...PROCESS_TEXTS, "version"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const { cohortId } = await findWorkProcess(site.db, request.actor, id)
      const fields = textsIn(request.body)
      const version = Number(textOf(request.body, "version")) || 0
      const { value, faults } = checkInput(EditedWorkProcess, { ...fields, version })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showForm(site, request, reply, cohortId, { fields, errors, status: 422, version })
      }
      try {
        await editWorkProcess(site.db, request.actor, id, value)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        const newer = await findWorkProcess(site.db, request.actor, id)
        const shown = { fields, errors: [], status: 409, version: newer.version, newer }
        return showForm(site, request, reply, cohortId, shown)
      }
      return goTo(reply, `${listOfCohort(cohortId)}#ablauf-${id}`, "saved")
    },
  )
  app.post(
    "/arbeitsablaeufe/:id/loeschen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const cohortId = await removeWorkProcess(site.db, request.actor, request.params.id)
      return goTo(reply, listOfCohort(cohortId), "process-removed")
    },
  )
}

const textsIn = (fields: Fields): ProcessTexts => ({
  title: textOf(fields, "title"),
  steps: textOf(fields, "steps"),
  media: textOf(fields, "media"),
  pain: textOf(fields, "pain"),
  change: textOf(fields, "change"),
})

async function showForm(site: Site, request: Request, reply: FastifyReply, cohortId: string, shown: Shown) {
  const cohort = await findCohort(site.db, request.actor, cohortId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.starts.processes
      const title = shown.version === undefined ? words.add : words.editTitle
      const below = [{ label: words.title, href: listOfCohort(cohortId) }, { label: title }]
      const action =
        shown.version === undefined
          ? `${listOfCohort(cohortId)}/neu`
          : `/arbeitsablaeufe/${request.params.id}`
      return {
        title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={below} />,
        children: (
          <ProcessForm t={t} title={title} action={action} cancel={listOfCohort(cohortId)} {...shown} />
        ),
      }
    },
    shown.status,
  )
}
