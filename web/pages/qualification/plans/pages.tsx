import { Type } from "typebox"
import { draftRollOut, findRollOutOf } from "../../../../server/announcements/index.ts"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import {
  DecidedPlan,
  decidePlan,
  findPlan,
  findPlanEdition,
  listCohortEvents,
  listPlanIds,
  listPlans,
  type PlanContent,
  type PlanKind,
  type PlanView,
  reopenPlan,
  savePlan,
  showRules,
} from "../../../../server/qualification/outcome.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import {
  ByPage,
  ByPlan,
  kindOf,
  PLAN_PAGES,
  type PlanPage,
  pageOf,
  pagePath,
  planPath,
  Shown,
} from "./address.ts"
import { PlanText } from "./content.tsx"
import { contentIn, fieldsOf, PLAN_FIELDS, stateOf } from "./fields.ts"
import { PlanForm } from "./form.tsx"
import { Plans } from "./plans.tsx"

/** Which fields there are depends on the kind, so the action checks what is in them. */
const Saved = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  content: Type.Unsafe<PlanContent>(Type.Object({})),
})

type ByItsPage = { id: string; plan: PlanPage }
type ByItsKind = Parameters<typeof kindOf>[0]
type One = { cohort: CohortView; kind: PlanKind; plan: PlanView }

const PATH = "/lerngruppen/:id/vorhaben/:plan"
const { read, ...actions } = actionsOf({
  save: Saved,
  decide: DecidedPlan,
  reopen: NoInput,
  propose: NoInput,
})

export function plansPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  announcingForm(app, site)
  pages.page(PATH, {
    params: ByPage,
    query: Shown,
    find: ({ db, actor, params }) => findCohort(db, actor, params.id),
    show: (ask, cohort) => shown(ask, cohort),
    reads: ({ db, params }) => listPlanIds(db, params.id, PLAN_PAGES[params.plan]),
  })
  pages.form(PATH, {
    params: ByPlan,
    find: findOne,
    ...actions,
    fields: [...PLAN_FIELDS, "action"],
    read: (fields, { kind }) => {
      const sent = read(fields)
      if (sent.action !== "save") return sent
      return {
        action: "save",
        version: Number(textOf(fields, "version")) || 0,
        content: contentIn(kind, fields),
      }
    },
    start: ({ kind, plan: { content, version } }) => fieldsOf(kind, content, version),
    act: async ({ db, actor, params: { id } }, sent, { kind }): Promise<Next> => {
      const here = planPath(id, kind)
      switch (sent.action) {
        case "save": {
          const { content, version } = sent
          const saved = await savePlan(db, actor, id, kind, { content, version })
          return [here, saved.version > 0 ? "saved" : undefined]
        }
        case "decide":
          await decidePlan(db, actor, id, kind, sent.version)
          return [here, "plan-decided"]
        case "propose":
          await showRules(db, actor, id)
          return ["/nutzungsregeln/entwurf", "rules-proposed"]
        default:
          await reopenPlan(db, actor, id, kind)
          return [here, "plan-reopened"]
      }
    },
    to: (next) => next,
    again: (ask, { cohort, kind }, form) => {
      if (textOf(form.fields, "action") === "save") return editing(ask.t, cohort, kind, form)
      // Whoever only decided has no text to compare with a newer one.
      return listed(ask, cohort, pageOf(kind), { ...form, newer: null })
    },
  })
}

/** The starting signal is written from the decided plan, and the plan leads to it from then on. */
function announcingForm(app: App, site: Site): void {
  pagesOf(app, site).form("/lerngruppen/:id/ankuendigung", {
    find: ({ db, actor, params }) => findCohort(db, actor, params.id),
    input: NoInput,
    act: ({ db, actor, params }) => draftRollOut(db, site.announcing, actor, { groupId: params.id }),
    to: ({ id }) => [`/ankuendigungen/${id}`, "roll-out-drafted"],
    again: (ask, cohort, form) => listed(ask, cohort, "kolleginnen-und-kollegen", form),
  })
}

