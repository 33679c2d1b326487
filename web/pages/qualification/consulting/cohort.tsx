import type { App } from "../../../../server/kernel/http.ts"
import { now } from "../../../../server/kernel/time.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import { type ConsultingRow, listConsultings } from "../../../../server/qualification/meet.ts"
import { pagesOf } from "../../../form-pages.ts"
import { EmptyState, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { When } from "../cohorts/when.tsx"
import { topicsPath } from "./frame.tsx"
import { ConsultingRows } from "./rows.tsx"

const SESSIONS: CohortView["steps"][number]["kind"][] = ["workshop", "meeting"]

/** Where topics can be put in next, and the results that one may read. */
export function cohortPages(app: App, site: Site): void {
  pagesOf(app, site).page("/lerngruppen/:id/beratungen", {
    find: ({ db, actor, params }) => listConsultings(db, actor, params.id),
    show: async ({ t, db, actor, params }, rows) => {
      const cohort = await findCohort(db, actor, params.id)
      const { title } = t.qualification.consulting
      const children = <Consultings t={t} cohort={cohort} rows={rows} />
      return cohortPage(t, cohort, { title, width: "reading" }, children)
    },
  })
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
