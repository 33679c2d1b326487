import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { type CohortRow, listCohorts, mayFacilitate } from "../../../../server/qualification/index.ts"
import { Day, EmptyState, LinkButton, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

export function overviewPage(app: App, site: Site): void {
  app.get(
    "/qualifizierung",
    { config: { access: "signed-in", page: true }, schema: { response: html } },
    async (request, reply) => {
      const cohorts = await listCohorts(site.db, request.actor)
      return show(site, request, reply, (t) => ({
        title: t.qualification.cohorts.title,
        current: "qualification",
        width: "reading",
        children: <Overview t={t} cohorts={cohorts} facilitates={mayFacilitate(request.actor)} />,
      }))
    },
  )
}

/** What a learner opens first is their own path. */
const startOf = ({ id, parts }: CohortRow) =>
  parts.includes("learner") ? `/lerngruppen/${id}/lernweg` : `/lerngruppen/${id}`

function Overview({ t, cohorts, facilitates }: { t: Texts; cohorts: CohortRow[]; facilitates: boolean }) {
  const words = t.qualification.cohorts
  const add = (
    <>
      <LinkButton href="/lerngruppen/neu" kind="primary" icon="plus">
        {words.new}
      </LinkButton>
      <LinkButton href="/programme">{t.qualification.programmes.title}</LinkButton>
    </>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={facilitates && add}>
        {words.title}
      </PageTitle>
      {cohorts.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>{facilitates ? words.emptyFacilitator : words.emptyText}</p>
        </EmptyState>
      ) : (
        <List>
          {cohorts.map((cohort) => (
            <Row
              key={cohort.id}
              href={startOf(cohort)}
              title={cohort.name}
              level={2}
              meta={
                <Meta
                  items={[
                    cohort.programme,
                    <span key="start">
                      {words.since} <Day value={cohort.startOn} />
                    </span>,
                    ...cohort.parts.map((part) => words.ownParts[part]),
                  ]}
                />
              }
            />
          ))}
        </List>
      )}
      <p>
        <a href="/zertifikate">{t.qualification.certificates.ownTitle}</a>
      </p>
      {cohorts.length > 0 && (
        <p>
          <a href="/qualifizierung/mitnahme">{t.qualification.takeaway.link}</a>
        </p>
      )}
    </>
  )
}
