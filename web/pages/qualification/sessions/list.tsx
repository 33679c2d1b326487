import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/index.ts"
import { Badge, EmptyState, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { CohortTrail } from "../trail.tsx"

const KINDS = ["workshop", "meeting"] as const

/** The sessions of a cohort, as they follow one another. */
export function listPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/termine",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const cohort = await findCohort(site.db, request.actor, request.params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.sessions.listTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.sessions.listTitle }]} />
        ),
        children: <Sessions t={t} cohort={cohort} />,
      }))
    },
  )
}

function Sessions({ t, cohort }: { t: Texts; cohort: CohortView }) {
  const words = t.qualification.sessions
  const sessions = cohort.steps.flatMap((step) => {
    const kind = KINDS.find((one) => one === step.kind)
    return kind ? [{ ...step, kind }] : []
  })
  return (
    <>
      <PageTitle>{words.listTitle}</PageTitle>
      {sessions.length === 0 ? (
        <EmptyState icon="calendar" title={words.listEmpty}>
          <p>{words.listEmptyText}</p>
        </EmptyState>
      ) : (
        <List>
          {sessions.map((step) => (
            <Row
              key={step.id}
              href={`/termine/${step.id}`}
              title={step.title}
              level={2}
              badges={step.cancelled && <Badge kind="neutral">{words.cancelled}</Badge>}
              meta={<Meta items={[words.kinds[step.kind], <When key="when" step={step} />, step.place]} />}
            />
          ))}
        </List>
      )}
    </>
  )
}
