import type { Actor } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import {
  findCohort,
  listStepFiles,
  type RoleRow,
  type StepFilesView,
} from "../../../../server/qualification/core.ts"
import { findPhase, type PhaseView } from "../../../../server/qualification/course.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Badge, Facts, List, PageTitle, Prose, Row } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { When } from "../cohorts/when.tsx"
import { StepFiles } from "../files/index.ts"
import { ImpulseBadges, ImpulseMeta, isAskedIn } from "../impulses/list.tsx"
import { StepSheets } from "../sheets/links.tsx"
import { ownRequest, Tools } from "../tools.tsx"

export function phasePage(app: App, site: Site): void {
  pagesOf(app, site).page("/praxisphasen/:id", {
    find: ({ db, actor, params }) => findPhase(db, actor, params.id),
    show: async ({ t, db, actor }, phase) => {
      const cohort = await findCohort(db, actor, phase.cohort.id)
      const learns = cohort.parts.includes("learner")
      const props = {
        t,
        actor,
        phase,
        files: await listStepFiles(db, actor, phase.id),
        learns,
        request: await ownRequest({ db, actor }, cohort.id, phase.features, learns),
        isAsked: await isAskedIn({ db, actor }, cohort),
      }
      return cohortPage(t, phase.cohort, { title: phase.title, width: "reading" }, <Phase {...props} />)
    },
  })
}

type Props = {
  t: Texts
  actor: Actor
  phase: PhaseView
  files: StepFilesView
  learns: boolean
  request: RoleRow["request"]
  isAsked: boolean
}

function Phase({ t, actor, phase, files, learns, request, isAsked }: Props) {
  const { phase: words, ...path } = t.qualification.path
  const parts = [
    ["inhalte", words.contents, phase.html.contents],
    ["hinweise", words.guidance, phase.html.guidance],
    ["aufgaben", words.tasks, phase.html.tasks],
    ["materialien", words.materials, phase.html.materials],
  ] as const
  return (
    <>
      <PageTitle over={words.one}>
        {phase.title} {phase.cancelled && <Badge>{path.cancelled}</Badge>}
      </PageTitle>
      <Facts facts={[{ label: path.when, value: <When step={{ ...phase, kind: "practice" }} /> }]} />
      {parts.map(
        ([id, title, html]) =>
          html && (
            <section key={id} aria-labelledby={id} class="ff-part">
              <h2 id={id}>{title}</h2>
              <Prose html={html} level={3} />
            </section>
          ),
      )}
      <Tools
        t={t}
        cohortId={phase.cohort.id}
        features={phase.features}
        learns={learns}
        actor={actor}
        request={request}
      />
      <StepSheets cohortId={phase.cohort.id} step={phase} />
      <StepFiles stepId={phase.id} files={files} path={`/praxisphasen/${phase.id}`} readerId={actor.id} />
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
                badges={<ImpulseBadges t={t} impulse={impulse} isAsked={isAsked} />}
                meta={<ImpulseMeta t={t} impulse={impulse} />}
              />
            ))}
          </List>
        )}
      </section>
    </>
  )
}
