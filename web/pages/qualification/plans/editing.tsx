import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  findPlan,
  MOST_LINES,
  PLANS,
  type PlanContent,
  type PlanKind,
  savePlan,
} from "../../../../server/qualification/index.ts"
import { codeMessage, type Fields, FormOf, textOf } from "../../../forms.ts"
import { type FieldError, NewerVersion, PageTitle } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { ByPlan, kindOf, planPath } from "./address.ts"
import { PlanForm } from "./form.tsx"
import { columnLabel, comparedPlans, fieldLabel } from "./labels.ts"

const config = { access: "signed-in", page: true } as const
const ADDRESS = "/lerngruppen/:id/vorhaben/:plan/bearbeiten"

/** Every name that a form of any kind may send; the kind decides what is read of them. */
const NAMES = [
  ...new Set(
    Object.values(PLANS).flatMap(({ fields, columns }) => [
      ...Object.keys(fields).map((name) => `fields.${name}`),
      ...Array.from({ length: MOST_LINES }, (_, index) =>
        Object.keys(columns).map((name) => `lines.${index}.${name}`),
      ).flat(),
    ]),
  ),
]

export function editingPages(app: App, site: Site): void {
  app.get(ADDRESS, { config, schema: { params: ByPlan, response: html } }, async (request, reply) => {
    const { id, plan: slug } = request.params
    const { content, version, can } = await findPlan(site.db, request.actor, id, kindOf(slug))
    if (!can.edit) throw forbidden()
    const shown = { content: content ?? emptyContent(kindOf(slug)), version, errors: [], status: 200 }
    return showForm(site, request, reply, { id, kind: kindOf(slug) }, shown)
  })
  app.post(
    ADDRESS,
    { config, schema: { params: ByPlan, body: FormOf(...NAMES, "link", "version"), response: html } },
    async (request, reply) => {
      const { id, plan: slug } = request.params
      const kind = kindOf(slug)
      const content = contentIn(kind, request.body)
      const version = Number(textOf(request.body, "version")) || 0
      try {
        const saved = await savePlan(site.db, request.actor, id, kind, { version, content })
        return goTo(reply, planPath(id, kind), saved.version > 0 ? "saved" : undefined)
      } catch (error) {
        if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
        const t = texts(request.locale)
        const errors = error.status === 422 ? [errorAt(t, kind, error)] : []
        const current = await findPlan(site.db, request.actor, id, kind)
        // Sent again it replaces the newer edition, which the person has been shown.
        const newer = error.status === 409 ? current.content : null
        const shown = { content, version: current.version, errors, status: error.status }
        return showForm(site, request, reply, { id, kind }, { ...shown, ...(newer && { newer }) })
      }
    },
  )
}

type Place = { id: string; kind: PlanKind }
type Shown = {
  content: PlanContent
  version: number
  errors: FieldError[]
  status: number
  /** What somebody else saved meanwhile. */
  newer?: PlanContent
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, kind }: Place,
  { content, version, errors, status, newer }: Shown,
) {
  const cohort = await findCohort(site.db, request.actor, id)
  const path = planPath(id, kind)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.plans
      const { title } = words.kinds[kind]
      const heading = words.editTitle(title)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(heading) : heading,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail t={t} cohort={cohort} below={[{ label: title, href: path }, { label: words.edit }]} />
        ),
        children: (
          <>
            <PageTitle>{heading}</PageTitle>
            {newer && (
              <NewerVersion
                title={words.conflictTitle}
                text={words.conflictText}
                fields={comparedPlans(t, kind, newer, content)}
              />
            )}
            <PlanForm kind={kind} content={content} version={version} errors={errors} path={path} />
          </>
        ),
      }
    },
    status,
  )
}

function errorAt(t: Texts, kind: PlanKind, { code, field = "link" }: Refusal): FieldError {
  if (code !== "plan.field") return { field, message: codeMessage(t, code) }
  const [group, first = "", second = ""] = field.split(".")
  const words = t.qualification.plans
  if (group === "fields") return { field, message: t.errors.planField(fieldLabel(t, kind, first)) }
  if (group === "lines") {
    const name = `${words.kinds[kind].line} ${Number(first) + 1}, ${columnLabel(t, kind, second)}`
    return { field, message: t.errors.planField(name) }
  }
  return { field: "link", message: t.errors.planField(words.link) }
}

function contentIn(kind: PlanKind, form: Fields): PlanContent {
  const { fields, columns } = PLANS[kind]
  const lines = Array.from({ length: MOST_LINES }, (_, index) =>
    Object.fromEntries(Object.keys(columns).map((name) => [name, textOf(form, `lines.${index}.${name}`)])),
  )
  return {
    link: textOf(form, "link").trim(),
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, textOf(form, `fields.${name}`)])),
    lines: lines.filter((line) => Object.values(line).some((value) => value !== "")),
  }
}

const emptyContent = (kind: PlanKind): PlanContent => contentIn(kind, {})
