import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { now } from "../../../../server/kernel/time.ts"
import {
  type AttendanceRow,
  type CohortView,
  findCohort,
  isSession,
  listAttendances,
  type StepDate,
} from "../../../../server/qualification/index.ts"
import { Card, Day, Facts, LinkButton, List, PageTitle, Row } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { managerPath, onlyManages } from "../managers/sections.ts"
import { sectionsOf } from "../sections.ts"
import { CohortTrail } from "../trail.tsx"
import { Dates } from "./dates.tsx"
import { When, Where } from "./when.tsx"

export function cohortPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const cohort = await findCohort(site.db, request.actor, request.params.id)
      if (onlyManages(cohort)) return reply.redirect(managerPath(cohort.id), 303)
      const isLearner = cohort.parts.includes("learner")
      const all = isLearner ? await listAttendances(site.db, request.actor, cohort.id) : []
      const own = cohort.people.find(
        ({ personId, part }) => personId === request.actor.id && part === "learner",
      )
      const attendances = all.filter(({ memberId }) => memberId === own?.memberId)
      return show(site, request, reply, (t) => ({
        title: cohort.name,
        current: "qualification",
        breadcrumb: <CohortTrail t={t} cohort={cohort} />,
        children: <Cohort t={t} cohort={cohort} attendances={attendances} />,
      }))
    },
  )
}

type Props = { t: Texts; cohort: CohortView; attendances: AttendanceRow[] }

function Cohort({ t, cohort, attendances }: Props) {
  const words = t.qualification.cohorts
  return (
    <div class="ff-cohort">
      <PageTitle
        lead={<p>{cohort.mandate}</p>}
        actions={
          cohort.parts.includes("facilitator") && (
            <LinkButton href={`/lerngruppen/${cohort.id}/bearbeiten`} icon="edit">
              {words.editing.link}
            </LinkButton>
          )
        }
      >
        {cohort.name}
      </PageTitle>
      <NextDate t={t} steps={cohort.steps} />
      <section class="ff-part" aria-labelledby="sections">
        <h2 id="sections">{words.sections}</h2>
        <div class="ff-areas">
          {sectionsOf(t, cohort).map(({ id, sections }) => (
            <section key={id} aria-labelledby={`bereich-${id}`} class="ff-part">
              <h3 id={`bereich-${id}`}>{words.groups[id]}</h3>
              <List>
                {sections.map(({ href, label, text }) => (
                  <Row key={href} href={href} title={label} excerpt={text} />
                ))}
              </List>
            </section>
          ))}
        </div>
      </section>
      <Dates t={t} cohort={cohort} attendances={attendances} />
      <People t={t} people={cohort.people} />
      <Facts
        facts={[
          { label: words.programme, value: cohort.programme.name },
          { label: words.mandateFrom, value: cohort.mandateFrom },
          { label: words.start, value: <Day value={cohort.startOn} /> },
          {
            label: words.deletion,
            value: (
              <>
                <Day value={cohort.deleteOn} />. {words.deletionHint}
              </>
            ),
          },
        ]}
      />
      {cohort.parts.includes("learner") && (
        <p>
          <a href={`/lerngruppen/${cohort.id}/verlassen`}>{t.qualification.leaving.link}</a>
        </p>
      )}
    </div>
  )
}

/** What everybody comes for: when and where next. */
function NextDate({ t, steps }: { t: Texts; steps: StepDate[] }) {
  const words = t.qualification.cohorts
  const next = steps.find((step) => isSession(step.kind) && !step.cancelled && new Date(step.endsAt) > now())
  return (
    <Card title={words.nextDate} icon="calendar" id="naechster-termin">
      {next ? (
        <>
          <p>
            <strong>
              <a href={`/termine/${next.id}`}>{next.title}</a>
            </strong>
          </p>
          <p>
            <When step={next} />
          </p>
          <Where step={next} />
        </>
      ) : (
        <p>{words.noNextDate}</p>
      )}
    </Card>
  )
}

function People({ t, people }: { t: Texts; people: CohortView["people"] }) {
  const words = t.qualification.cohorts
  const names = (part: CohortView["people"][number]["part"]) =>
    people
      .filter((one) => one.part === part)
      .map(({ name }) => name)
      .join(", ") || "–"
  return (
    <section class="ff-part" aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      <Facts
        facts={(["facilitator", "learner", "manager"] as const).map((part) => ({
          label: words.parts[part],
          value: names(part),
        }))}
      />
    </section>
  )
}
