import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { findCohort, findStand, type StandView } from "../../../../server/qualification/index.ts"
import { Alert, EmptyState, PageTitle, Table } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Fulfilled } from "./requirements.tsx"

export function standPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/stand",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const stand = await findStand(site.db, actor, params.id)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.stand.title,
        current: "qualification",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.stand.title }]} />,
        children: <Stand t={t} stand={stand} cohortId={cohort.id} />,
      }))
    },
  )
}

function Stand({ t, stand, cohortId }: { t: Texts; stand: StandView; cohortId: string }) {
  const words = t.qualification.stand
  const { requirements } = t.qualification.certificates
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Alert kind="info">
        <p>{words.exception}</p>
      </Alert>
      {stand.learners.length === 0 || stand.requirements.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>
            {stand.learners.length === 0 ? words.noLearners : words.noRequirements}{" "}
            <a href={`/lerngruppen/${cohortId}`}>{words.back}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          columns={[words.who, ...stand.requirements.map((one) => requirements[one])]}
          named
          short
          rows={stand.learners.map(({ name, outstanding }, index) => ({
            key: index,
            cells: [
              name,
              ...stand.requirements.map((one) => (
                <Fulfilled t={t} fulfilled={!outstanding.includes(one)} key={one} />
              )),
            ],
          }))}
        />
      )}
    </>
  )
}
