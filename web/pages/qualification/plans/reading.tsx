import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import {
  decidePlan,
  findCohort,
  findPlan,
  findPlanEdition,
  type PlanView,
  reopenPlan,
} from "../../../../server/qualification/index.ts"
import { FormOf, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Badge,
  Button,
  Card,
  Day,
  EmptyState,
  Form,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { ByEdition, ByPlan, kindOf, planPath } from "./address.ts"
import { PlanText } from "./content.tsx"
import { hasChecklist } from "./labels.ts"

const config = { access: "signed-in", page: true } as const
const ADDRESS = "/lerngruppen/:id/vorhaben/:plan"

export function readingPages(app: App, site: Site): void {
  app.get(ADDRESS, { config, schema: { params: ByPlan, response: html } }, async (request, reply) => {
    const { id, plan: slug } = request.params
    const kind = kindOf(slug)
    const plan = await findPlan(site.db, request.actor, id, kind)
    const cohort = await findCohort(site.db, request.actor, id)
    return show(site, request, reply, (t) => ({
      title: t.qualification.plans.kinds[kind].title,
      current: "qualification",
      width: "reading",
      breadcrumb: (
        <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.plans.kinds[kind].title }]} />
      ),
      children: <Plan t={t} cohortId={id} plan={plan} />,
    }))
  })
  app.get(
    `${ADDRESS}/fassungen/:version`,
    { config, schema: { params: ByEdition, response: html } },
    async (request, reply) => {
      const { id, plan: slug, version } = request.params
      const kind = kindOf(slug)
      const edition = await findPlanEdition(site.db, request.actor, id, kind, version)
      const cohort = await findCohort(site.db, request.actor, id)
      return show(site, request, reply, (t) => {
        const title = t.qualification.plans.kinds[kind].title
        const here = t.qualification.plans.edition(String(version))
        return {
          title: `${title}, ${here}`,
          current: "qualification",
          width: "reading",
          breadcrumb: (
            <CohortTrail
              t={t}
              cohort={cohort}
              below={[{ label: title, href: planPath(id, kind) }, { label: here }]}
            />
          ),
          children: (
            <div class="ff-cohort">
              <PageTitle over={here}>{title}</PageTitle>
              <PlanText t={t} kind={kind} content={edition.content} html={edition.html} />
            </div>
          ),
        }
      })
    },
  )
  decidingPages(app, site)
}

function decidingPages(app: App, site: Site): void {
  app.post(
    `${ADDRESS}/beschliessen`,
    { config, schema: { params: ByPlan, body: FormOf("version"), response: html } },
    async (request, reply) => {
      const { id, plan: slug } = request.params
      const version = Number(textOf(request.body, "version")) || 0
      await decidePlan(site.db, request.actor, id, kindOf(slug), version)
      return goTo(reply, planPath(id, kindOf(slug)), "plan-decided")
    },
  )
  app.post(
    `${ADDRESS}/wieder-oeffnen`,
    { config, schema: { params: ByPlan, body: FormOf(), response: html } },
    async (request, reply) => {
      const { id, plan: slug } = request.params
      await reopenPlan(site.db, request.actor, id, kindOf(slug))
      return goTo(reply, planPath(id, kindOf(slug)), "plan-reopened")
    },
  )
}

type Props = { t: Texts; cohortId: string; plan: PlanView }

function Plan({ t, cohortId, plan }: Props) {
  const { kind, content, html, decided, version } = plan
  const words = t.qualification.plans
  const path = planPath(cohortId, kind)
  const edit = (
    <LinkButton href={`${path}/bearbeiten`} icon="edit" kind={content ? "secondary" : "primary"}>
      {content ? words.edit : words.begin}
    </LinkButton>
  )
  return (
    <div class="ff-cohort">
      <PageTitle lead={<p>{words.kinds[kind].lead}</p>} actions={content && plan.can.edit && edit}>
        {words.kinds[kind].title}
      </PageTitle>
      {hasChecklist(kind) && <Material t={t} />}
      {content && html ? (
        <>
          <Standing t={t} plan={plan} path={path} />
          <PlanText t={t} kind={kind} content={content} html={html} />
          {plan.can.decide && decided?.version !== version && <Deciding t={t} plan={plan} path={path} />}
          {plan.can.edit && <Editions t={t} version={version} path={path} />}
        </>
      ) : (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          {edit}
        </EmptyState>
      )}
    </div>
  )
}

function Material({ t }: { t: Texts }) {
  const words = t.qualification.plans
  return (
    <p>
      {words.material}: <a href="/datenschutz#verzeichnis">{words.materialLink}</a>
    </p>
  )
}

/** Which edition is in force, and what is read here. */
function Standing({ t, plan, path }: { t: Texts; plan: PlanView; path: string }) {
  const words = t.qualification.plans
  const { decided, version } = plan
  if (decided && decided.version !== version)
    return (
      <Alert kind="info">
        <p>{words.draftNewer(String(decided.version))}</p>
        <p>
          <a href={`${path}/fassungen/${decided.version}`}>{words.seeDecided}</a>
        </p>
      </Alert>
    )
  return (
    <div class="ff-row__foot">
      {decided ? (
        <>
          <Badge kind="success" icon="check">
            {plan.kind === "event" ? words.recordedOn : words.decidedOn} <Day value={decided.on} />
          </Badge>
          {plan.can.decide && <ActionButton action={`${path}/wieder-oeffnen`}>{words.reopen}</ActionButton>}
        </>
      ) : (
        <Badge kind="neutral">
          {words.draft}, {words.edition(String(version))}
        </Badge>
      )}
    </div>
  )
}

function Deciding({ t, plan, path }: { t: Texts; plan: PlanView; path: string }) {
  const words = t.qualification.plans
  return (
    <Card title={words.decideTitle} id="beschluss">
      <p>{words.kinds[plan.kind].decideText}</p>
      <Form action={`${path}/beschliessen`} hidden={{ version: plan.version }}>
        <div>
          <Button kind="primary">{words.kinds[plan.kind].decide}</Button>
        </div>
      </Form>
    </Card>
  )
}

function Editions({ t, version, path }: { t: Texts; version: number; path: string }) {
  const words = t.qualification.plans
  if (version < 2) return null
  const former = Array.from({ length: version - 1 }, (_, index) => version - 1 - index)
  return (
    <section class="ff-part" aria-labelledby="editions">
      <h2 id="editions">{words.versions}</h2>
      <ul class="ff-links">
        {former.map((one) => (
          <li key={one}>
            <a href={`${path}/fassungen/${one}`}>{words.edition(String(one))}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
