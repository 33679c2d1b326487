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
import { addressOfAssessment, addressOfStep } from "../path/address.ts"
import { When, Where } from "./when.tsx"

type Props = { t: Texts; cohort: CohortView; attendances: AttendanceRow[] }

/** All dates but the weekly impulses; facilitators change them here, learners see their own attendance. */
export function Dates({ t, cohort, attendances }: Props) {
  const words = t.qualification.cohorts
  const facilitates = cohort.parts.includes("facilitator")
  const learns = cohort.parts.includes("learner")
  return (
    <div class="ff-part">
      <h2>{words.dates}</h2>
      <Table
        caption={words.dates}
        columns={[words.when, words.what]}
        rows={cohort.steps
          .filter(({ kind }) => kind !== "impulse")
          .map((step) => ({
            key: step.id,
            cells: [
              <When step={step} key="when" />,
              <>
                <strong>
                  <Title cohort={cohort} step={step} />
                </strong>
                <Where step={step} />
                {learns && <OwnState t={t} step={step} attendances={attendances} />}
                {facilitates && <Links t={t} step={step} />}
              </>,
            ],
          }))}
      />
    </div>
  )
}

/** Leads to the page of the step for those who have one; managers read of sessions only. */
function Title({ cohort, step }: { cohort: CohortView; step: StepDate }) {
  const takesPart = cohort.parts.some((part) => part !== "manager")
  const isOpen =
    step.kind === "workshop" ||
    step.kind === "meeting" ||
    (takesPart && ["practice", "assessment"].includes(step.kind))
  const address = isOpen ? addressOfStep(step, addressOfAssessment(cohort.id)) : null
  return address ? <a href={address}>{step.title}</a> : <span>{step.title}</span>
}

function OwnState({ t, step, attendances }: Pick<Props, "t" | "attendances"> & { step: StepDate }) {
  if (!isSession(step.kind) || step.cancelled) return null
  const words = t.qualification.cohortDates.attendance
  const found = attendances.find(({ stepId }) => stepId === step.id)
  return (
    <div class="ff-muted">
      {t.qualification.cohorts.ownAttendance}: {found ? words.states[found.state] : words.open}
    </div>
  )
}

function Links({ t, step }: { t: Texts; step: StepDate }) {
  const { moving, attendance } = t.qualification.cohortDates
  if (!isPlaced(step)) return null
  const aside = <span class="kern-sr-only"> ({step.title})</span>
  const hasBegun = dayOf(new Date(step.startsAt)) <= today()
  return (
    <div class="ff-links">
      <a href={`/termine/${step.id}/aendern`}>
        {moving.change}
        {aside}
      </a>
      {isSession(step.kind) && hasBegun && !step.cancelled && (
        <a href={`/termine/${step.id}/anwesenheit`}>
          {attendance.record}
          {aside}
        </a>
      )}
    </div>
  )
}