async function findOne({ db, actor, params }: Ask<{ id: string; plan: ByItsKind }>): Promise<One> {
  const kind = kindOf(params.plan)
  const plan = await findPlan(db, actor, params.id, kind)
  if (!plan.can.edit) throw forbidden()
  return { cohort: await findCohort(db, actor, params.id), kind, plan }
}

/** The plans of a page as they are; or of one of them the form, or a former edition. */
async function shown(ask: Ask<ByItsPage, Shown>, cohort: CohortView) {
  const { db, actor, params, query, t } = ask
  const on = (kind: PlanKind) => pageOf(kind) === params.plan
  if (query.bearbeiten && on(kindOf(query.bearbeiten))) {
    const kind = kindOf(query.bearbeiten)
    const { content, version, can } = await findPlan(db, actor, cohort.id, kind)
    if (!can.edit) throw forbidden()
    return editing(t, cohort, kind, stateOf(t, kind, { fields: fieldsOf(kind, content, version) }))
  }
  if (query.plan && query.fassung && on(kindOf(query.plan)))
    return edition(ask, cohort, kindOf(query.plan), query.fassung)
  return listed(ask, cohort, params.plan)
}

const titleOf = (t: Ask["t"], page: PlanPage) => {
  const words = t.qualification.plans
  const [kind] = PLAN_PAGES[page]
  return page === "kolleginnen-und-kollegen" ? words.colleagues : words.kinds[kind]
}

async function listed(
  { site, db, actor, t }: Pick<Ask, "site" | "db" | "actor" | "t">,
  cohort: CohortView,
  page: PlanPage,
  form?: FormState,
) {
  const plans = await listPlans(db, actor, cohort.id, PLAN_PAGES[page])
  const announced = plans.some(({ kind, decided }) => kind === "rollout" && decided)
    ? await findRollOutOf(db, site.announcing, actor, cohort.id)
    : null
  const { title, lead } = titleOf(t, page)
  const isPlanned = plans.some(({ kind, can }) => kind === "event" && can.edit)
  const events = isPlanned ? await listCohortEvents(db, cohort) : []
  return cohortPage(
    t,
    cohort,
    { title, width: "reading" },
    <Plans
      t={t}
      cohortId={cohort.id}
      title={title}
      lead={lead}
      plans={plans}
      announced={announced}
      events={events}
      {...(form && { form })}
    />,
  )
}

function editing(t: Ask["t"], cohort: CohortView, kind: PlanKind, form: FormState) {
  const words = t.qualification.plans
  const title = words.editTitle(words.kinds[kind].title)
  const above = [{ label: titleOf(t, pageOf(kind)).title, href: pagePath(cohort.id, pageOf(kind)) }]
  return cohortPage(
    t,
    cohort,
    { title, above, width: "reading" },
    <PlanForm t={t} cohortId={cohort.id} title={title} kind={kind} form={stateOf(t, kind, form)} />,
  )
}

async function edition(
  { db, actor, t }: Pick<Ask, "db" | "actor" | "t">,
  cohort: CohortView,
  kind: PlanKind,
  version: number,
) {
  const { content, html } = await findPlanEdition(db, actor, cohort.id, kind, version)
  const words = t.qualification.plans
  const here = words.edition(String(version))
  const page = pageOf(kind)
  const { title } = words.kinds[kind]
  const above = [{ label: titleOf(t, page).title, href: pagePath(cohort.id, page) }]
  return cohortPage(
    t,
    cohort,
    { title: `${title}, ${here}`, above, width: "reading" },
    <div class="ff-cohort">
      <PageTitle over={here}>{title}</PageTitle>
      <PlanText t={t} kind={kind} content={content} html={html} level={2} />
    </div>,
  )
}
