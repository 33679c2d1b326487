import type { FastifyReply, FastifyRequest } from "fastify"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  EXPERIENCE_QUESTIONS,
  findCohort,
  findExperiences,
  OwnExperience,
  saveExperience,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, listOf, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Experiences, type TypedExperience } from "./together.tsx"

const config = { access: "signed-in", page: true } as const
const AT = "/lerngruppen/:id/erfahrungen"

export function experiencePages(app: App, site: Site): void {
  app.get(AT, { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showExperiences(site, request, reply, null, [], 200),
  )
  app.post(
    AT,
    {
      config,
      schema: { params: ById, body: FormOf(...EXPERIENCE_QUESTIONS, "media", "anonymous"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      const typed = {
        helps: textOf(request.body, "helps"),
        hinders: textOf(request.body, "hinders"),
        wish: textOf(request.body, "wish"),
        media: listOf(request.body, "media"),
        anonymous: textOf(request.body, "anonymous") !== "",
      }
      const { value, faults } = checkInput(OwnExperience, typed)
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showExperiences(site, request, reply, typed, errors, 422)
      }
      await saveExperience(site.db, request.actor, id, value)
      return goTo(reply, `/lerngruppen/${id}/erfahrungen`, "saved")
    },
  )
}

async function showExperiences(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  typed: TypedExperience | null,
  errors: FieldError[],
  status: number,
) {
  const { id } = request.params
  const view = await findExperiences(site.db, request.actor, id)
  const cohort = await findCohort(site.db, request.actor, id)
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.qualification.starts.experiences
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
        children: <Experiences t={t} cohortId={id} view={view} typed={typed} errors={errors} />,
      }
    },
    status,
  )
}
