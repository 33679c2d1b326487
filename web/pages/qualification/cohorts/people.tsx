import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html, Id } from "../../../../server/kernel/schemas.ts"
import {
  addMember,
  CandidateQuery,
  changeManager,
  findCandidates,
  findCohort,
  NewMember,
  removeMember,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, orNull, refusalErrors, textOf } from "../../../forms.ts"
import { ErrorSummary, type FieldError, PageTitle } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Adding } from "./adding.tsx"
import { MemberLists } from "./member-lists.tsx"

const config = { access: "signed-in", page: true } as const
const Address = Closed({
  name: Type.Optional(Type.String({ maxLength: 200 })),
  hinweis: Type.Optional(Type.String()),
})
const ByMember = Closed({ id: Id, memberId: Id })

export function memberPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/beteiligte",
    { config, schema: { params: ById, querystring: Address, response: html } },
    async (request, reply) => showPage(site, request, reply, request.params.id, request.query.name),
  )
  app.post(
    "/lerngruppen/:id/beteiligte",
    { config, schema: { params: ById, body: FormOf("personId", "part", "name"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const name = textOf(request.body, "name")
      const t = texts(request.locale)
      const input = { personId: textOf(request.body, "personId"), part: textOf(request.body, "part") }
      const { value, faults } = checkInput(NewMember, input)
      if (!value) return showPage(site, request, reply, id, name, fieldErrors(t, faults), 422)
      try {
        await addMember(site.db, request.actor, id, value)
        return goTo(reply, `/lerngruppen/${id}/beteiligte`, "member-added")
      } catch (error) {
        return showAgain(site, request, reply, id, error)
      }
    },
  )
  app.post(
    "/lerngruppen/:id/beteiligte/:memberId/fuehrungskraft",
    { config, schema: { params: ByMember, body: FormOf("managerId"), response: html } },
    async (request, reply) => {
      const { id, memberId } = request.params
      const managerId = orNull(textOf(request.body, "managerId"))
      try {
        if (managerId !== null && !checkInput(Id, managerId).value)
          throw new Refusal(422, "cohort.manager-unknown", "managerId")
        await changeManager(site.db, request.actor, id, memberId, managerId)
        return goTo(reply, `/lerngruppen/${id}/beteiligte`, "saved")
      } catch (error) {
        return showAgain(site, request, reply, id, error)
      }
    },
  )
  app.post(
    "/lerngruppen/:id/beteiligte/:memberId/beenden",
    { config, schema: { params: ByMember, body: FormOf(), response: html } },
    async (request, reply) => {
      const { id, memberId } = request.params
      try {
        await removeMember(site.db, request.actor, id, memberId)
      } catch (error) {
        return showAgain(site, request, reply, id, error)
      }
      // Whoever ends the own part has no way back to this page.
      const { people } = await findCohort(site.db, request.actor, id).catch(() => ({ people: [] }))
      const stays = people.some(
        ({ personId, part }) => personId === request.actor.id && part === "facilitator",
      )
      return goTo(reply, stays ? `/lerngruppen/${id}/beteiligte` : "/qualifizierung", "member-left")
    },
  )
}

function showAgain(site: Site, request: FastifyRequest, reply: FastifyReply, id: string, error: unknown) {
  if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
  const errors = refusalErrors(texts(request.locale), error)
  return showPage(site, request, reply, id, undefined, errors, error.status)
}

async function showPage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  name: string | undefined,
  found: FieldError[] = [],
  status = 200,
) {
  const cohort = await findCohort(site.db, request.actor, id)
  if (!cohort.parts.includes("facilitator")) throw new Refusal(403, "forbidden")
  const query = name ? checkInput(CandidateQuery, { name }) : null
  const errors = [...found, ...fieldErrors(texts(request.locale), query?.faults ?? [])]
  const candidates = query?.value ? await findCandidates(site.db, request.actor, id, query.value.name) : null
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.cohorts.members
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.title) : words.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: words.title }]} />,
        children: (
          <>
            <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
            <ErrorSummary errors={errors} />
            <Adding cohort={cohort} name={name ?? ""} candidates={candidates} errors={errors} />
            <MemberLists cohort={cohort} />
          </>
        ),
      }
    },
    errors.length > 0 && status === 200 ? 422 : status,
  )
}
