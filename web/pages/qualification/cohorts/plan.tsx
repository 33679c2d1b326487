import { dateFormat } from "../../../../server/kernel/formats.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { dayOf } from "../../../../server/kernel/time.ts"
import {
  type CohortView,
  findCohort,
  listImpulseDates,
  type StepDate,
} from "../../../../server/qualification/index.ts"
import { Facts, PageTitle, Table, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { When, Where } from "./when.tsx"

export function planPage(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/plan",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const cohort = await findCohort(site.db, request.actor, request.params.id)
      const impulses = await listImpulseDates(site.db, request.actor, cohort.id)
      return show(site, request, reply, (t) => {
        const { title } = t.qualification.cohortDates.plan
        return {
          title: `${title}: ${cohort.name}`,
          current: "qualification",
          breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
          children: <Plan t={t} cohort={cohort} impulses={impulses} />,
        }
      })
    },
  )
}

/** Fits one sheet of A4: impulses stand in one line with the phase that they belong to. */
function Plan({ t, cohort, impulses }: { t: Texts; cohort: CohortView; impulses: string[] }) {
  const { cohorts, cohortDates } = t.qualification
  const words = cohortDates.plan
  const within = (phase: StepDate) =>
    phase.kind === "practice"
      ? impulses.filter((startsAt) => startsAt >= phase.startsAt && startsAt < phase.endsAt)
      : []
  const names = (part: CohortView["people"][number]["part"]) =>
    cohort.people
      .filter((one) => one.part === part)
      .map(({ name }) => name)
      .join(", ")
  const people = (["facilitator", "learner", "manager"] as const)
    .filter((part) => names(part) !== "")
    .map((part) => ({ label: cohorts.parts[part], value: names(part) }))
  return (
    <div class="ff-cohort ff-plan">
      <PageTitle over={words.title} lead={<p class="ff-plan__hint">{words.print}</p>}>
        {cohort.name}
      </PageTitle>
      <Facts facts={[{ label: cohorts.mandateFrom, value: cohort.mandateFrom }, ...people]} />
      <Table
        caption={words.title}
        columns={[cohorts.when, cohorts.what, cohorts.where]}
        rows={cohort.steps
          .filter(({ kind }) => kind !== "impulse")
          .map((step) => ({
            key: step.id,
            cells: [
              <When step={step} key="when" />,
              <>
                {step.title}
                <Impulses dates={within(step)} />
              </>,
              <Where step={step} key="where" />,
            ],
          }))}
      />
    </div>
  )
}

function Impulses({ dates }: { dates: string[] }) {
  const { t, locale } = useReader()
  if (dates.length === 0) return null
  const short = dateFormat(locale, {
    day: "numeric",
    month: "numeric",
    timeZone: "UTC",
  })
  const days = dates.map((startsAt) => short.format(new Date(`${dayOf(new Date(startsAt))}T00:00:00Z`)))
  return <div class="ff-muted">{t.qualification.cohorts.impulsesIn(days.join(", "))}</div>
}
