import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type CohortRow,
  type CohortView,
  findCohort,
  listCohorts,
  mayFacilitate,
  type StepDate,
} from "../../../../server/qualification/index.ts"
import {
  Badge,
  DateTime,
  Day,
  EmptyState,
  Facts,
  List,
  Meta,
  PageTitle,
  Row,
  Table,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { sectionsOf } from "../sections.ts"
import { CohortTrail } from "../trail.tsx"

export function cohortPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get("/qualifizierung", { config, schema: { response: html } }, async (request, reply) => {
    const cohorts = await listCohorts(site.db, request.actor)
    return show(site, request, reply, (t) => ({
      title: t.qualification.cohorts.title,
      current: "qualification",
      width: "reading",
      children: <Overview t={t} cohorts={cohorts} facilitates={mayFacilitate(request.actor)} />,
    }))
  })
  app.get(
    "/lerngruppen/:id",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const cohort = await findCohort(site.db, request.actor, request.params.id)
      return show(site, request, reply, (t) => ({
        title: cohort.name,
        current: "qualification",
        breadcrumb: <CohortTrail t={t} cohort={cohort} />,
        children: <Cohort t={t} cohort={cohort} />,
      }))
    },
  )
}

function Overview({ t, cohorts, facilitates }: { t: Texts; cohorts: CohortRow[]; facilitates: boolean }) {
  const words = t.qualification.cohorts
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {cohorts.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>{facilitates ? words.emptyFacilitator : words.emptyText}</p>
        </EmptyState>
      ) : (
        <List>
          {cohorts.map((cohort) => (
            <Row
              key={cohort.id}
              href={`/lerngruppen/${cohort.id}`}
              title={cohort.name}
              level={2}
              meta={
                <Meta
                  items={[
                    cohort.programme,
                    <span key="start">
                      {words.since} <Day value={cohort.startOn} />
                    </span>,
                    ...cohort.parts.map((part) => words.ownParts[part]),
                  ]}
                />
              }
            />
          ))}
        </List>
      )}
      {cohorts.length > 0 && (
        <p>
          <a href="/qualifizierung/mitnahme">{t.qualification.takeaway.link}</a>
        </p>
      )}
    </>
  )
}

function Cohort({ t, cohort }: { t: Texts; cohort: CohortView }) {
  const words = t.qualification.cohorts
  const sections = sectionsOf(t, cohort)
  const facts = [
    { label: words.programme, value: cohort.programme.name },
    { label: words.mandateFrom, value: cohort.mandateFrom },
    { label: words.mandate, value: cohort.mandate },
    { label: words.start, value: <Day value={cohort.startOn} /> },
    {
      label: words.deletion,
      value: (
        <>
          <Day value={cohort.deleteOn} />. {words.deletionHint}
        </>
      ),
    },
  ]
  return (
    <>
      <PageTitle>{cohort.name}</PageTitle>
      <Facts facts={facts} />
      {sections.length > 0 && (
        <section aria-labelledby="sections">
          <h2 id="sections">{words.sections}</h2>
          <List>
            {sections.map(({ href, label, text }) => (
              <Row key={href} href={href} title={label} excerpt={text} />
            ))}
          </List>
        </section>
      )}
      <Dates t={t} steps={cohort.steps.filter(({ kind }) => kind !== "impulse")} />
      <People t={t} people={cohort.people} />
    </>
  )
}

function Dates({ t, steps }: { t: Texts; steps: StepDate[] }) {
  const words = t.qualification.cohorts
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{words.dates}</h2>
      <Table caption={words.dates} columns={[words.when, words.what, words.where]}>
        {steps.map((step) => (
          <tr key={step.id}>
            <td>
              <DateTime value={step.startsAt} format={step.kind === "practice" ? "date" : "datetime"} />
            </td>
            <td>
              {step.title} {step.cancelled && <Badge kind="neutral">{words.cancelled}</Badge>}
            </td>
            <td>{step.place}</td>
          </tr>
        ))}
      </Table>
    </section>
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
    <section aria-labelledby="people">
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
