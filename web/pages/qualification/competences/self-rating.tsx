import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  listSelfRatings,
  type Point,
  type SelfRatingsView,
} from "../../../../server/qualification/index.ts"
import { Alert, Badge, LinkButton, List, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Development } from "./development.tsx"

/** How a point stands in an address. */
export const POINT_NAMES: Record<Point, string> = { start: "anfang", middle: "mitte", end: "ende" }

export function selfRatingPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/selbsteinschaetzung",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const ratings = await listSelfRatings(site.db, actor, params.id)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.selfRating.title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.selfRating.title }]} />
        ),
        children: <Overview t={t} cohortId={cohort.id} ratings={ratings} />,
      }))
    },
  )
}

function Overview({ t, cohortId, ratings }: { t: Texts; cohortId: string; ratings: SelfRatingsView }) {
  const words = t.qualification.selfRating
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Alert kind="info">
        <p>{words.privacy}</p>
      </Alert>
      <List>
        {ratings.points.map(({ point, version, fixed }) => (
          <li class="ff-row" key={point}>
            <div class="ff-row__main">
              <h2 class="ff-row__title">{words.pointTitles[point]}</h2>
              <p class="ff-row__excerpt">{words.when[point]}</p>
              <div class="ff-row__foot">
                {version > 0 ? (
                  <Badge kind="success" icon="check-circle">
                    {words.done}
                  </Badge>
                ) : (
                  <Badge>{fixed ? words.skipped : words.open}</Badge>
                )}
              </div>
            </div>
            {(version > 0 || !fixed) && (
              <div class="ff-row__actions">
                <LinkButton
                  href={`/lerngruppen/${cohortId}/selbsteinschaetzung/eintragen?zeitpunkt=${POINT_NAMES[point]}`}
                  context={words.pointTitles[point]}
                  small
                >
                  {fixed ? words.read : version > 0 ? words.change : words.fill}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </List>
      <Development ratings={ratings} />
    </>
  )
}
