import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import {
  type CohortRow,
  listCohorts,
  listManaged,
  type ManagedRow,
  mayFacilitate,
} from "../../../../server/qualification/index.ts"
import { Badge, Day, EmptyState, LinkButton, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { managerPath, onlyManages } from "../managers/sections.ts"
import { When } from "./when.tsx"

export function overviewPage(app: App, site: Site): void {
  app.get(
    "/qualifizierung",
    { config: { access: "signed-in", page: true }, schema: { response: html } },
    async (request, reply) => {
      const cohorts = await listCohorts(site.db, request.actor)
      const managed = await listManaged(site.db, request.actor)
      return show(site, request, reply, (t) => ({
        title: t.qualification.cohorts.title,
        current: "qualification",
        width: "reading",
        children: (
          <Overview t={t} cohorts={cohorts} managed={managed} facilitates={mayFacilitate(request.actor)} />
        ),
      }))
    },
  )
}

/** What a manager opens is what was released to them. */
const startOf = ({ id, parts }: CohortRow) =>
  onlyManages({ parts }) ? managerPath(id) : `/lerngruppen/${id}`

type Props = { t: Texts; cohorts: CohortRow[]; managed: ManagedRow[]; facilitates: boolean }

function Overview({ t, cohorts, managed, facilitates }: Props) {
  const words = t.qualification.cohorts
  const managedOf = (cohort: CohortRow) => managed.find(({ id }) => id === cohort.id)
  const add = (
    <>
      <LinkButton href="/lerngruppen/neu" kind="primary" icon="plus">
        {words.new}
      </LinkButton>
      <LinkButton href="/erkenntnisse">{t.qualification.lessons.title}</LinkButton>
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
              badges={<Waiting t={t} row={managedOf(cohort)} />}
              meta={
                <Meta
                  items={[
                    cohort.programme,
                    <span key="start">
                      {words.since} <Day value={cohort.startOn} />
                    </span>,
                    ...cohort.parts.map((part) => words.ownParts[part]),
                    nextWorkshop(t, managedOf(cohort)),
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

/** What a manager has to know before opening the cohort. */
function Waiting({ t, row }: { t: Texts; row: ManagedRow | undefined }) {
  const words = t.qualification.managed
  if (!row) return null
  return (
    <>
      {row.waiting > 0 && <Badge kind="warning">{words.waitingFor(row.waiting)}</Badge>}
      {row.hasReport && <Badge kind="info">{words.reportReleased}</Badge>}
    </>
  )
}

function nextWorkshop(t: Texts, row: ManagedRow | undefined) {
  if (!row?.next) return null
  return (
    <span key="next">
      {t.qualification.managed.nextWorkshop} <When step={{ ...row.next, kind: "workshop" }} />
    </span>
  )
}
