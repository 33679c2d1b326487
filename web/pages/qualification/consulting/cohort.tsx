import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { now } from "../../../../server/kernel/time.ts"
import {
  type CohortView,
  type ConsultingRow,
  findCohort,
  listConsultings,
} from "../../../../server/qualification/index.ts"
import { EmptyState, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { CohortTrail } from "../trail.tsx"
import { topicsPath } from "./frame.tsx"
import { ConsultingRows } from "./rows.tsx"

const SESSIONS: CohortView["steps"][number]["kind"][] = ["workshop", "meeting"]

/** Where topics can be put in next, and the results that one may read. */
export function cohortPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/beratungen",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const rows = await listConsultings(site.db, actor, params.id)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => {
        const { title } = t.qualification.consulting
        return {
          title,
          current: "qualification",
          width: "reading",
          breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
          children: <Consultings t={t} cohort={cohort} rows={rows} />,
        }
      })
    },
  )
}

function Consultings({ t, cohort, rows }: { t: Texts; cohort: CohortView; rows: ConsultingRow[] }) {
  const words = t.qualification.consulting.runs
  const ahead = cohort.steps.filter(
    ({ kind, cancelled, endsAt }) => SESSIONS.includes(kind) && !cancelled && new Date(endsAt) > now(),
  )
  return (
    <>
      <PageTitle over={cohort.name} lead={<p>{words.listLead}</p>}>
        {t.qualification.consulting.title}
      </PageTitle>
      <section aria-labelledby="termine" class="ff-part">
        <h2 id="termine">{words.sessions}</h2>
        {ahead.length === 0 ? (
          <EmptyState icon="calendar" title={words.noSessions}>
            <p>{words.noSessionsText}</p>
          </EmptyState>
        ) : (
          <List>
            {ahead.map((step) => (
              <Row
                key={step.id}
                href={topicsPath(step.id)}
                title={step.title}
                level={3}
                meta={<Meta items={[<When key="when" step={step} />]} />}
              />
            ))}
          </List>
        )}
      </section>
      <section aria-labelledby="ergebnisse" class="ff-part">
        <h2 id="ergebnisse">{words.results}</h2>
        {rows.length === 0 ? <p>{words.noResults}</p> : <ConsultingRows rows={rows} withSession />}
      </section>
    </>
  )
}
