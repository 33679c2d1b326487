import type { App } from "../../../../server/kernel/http.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import { awaitsAnswer, findManaged, type ManagerView } from "../../../../server/qualification/course.ts"
import { type EventRow, listCohortEvents } from "../../../../server/qualification/outcome.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Card, Day, Facts, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { Plan } from "../cohorts/plan.tsx"
import { planPath } from "../plans/address.ts"
import { AgreementList } from "../projects/agreements.tsx"
import { CohortTrail } from "../trail.tsx"
import { Workshops } from "./workshops.tsx"

/** What a manager opens: their dates, what waits for them, and what was released to them. */
export function managerPages(app: App, site: Site): void {
  pagesOf(app, site).page("/lerngruppen/:id/fuehrungskraft", {
    find: ({ db, actor, params }) => findManaged(db, actor, params.id),
    show: async ({ t, db, actor }, view) => {
      const cohort = await findCohort(db, actor, view.id)
      const events = await listCohortEvents(db, cohort)
      return {
        title: `${t.qualification.managed.title}: ${view.name}`,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={view} />,
        children: <Managed t={t} view={view} cohort={cohort} events={events} />,
      }
    },
  })
}

type Props = { t: Texts; view: ManagerView }

function Managed({ t, view, cohort, events }: Props & { cohort: CohortView; events: EventRow[] }) {
  const words = t.qualification.managed
  const own = t.qualification.cohorts
  return (
    <div class="ff-cohort ff-home">
      <PageTitle over={words.title} lead={<p>{words.lead}</p>}>
        {view.name}
      </PageTitle>
      <Waiting t={t} view={view} />
      <Released t={t} view={view} />
      <Answered t={t} view={view} />
      <Workshops t={t} workshops={view.workshops} />
      <Facts
        facts={[
          { label: words.learners, value: view.learners.join(", ") || words.noLearners },
          { label: own.parts.facilitator, value: view.facilitators.join(", ") || "–" },
          { label: own.mandate, value: view.mandate },
          { label: own.mandateFrom, value: view.mandateFrom },
          { label: own.start, value: <Day value={view.startOn} /> },
          { label: own.deletion, value: <Day value={view.deleteOn} /> },
        ]}
      />
      <Plan t={t} cohort={cohort} impulses={[]} events={events} />
      <p>
        <a href="/qualifizierung#kalender">{words.calendar}</a>
      </p>
    </div>
  )
}

function Waiting({ t, view }: Props) {
  const words = t.qualification.managed
  const waiting = view.agreements.filter(awaitsAnswer)
  if (waiting.length === 0)
    return (
      <Card title={words.waiting} icon="check-circle" id="wartet">
        <p>{words.nothingWaits}</p>
      </Card>
    )
  return (
    <Card title={words.waiting} icon="clock" tone="attention" id="wartet">
      <p>{words.waitingText}</p>
      <AgreementList t={t} rows={waiting} />
    </Card>
  )
}

/** Released for all managers of the cohort. */
function Released({ t, view: { id, report, rollout, minutes } }: Props) {
  const words = t.qualification.managed
  return (
    <section class="ff-part" aria-labelledby="freigegeben">
      <h2 id="freigegeben">{words.released}</h2>
      {report === null && rollout === null && minutes.length === 0 ? (
        <p>
          {words.nothingReleased} {words.nothingReleasedText}
        </p>
      ) : (
        <List>
          {report && (
            <Row
              href={`/lerngruppen/${id}/rueckmeldung`}
              title={words.report}
              level={3}
              meta={
                <Meta
                  items={[
                    <On key="on" words={words.releasedOn} day={report.releasedOn} />,
                    <On key="until" words={words.reportUntil} day={report.expiresOn} />,
                  ]}
                />
              }
            />
          )}
          {rollout && (
            <Row
              href={planPath(id, "rollout")}
              title={words.rollout}
              level={3}
              meta={
                <Meta
                  items={[
                    <On key="on" words={words.rolloutDecided} day={rollout.decidedOn} />,
                    rollout.startOn && <On key="start" words={words.rolloutStart} day={rollout.startOn} />,
                  ]}
                />
              }
            />
          )}
          {minutes.map(({ sessionId, title, releasedOn }) => (
            <Row
              key={sessionId}
              href={`/termine/${sessionId}/protokoll`}
              title={words.minutes(title)}
              level={3}
              meta={<Meta items={[<On key="on" words={words.releasedOn} day={releasedOn} />]} />}
            />
          ))}
        </List>
      )}
    </section>
  )
}

const On = ({ words, day }: { words: string; day: string }) => (
  <span>
    {words} <Day value={day} />
  </span>
)

function Answered({ t, view }: Props) {
  const words = t.qualification.managed
  const rows = view.agreements.filter((row) => !awaitsAnswer(row))
  if (rows.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="abstimmungen">
      <h2 id="abstimmungen">{words.answered}</h2>
      <AgreementList t={t} rows={rows} />
    </section>
  )
}
