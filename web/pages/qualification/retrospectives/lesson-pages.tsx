import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  findLesson,
  listEarlierLessons,
  listLessons,
  releaseLesson,
  removeLesson,
  withdrawLesson,
} from "../../../../server/qualification/index.ts"
import { FormOf, refusalErrors, textOf } from "../../../forms.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { lessonsOf } from "./columns.ts"
import { Lessons } from "./lessons.tsx"

const config = { access: "signed-in", page: true } as const

export function lessonPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/erkenntnisse",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showLessons(site, request, reply, request.params.id),
  )
  releasingPages(app, site)
  app.post(
    "/erkenntnisse/:id/loeschen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const { cohortId } = await findLesson(site.db, request.actor, request.params.id)
      try {
        await removeLesson(site.db, request.actor, request.params.id)
      } catch (error) {
        return showLessons(site, request, reply, cohortId, error)
      }
      return goTo(reply, lessonsOf(cohortId), "lesson-removed")
    },
  )
}

function releasingPages(app: App, site: Site): void {
  const deeds = [
    { path: "freigeben", deed: releaseLesson, hint: "lesson-released" },
    { path: "zurueckziehen", deed: withdrawLesson, hint: "lesson-withdrawn" },
  ] as const
  for (const { path, deed, hint } of deeds)
    app.post(
      `/erkenntnisse/:id/${path}`,
      { config, schema: { params: ById, body: FormOf("version"), response: html } },
      async (request, reply) => {
        const { actor, params, body } = request
        const { cohortId, can } = await findLesson(site.db, actor, params.id)
        if (!can.release && !can.withdraw) throw forbidden()
        try {
          await deed(site.db, actor, params.id, Number(textOf(body, "version")) || 0)
        } catch (error) {
          return showLessons(site, request, reply, cohortId, error)
        }
        return goTo(reply, `${lessonsOf(cohortId)}#erkenntnis-${params.id}`, hint)
      },
    )
}

/** Where a deed was refused, with the present texts below the reason. */
async function showLessons(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  refusal?: unknown,
) {
  const errors = refusal === undefined ? [] : refusalErrors(texts(request.locale), refusal)
  const own = await listLessons(site.db, request.actor, cohortId)
  const earlier = await listEarlierLessons(site.db, request.actor, cohortId)
  const cohort = await findCohort(site.db, request.actor, cohortId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.qualification.lessons
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
        children: <Lessons t={t} cohortId={cohortId} own={own} earlier={earlier} errors={errors} />,
      }
    },
    errors.length > 0 ? 409 : 200,
  )
}
