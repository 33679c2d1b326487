import { dayOf, today } from "../../../../server/kernel/time.ts"
import {
  type AttendanceRow,
  type CohortView,
  isPlaced,
  isSession,
  type StepDate,
} from "../../../../server/qualification/index.ts"
import { Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When, Where } from "./when.tsx"

type Props = { t: Texts; cohort: CohortView; attendances: AttendanceRow[] }

/** All dates but the weekly impulses; facilitators change them here, learners see their own attendance. */
export function Dates({ t, cohort, attendances }: Props) {
  const words = t.qualification.cohorts
  const facilitates = cohort.parts.includes("facilitator")
  const learns = cohort.parts.includes("learner")
  const columns = [
    words.when,
    words.what,
    words.where,
    ...(learns ? [words.ownAttendance] : []),
    ...(facilitates ? [words.actions] : []),
  ]
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{words.dates}</h2>
      <Table caption={words.dates} columns={columns}>
        {cohort.steps
          .filter(({ kind }) => kind !== "impulse")
          .map((step) => (
            <tr key={step.id} id={`termin-${step.id}`}>
              <td>
                <When step={step} />
              </td>
              <td>{step.title}</td>
              <td>
                <Where step={step} />
              </td>
              {learns && <td>{ownState(t, step, attendances)}</td>}
              {facilitates && (
                <td>
                  <Links t={t} step={step} />
                </td>
              )}
            </tr>
          ))}
      </Table>
    </section>
  )
}

function ownState(t: Texts, step: StepDate, attendances: AttendanceRow[]): string {
  if (!isSession(step.kind) || step.cancelled) return ""
  const words = t.qualification.cohortDates.attendance
  const found = attendances.find(({ stepId }) => stepId === step.id)
  return found ? words.states[found.state] : words.open
}

function Links({ t, step }: { t: Texts; step: StepDate }) {
  const { moving, attendance } = t.qualification.cohortDates
  if (!isPlaced(step)) return null
  const aside = <span class="kern-sr-only"> ({step.title})</span>
  const hasBegun = dayOf(new Date(step.startsAt)) <= today()
  return (
    <>
      <div>
        <a href={`/termine/${step.id}/aendern`}>
          {moving.change}
          {aside}
        </a>
      </div>
      {isSession(step.kind) && hasBegun && !step.cancelled && (
        <div>
          <a href={`/termine/${step.id}/anwesenheit`}>
            {attendance.record}
            {aside}
          </a>
        </div>
      )}
    </>
  )
}
