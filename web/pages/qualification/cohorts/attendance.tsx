import { Type } from "typebox"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import { dayOf, today } from "../../../../server/kernel/time.ts"
import {
  ATTENDANCE,
  type AttendanceRow,
  type CohortView,
  type DateView,
  findCohort,
  findDate,
  isSession,
  listAttendances,
  recordAllPresent,
  recordAttendance,
} from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { eitherOf, readForm } from "../../../form-reading.ts"
import {
  ActionButton,
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  Form,
  PageTitle,
} from "../../../layout/index.ts"
import { ownPath, type Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"

const ADDRESS = "/termine/:id/anwesenheit"
/** A page of ours that the button stands on, where it is another one. */
const back = Type.Optional(Type.String())
/** The button of the present state says "none": a second tap takes it back, a double one does it once. */
const OfOne = Closed({ memberId: Id, state: Choice([...ATTENDANCE, "none"]), back })
const OfAll = Closed({ all: Type.Boolean(), back })

export function attendancePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(ADDRESS, { find, show: (ask, step) => shown(ask, step, { errors: [] }) })
  pages.form(ADDRESS, {
    find,
    input: eitherOf(OfOne, OfAll),
    read: (fields) => readForm(fields.all === undefined ? OfOne : OfAll, fields),
    act: async ({ db, actor, params }, value) => {
      if ("all" in value) await recordAllPresent(db, actor, params.id)
      else
        await recordAttendance(
          db,
          actor,
          params.id,
          value.memberId,
          value.state === "none" ? null : value.state,
        )
      return value
    },
    to: (value, { id }) => {
      if (value.back) return ownPath(value.back)
      return `/termine/${id}/anwesenheit${"all" in value ? "" : `#person-${value.memberId}`}`
    },
    again: shown,
  })
}

async function find({ db, actor, params }: Ask): Promise<DateView> {
  const step = await findDate(db, actor, params.id)
  if (!isSession(step.kind)) throw notFound()
  return step
}

async function shown(
  { t, db, actor }: Pick<Ask, "t" | "db" | "actor">,
  step: DateView,
  { errors }: { errors: { field: string; message: string }[] },
) {
  const cohort = await findCohort(db, actor, step.cohort.id)
  const all = await listAttendances(db, actor, cohort.id)
  const attendances = all.filter(({ stepId }) => stepId === step.id)
  const words = t.qualification.cohortDates.attendance
  const title = words.title(step.title)
  return cohortPage(
    t,
    cohort,
    { title, width: "reading" },
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{title}</PageTitle>
      <ErrorSummary errors={errors} />
      <Attendance t={t} step={step} cohort={cohort} attendances={attendances} />
    </>,
  )
}

type Props = { t: Texts; step: DateView; cohort: CohortView; attendances: AttendanceRow[] }

function Attendance({ t, step, cohort, attendances }: Props) {
  const words = t.qualification.cohortDates.attendance
  const learners = cohort.people.filter(({ part }) => part === "learner")
  if (dayOf(new Date(step.startsAt)) > today()) return <EmptyState icon="clock" title={words.tooEarly} />
  if (learners.length === 0) return <EmptyState icon="people" title={words.noLearners} />
  return (
    <div id="teilnahme-live" data-live={`attendance:${step.id}`}>
      {attendances.length < learners.length && <AllPresent t={t} sessionId={step.id} />}
      <ul class="ff-people">
        {learners.map(({ memberId, name }) => {
          const state = attendances.find((one) => one.memberId === memberId)?.state
          return (
            <li key={memberId} id={`person-${memberId}`}>
              <Form action={`/termine/${step.id}/anwesenheit`} hidden={{ memberId }}>
                <p>
                  <strong>{name}</strong>{" "}
                  <span class="ff-muted">{state ? words.states[state] : words.open}</span>
                </p>
                <Buttons>
                  {ATTENDANCE.map((one) => (
                    <Button
                      key={one}
                      name="state"
                      value={one === state ? "none" : one}
                      kind={one === state ? "primary" : "secondary"}
                      pressed={one === state}
                      small
                      context={one === state ? `${name}, ${words.undo}` : name}
                    >
                      {words.states[one]}
                    </Button>
                  ))}
                </Buttons>
              </Form>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** One tap for everybody of whom nothing is recorded yet; who is away is changed after it. */
export function AllPresent({ t, sessionId, back }: { t: Texts; sessionId: string; back?: string }) {
  return (
    <ActionButton
      action={`/termine/${sessionId}/anwesenheit`}
      hidden={{ all: "true", ...(back && { back }) }}
      kind="secondary"
      icon="check"
    >
      {t.qualification.cohortDates.attendance.all}
    </ActionButton>
  )
}
