import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { findCohort, listProjects, type ProjectRow } from "../../../../server/qualification/index.ts"
import { Badge, EmptyState, LinkButton, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

export function listPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/projekte",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { id } = request.params
      const rows = await listProjects(site.db, request.actor, id)
      const cohort = await findCohort(site.db, request.actor, id)
      const learns = cohort.parts.includes("learner")
      return show(site, request, reply, (t) => ({
        title: t.qualification.projects.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.projects.title }]} />,
        children: <Projects t={t} cohortId={id} rows={rows} learns={learns} />,
      }))
    },
  )
}

type Props = { t: Texts; cohortId: string; rows: ProjectRow[]; learns: boolean }

function Projects({ t, cohortId, rows, learns }: Props) {
  const words = t.qualification.projects
  const begin = (
    <LinkButton href={`/lerngruppen/${cohortId}/projekte/neu`} kind="primary" icon="plus">
      {words.new}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={learns && rows.length > 0 && begin}>
        {words.title}
      </PageTitle>
      {rows.length === 0 && (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{learns ? words.emptyLearner : words.emptyFacilitator}</p>
          {learns && begin}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul class="ff-list">
          {rows.map((row) => (
            <li class="ff-row" key={row.id}>
              <div class="ff-row__main">
                <h2 class="ff-row__title">
                  {row.canOpen ? <a href={`/lernprojekte/${row.id}`}>{row.title}</a> : row.title}
                </h2>
                <p class="ff-row__excerpt">{row.goal}</p>
                <div class="ff-row__foot">
                  <Badge kind={row.state === "finished" ? "success" : "neutral"}>
                    {words.states[row.state]}
                  </Badge>
                  {row.isOwn && <Badge kind="info">{words.own}</Badge>}
                  <span>{row.people.join(", ")}</span>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
