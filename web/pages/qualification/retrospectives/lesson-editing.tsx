import type { FastifyReply, FastifyRequest } from "fastify"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  EditedLesson,
  editLesson,
  findCohort,
  findLesson,
  listLessons,
  NewLesson,
  writeLesson,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, optional, refusalErrors, textOf } from "../../../forms.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { lessonsOf } from "./columns.ts"
import { LessonForm, type LessonFormProps, type LessonTexts } from "./lesson-form.tsx"

const config = { access: "signed-in", page: true } as const
const NEW = "/lerngruppen/:id/erkenntnisse/neu"
const ONE = "/erkenntnisse/:id"
const FIELDS = ["kind", "title", "body"] as const

type Request = FastifyRequest<{ Params: { id: string } }>
type Shown = Pick<LessonFormProps, "fields" | "errors" | "version" | "idempotencyKey" | "newer"> & {
  status: number
}

export function lessonEditing(app: App, site: Site): void {
  newLesson(app, site)
  changing(app, site)
}

function newLesson(app: App, site: Site): void {
  app.get(NEW, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    await listLessons(site.db, request.actor, request.params.id)
    const shown = { fields: textsIn({}), errors: [], status: 200, idempotencyKey: newId() }
    return showForm(site, request, reply, request.params.id, shown)
  })
  app.post(
    NEW,
    { config, schema: { params: ById, body: FormOf(...FIELDS, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      await listLessons(site.db, request.actor, id)
      const fields = textsIn(request.body)
      const key = textOf(request.body, "idempotencyKey")
      const { value, faults } = checkInput(NewLesson, { ...fields, ...(optional(key) && { key }) })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults, "lesson")
        return showForm(site, request, reply, id, { fields, errors, status: 422, idempotencyKey: key })
      }
      const made = await writeLesson(site.db, request.actor, id, value)
      return goTo(reply, `${lessonsOf(id)}#erkenntnis-${made.id}`, "lesson-saved")
    },
  )
}

function changing(app: App, site: Site): void {
  app.get(ONE, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const { cohortId, version, can, ...fields } = await findLesson(site.db, request.actor, request.params.id)
    if (!can.edit) throw new Refusal(409, "lesson.released")
    return showForm(site, request, reply, cohortId, { fields, errors: [], status: 200, version })
  })
  app.post(
    ONE,
    { config, schema: { params: ById, body: FormOf(...FIELDS, "version"), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const t = texts(request.locale)
      const { cohortId } = await findLesson(site.db, actor, params.id)
      const fields = textsIn(request.body)
      const version = Number(textOf(request.body, "version")) || 0
      const { value, faults } = checkInput(EditedLesson, { ...fields, version })
      if (!value) {
        const errors = fieldErrors(t, faults, "lesson")
        return showForm(site, request, reply, cohortId, { fields, errors, status: 422, version })
      }
      try {
        await editLesson(site.db, actor, params.id, value)
      } catch (error) {
        const newer = await findLesson(site.db, actor, params.id)
        const isConflict = error instanceof Refusal && error.code === "lesson.changed"
        const errors = isConflict ? [] : refusalErrors(t, error)
        const shown = { fields, errors, status: 409, version: newer.version, newer }
        return showForm(site, request, reply, cohortId, shown)
      }
      return goTo(reply, `${lessonsOf(cohortId)}#erkenntnis-${params.id}`, "lesson-saved")
    },
  )
}

const textsIn = (fields: Fields): LessonTexts => ({
  kind: textOf(fields, "kind") || "learned",
  title: textOf(fields, "title"),
  body: textOf(fields, "body"),
})

async function showForm(site: Site, request: Request, reply: FastifyReply, cohortId: string, shown: Shown) {
  const cohort = await findCohort(site.db, request.actor, cohortId)
  const { status, ...form } = shown
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.lessons
      const title = shown.version === undefined ? words.add : words.editTitle
      const below = [{ label: words.title, href: lessonsOf(cohortId) }, { label: title }]
      const action =
        shown.version === undefined ? `${lessonsOf(cohortId)}/neu` : `/erkenntnisse/${request.params.id}`
      return {
        title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={below} />,
        children: <LessonForm t={t} title={title} action={action} cancel={lessonsOf(cohortId)} {...form} />,
      }
    },
    status,
  )
}
