import type { Actor } from "../../../../server/kernel/actor.ts"
import type { Db } from "../../../../server/kernel/database.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type CohortRow, listCohorts, mayFacilitate } from "../../../../server/qualification/core.ts"
import { hasFeed, listManaged, type ManagedRow } from "../../../../server/qualification/course.ts"
import { listCertificates } from "../../../../server/qualification/proof.ts"
import { listAgreements } from "../../../../server/qualification/work.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Badge, Day, EmptyState, LinkButton, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { OwnCertificates } from "../certificates/own.tsx"
import { managerPath, onlyManages } from "../managers/sections.ts"
import { OwnAgreements } from "../projects/agreements.tsx"
import { Calendar } from "./calendar-card.tsx"
import { When } from "./when.tsx"

export function overviewPage(app: App, site: Site): void {
  pagesOf(app, site).page("/qualifizierung", {
    find: ({ db, actor }) => findOverview(db, actor),
    show: ({ t }, found) => showOverview(t, found, null),
  })
}

export type FoundOverview = Awaited<ReturnType<typeof findOverview>>

export async function findOverview(db: Db, actor: Actor) {
  return {
    cohorts: await listCohorts(db, actor),
    managed: await listManaged(db, actor),
    agreements: await listAgreements(db, actor),
    certificates: await listCertificates(db, actor),
    hasCalendar: await hasFeed(db, actor),
    facilitates: mayFacilitate(actor),
  }
}

/** @param address of the own calendar, in the one answer that shows it */
export const showOverview = (t: Texts, found: FoundOverview, address: string | null): Content => ({
  title: t.qualification.cohorts.title,
  current: "qualification",
  width: "reading",
  children: <Overview t={t} {...found} address={address} />,
})

type Props = { t: Texts; address: string | null } & FoundOverview

function Overview({ t, cohorts, managed, hasCalendar, facilitates, address, ...own }: Props) {
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
      <OwnAgreements t={t} rows={own.agreements} />
      <OwnCertificates t={t} certificates={own.certificates} />
      <p>
        <a href="/qualifizierung/meine-daten">{t.qualification.takeaway.link}</a>
      </p>
      <Calendar t={t} exists={hasCalendar} address={address} />
    </>
  )
}

/** What a manager opens is what was released to them. */
const startOf = ({ id, parts }: CohortRow) =>
  onlyManages({ parts }) ? managerPath(id) : `/lerngruppen/${id}`

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
