import type { Actor } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { showMarkdown } from "../../../../server/kernel/markdown.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { findCohort, findPhase, type PhaseView } from "../../../../server/qualification/index.ts"
import { Badge, Facts, List, PageTitle, Prose, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { ImpulseBadges, ImpulseMeta } from "../impulses/list.tsx"
import { Tools } from "../tools.tsx"
import { CohortTrail } from "../trail.tsx"

export function phasePage(app: App, site: Site): void {
  app.get(
    "/praxisphasen/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const phase = await findPhase(site.db, actor, params.id)
      const { parts } = await findCohort(site.db, actor, phase.cohort.id)
      return show(site, request, reply, (t) => ({
        title: phase.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={phase.cohort} below={[{ label: phase.title }]} />,
        children: <Phase t={t} actor={actor} phase={phase} learns={parts.includes("learner")} />,
      }))
    },
  )
}

function Phase({ t, actor, phase, learns }: { t: Texts; actor: Actor; phase: PhaseView; learns: boolean }) {
  const { phase: words, ...path } = t.qualification.path
  const parts = [
    ["inhalte", words.contents, phase.contents],
    ["aufgaben", words.tasks, phase.tasks],
    ["materialien", words.materials, phase.materials],
  ] as const
  return (
    <>
      <PageTitle over={words.one}>
        {phase.title} {phase.cancelled && <Badge>{path.cancelled}</Badge>}
      </PageTitle>
      <Facts facts={[{ label: path.when, value: <When step={{ ...phase, kind: "practice" }} /> }]} />
      {parts.map(
        ([id, title, text]) =>
          text && (
            <section key={id} aria-labelledby={id} class="ff-part">
              <h2 id={id}>{title}</h2>
              <Prose html={showMarkdown(text)} level={3} />
            </section>
          ),
      )}
      <Tools t={t} cohortId={phase.cohort.id} features={phase.features} learns={learns} actor={actor} />
      <section aria-labelledby="lernimpulse" class="ff-part">
        <h2 id="lernimpulse">{path.impulses}</h2>
        {phase.impulses.length === 0 ? (
          <p class="kern-hint">{words.noImpulses}</p>
        ) : (
          <List>
            {phase.impulses.map((impulse) => (
              <Row
                key={impulse.id}
                href={`/lernimpulse/${impulse.id}`}
                title={impulse.title}
                badges={<ImpulseBadges t={t} impulse={impulse} learns={learns} />}
                meta={<ImpulseMeta t={t} impulse={impulse} />}
              />
            ))}
          </List>
        )}
      </section>
    </>
  )
}
