import type { App } from "../../../../server/kernel/http.ts"
import { showMarkdown } from "../../../../server/kernel/markdown.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type CohortView,
  findCohort,
  findPath,
  type PathView,
} from "../../../../server/qualification/index.ts"
import { Day, LinkButton, List, Meta, PageTitle, Prose, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { ImpulseBadges, ImpulseMeta } from "../impulses/list.tsx"
import { CohortTrail } from "../trail.tsx"
import { addressOfAssessment } from "./address.ts"
import { Next } from "./next.tsx"
import { Requirements } from "./requirements.tsx"
import { Timeline } from "./timeline.tsx"

export function pathPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/lernweg",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const path = await findPath(site.db, actor, params.id)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.path.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.path.title }]} />,
        children: <Path t={t} cohort={cohort} path={path} />,
      }))
    },
  )
}

function Path({ t, cohort, path }: { t: Texts; cohort: CohortView; path: PathView }) {
  const assessment = addressOfAssessment(cohort.id, path.round)
  const words = t.qualification.path
  return (
    <>
      <PageTitle over={cohort.name}>{words.title}</PageTitle>
      <Next t={t} step={path.next} assessment={assessment} />
      <Tasks t={t} path={path} cohortId={cohort.id} />
      <Timeline t={t} path={path} assessment={assessment} />
      <Requirements t={t} path={path} />
    </>
  )
}

const MOST_IMPULSES = 3

/** What the last appointment and the running phase gave along, and the impulses that wait. */
function Tasks({ t, path, cohortId }: { t: Texts; path: PathView; cohortId: string }) {
  const words = t.qualification.path
  const { tasks, ownTasks, impulses } = path
  if (tasks.length === 0 && ownTasks.length === 0 && impulses.length === 0) return null
  return (
    <section aria-labelledby="bis-dahin" class="ff-part">
      <h2 id="bis-dahin">{path.next ? words.until : words.remaining}</h2>
      {ownTasks.length > 0 && (
        <div class="ff-part">
          <h3>{words.ownTasks}</h3>
          <List>
            {ownTasks.map(({ id, body, dueOn, session }) => (
              <Row
                key={id}
                href={`/termine/${session.id}#eigene-aufgaben`}
                title={body}
                meta={<Meta items={[dueOn && <Day key="due" value={dueOn} />, words.from(session.title)]} />}
              />
            ))}
          </List>
        </div>
      )}
      {tasks.map(({ title, tasks: text }) => (
        <div key={title} class="ff-part">
          <h3>{words.from(title)}</h3>
          <Prose html={showMarkdown(text)} level={4} />
        </div>
      ))}
      {impulses.length > 0 && (
        <div class="ff-part">
          <h3>{words.impulses}</h3>
          <List>
            {impulses.slice(-MOST_IMPULSES).map((impulse) => (
              <Row
                key={impulse.id}
                href={`/lernimpulse/${impulse.id}`}
                title={impulse.title}
                badges={<ImpulseBadges t={t} impulse={impulse} learns />}
                meta={<ImpulseMeta t={t} impulse={impulse} />}
              />
            ))}
          </List>
          <div>
            <LinkButton href={`/lerngruppen/${cohortId}/lernimpulse`} small>
              {words.allImpulses}
            </LinkButton>
          </div>
        </div>
      )}
    </section>
  )
}
