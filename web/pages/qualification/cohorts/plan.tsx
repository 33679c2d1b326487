import { dateFormat } from "../../../../server/kernel/formats.ts"
import { dayOf } from "../../../../server/kernel/time.ts"
import type { CohortView, StepDate } from "../../../../server/qualification/core.ts"
import type { EventRow } from "../../../../server/qualification/outcome.ts"
import { DateTime, Disclosure, Facts, Table, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { eventPath } from "../events/address.ts"
import { EventState } from "../events/rows.tsx"
import { onlyManages } from "../managers/sections.ts"
import { peopleOf } from "./everything.tsx"
import { When, Where } from "./when.tsx"

/**
 * All dates as a table: what comes on paper when the page is printed, on one sheet of A4. Impulses stand in one line with
 * the phase that they belong to.
 */
type Props = { t: Texts; cohort: CohortView; impulses: string[]; events: EventRow[] }

export function Plan({ t, cohort, impulses, events }: Props) {
  const { cohorts, cohortDates } = t.qualification
  const words = cohortDates.plan
  // What the group meets for is nothing of the managers'; that it meets they have to know.
  const titleOf = ({ kind, title }: StepDate) =>
    kind === "meeting" && onlyManages(cohort) ? cohorts.kinds.meeting : title
  const within = (phase: StepDate) =>
    phase.kind === "practice"
      ? impulses.filter((startsAt) => startsAt >= phase.startsAt && startsAt < phase.endsAt)
      : []
  return (
    <Disclosure summary={words.title} id="plan">
      <p class="ff-plan__hint kern-hint">{words.print}</p>
      <p class="ff-print-only">
        <strong>{cohort.name}</strong>
      </p>
      <Facts facts={[{ label: cohorts.mandateFrom, value: cohort.mandateFrom }, ...peopleOf(t, cohort)]} />
      <Table
        caption={words.title}
        columns={[cohorts.when, cohorts.what, cohorts.where]}
        rows={inOrder([
          ...cohort.steps
            .filter(({ kind }) => kind !== "impulse")
            .map((step) => ({
              at: step.startsAt,
              key: step.id,
              cells: [
                <When step={step} key="when" />,
                <>
                  {titleOf(step)}
                  <Impulses dates={within(step)} />
                </>,
                <Where step={step} key="where" />,
              ],
            })),
          ...events.map((event) => ({
            at: event.startsAt,
            key: event.id,
            cells: [
              <DateTime value={event.startsAt} format="datetime" key="when" />,
              <>
                <a href={eventPath(event.id)}>{event.title}</a> <EventState t={t} event={event} />
              </>,
              event.place,
            ],
          })),
        ])}
      />
    </Disclosure>
  )
}

const inOrder = <R extends { at: string }>(rows: R[]) =>
  rows.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))

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
