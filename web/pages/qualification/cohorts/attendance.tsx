import type { FastifyReply, FastifyRequest } from "fastify"
import { notFound, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html, Id } from "../../../../server/kernel/schemas.ts"
import { dayOf, today } from "../../../../server/kernel/time.ts"
import {
  type AttendanceRow,
  type CohortView,
  type DateView,
  findCohort,
  findDate,
  isSession,
  listAttendances,
  recordAttendance,
} from "../../../../server/qualification/index.ts"
import { FormOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  PageTitle,
} from "../../../layout/index.ts"
import { goTo, ownPath, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

const config = { access: "signed-in", page: true } as const
const STATES = ["present", "absent", "made-up"] as const

export function attendancePages(app: App, site: Site): void {
  app.get(
    "/termine/:id/anwesenheit",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showPage(site, request, reply, request.params.id, [], 200),
  )
  app.post(
    "/termine/:id/anwesenheit",
    { config, schema: { params: ById, body: FormOf("memberId", "state", "back"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      await findDate(site.db, request.actor, id)
      const memberId = textOf(request.body, "memberId")
      if (!checkInput(Id, memberId).value) throw notFound()
      // The button of the present state says "none": a second tap takes it back, a double one does it once.
      const state = STATES.find((one) => one === textOf(request.body, "state")) ?? null
      try {
        await recordAttendance(site.db, request.actor, id, memberId, state)
        const back = textOf(request.body, "back")
        return goTo(reply, back ? ownPath(back) : `/termine/${id}/anwesenheit#person-${memberId}`)
      } catch (error) {
        const errors = refusalErrors(texts(request.locale), error)
        return showPage(site, request, reply, id, errors, error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showPage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  errors: FieldError[],
  status: number,
) {
  const step = await findDate(site.db, request.actor, id)
  if (!isSession(step.kind)) throw notFound()
  const cohort = await findCohort(site.db, request.actor, step.cohort.id)
  const all = await listAttendances(site.db, request.actor, step.cohort.id)
  const attendances = all.filter(({ stepId }) => stepId === id)
  return show(
    site,
    request,
    reply,
    (t) => {
      const heading = t.qualification.cohortDates.attendance.title(step.title)
      return {
        title: heading,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: heading }]} />,
        children: (
          <>
            <PageTitle lead={<p>{t.qualification.cohortDates.attendance.lead}</p>}>{heading}</PageTitle>
            <ErrorSummary errors={errors} />
            <Attendance t={t} step={step} cohort={cohort} attendances={attendances} />
          </>
        ),
      }
    },
    status,
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
                  {STATES.map((one) => (
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
