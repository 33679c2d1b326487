import { and, asc, eq, isNotNull, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { dayOf, now } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { mayFacilitate } from "../policy.ts"
import { isSession } from "../programmes/checks.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps, programmes } from "../tables.ts"
import { followingTimes, isPlaced, proposeTimes, type StepTime, timeOf } from "./dates.ts"
import type { NewCohort, Proposal, ProposalQuery } from "./schema.ts"

type Step = typeof programmeSteps.$inferSelect

/** Half a year after the end: time for certificates, and to take along what is one's own. */
const KEPT_DAYS = 183
const LONGEST_KEPT_DAYS = 3 * 366

/** What the dates would be; nothing is stored. */
export async function proposeDates(reader: Reader, actor: Actor, query: ProposalQuery): Promise<Proposal> {
  if (!mayFacilitate(actor)) throw forbidden()
  const steps = await stepsOf(reader, query.programmeId)
  const times = allTimes(steps, query, [])
  return {
    deleteOn: addDays(lastDay(times, query.startOn), KEPT_DAYS),
    dates: steps.flatMap((step) => {
      const time = times.find(({ stepId }) => stepId === step.id)
      if (!time) return []
      const { id: stepId, kind, title, minutes } = step
      const [startsAt, endsAt] = [time.startsAt.toISOString(), time.endsAt.toISOString()]
      return [{ stepId, kind, title, minutes, startsAt, endsAt }]
    }),
  }
}

/** The creator is the first facilitator. The day of deletion is fixed here, for good. */
export async function createCohort(db: Db, actor: Actor, input: NewCohort): Promise<{ id: string }> {
  if (!mayFacilitate(actor)) throw forbidden()
  return transact(db, async (tx) => {
    const { programmeId, land, startOn, deleteOn } = input
    const sent = ["cohort", programmeId, input.name, input.mandate, startOn]
    return once(tx, actor, input.key, sent, async (id) => {
      const steps = await stepsOf(tx, programmeId)
      const times = allTimes(steps, input, chosenTimes(steps, input))
      refuseFaults(steps, times, input)
      const [name, mandateFrom] = [input.name.trim(), input.mandateFrom.trim()]
      const mandate = input.mandate.trim()
      const createdAt = now()
      await tx
        .insert(cohorts)
        .values({ id, programmeId, name, mandateFrom, mandate, land, startOn, deleteOn, createdAt })
      if (times.length > 0)
        await tx.insert(cohortSteps).values(
          times.map((time) => {
            const step = steps.find(({ id: stepId }) => stepId === time.stepId)
            return { id: newId(), cohortId: id, ...time, ...(step && placeOf(step, input)) }
          }),
        )
      await enrolCreator(tx, actor, id)
      await audit(tx, actor, {
        action: "cohort.created",
        subjectType: "cohort",
        subjectId: id,
        detail: { programmeId, startOn, deleteOn },
      })
    })
  })
}

const isStartable = () => and(isNotNull(programmes.publishedAt), isNull(programmes.withdrawnAt))

async function stepsOf(reader: Reader, programmeId: string): Promise<Step[]> {
  const [programme] = await reader
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.id, programmeId), isStartable()))
  if (!programme) throw new Refusal(422, "programme.unknown", "programmeId")
  return reader
    .select()
    .from(programmeSteps)
    .where(eq(programmeSteps.programmeId, programmeId))
    .orderBy(asc(programmeSteps.position), asc(programmeSteps.id))
}

function allTimes(steps: Step[], setting: ProposalQuery, chosen: StepTime[]): StepTime[] {
  const placed = proposeTimes(steps, setting).map(
    (time) => chosen.find(({ stepId }) => stepId === time.stepId) ?? time,
  )
  return [...placed, ...followingTimes(steps, placed, setting)]
}

function chosenTimes(steps: Step[], { dates = [] }: NewCohort): StepTime[] {
  return dates.map(({ stepId, startsAt }) => {
    const step = steps.find(({ id }) => id === stepId)
    if (!step || !isPlaced(step)) throw new Refusal(422, "cohort.step-unknown", "dates")
    return timeOf(step, new Date(startsAt))
  })
}

function refuseFaults(steps: Step[], times: StepTime[], { startOn, deleteOn }: NewCohort): void {
  const workshops = steps
    .filter(({ kind }) => kind === "workshop" || kind === "assessment")
    .flatMap(({ id }) => times.filter(({ stepId }) => stepId === id))
  if (workshops.some(({ startsAt }, index) => startsAt < (workshops[index - 1]?.endsAt ?? startsAt)))
    throw new Refusal(422, "cohort.dates-out-of-order", "dates")
  if (times.some(({ startsAt }) => dayOf(startsAt) < startOn))
    throw new Refusal(422, "cohort.date-before-start", "dates")
  const end = lastDay(times, startOn)
  if (deleteOn <= end) throw new Refusal(422, "cohort.deleted-too-early", "deleteOn")
  if (deleteOn > addDays(end, LONGEST_KEPT_DAYS)) throw new Refusal(422, "cohort.kept-too-long", "deleteOn")
}

/** Workshops and the assessment are held in a room, meetings online; where only the one is given, all are held there. */
function placeOf({ kind }: Step, given: Pick<NewCohort, "place" | "link" | "dialIn">) {
  const [place, dialIn] = [given.place?.trim() ?? "", given.dialIn?.trim() ?? ""]
  const link = given.link ?? ""
  if (!isSession(kind) && kind !== "assessment") return {}
  const isOnline = link !== "" || dialIn !== ""
  const meetsOnline = kind === "meeting" ? isOnline : place === ""
  return meetsOnline ? { link, dialIn } : { place }
}

const lastDay = (times: StepTime[], startOn: string) =>
  times.reduce((last, { endsAt }) => (dayOf(endsAt) > last ? dayOf(endsAt) : last), startOn)

async function enrolCreator(tx: Tx, actor: Actor, cohortId: string): Promise<void> {
  await tx
    .insert(cohortMembers)
    .values({ id: newId(), cohortId, personId: actor.id, part: "facilitator", joinedAt: now() })
}
