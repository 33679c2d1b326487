import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, only, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { dayOf, MINUTE, now } from "../../kernel/time.ts"
import { LANDS } from "../../kernel/workdays.ts"
import { accessCohortForChange, accessCohortStep, type Cohort, type CohortStep } from "../policy.ts"
import { cohortSteps, programmeSteps } from "../tables.ts"
import { followingTimes, isPlaced } from "./dates.ts"
import { tellChange } from "./invitations.ts"
import type { DateView, MovedStep } from "./schema.ts"

export async function findDate(reader: Reader, actor: Actor, id: string): Promise<DateView> {
  const { cohort, step } = await accessCohortStep(reader, actor, id, ["facilitator"])
  const { startsAt, endsAt, place, link, dialIn, cancelledAt, version } = step
  return {
    id,
    cohort: { id: cohort.id, name: cohort.name },
    kind: step.step.kind,
    title: step.step.title,
    startsAt: startsAt.toISOString(),
    minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE),
    place,
    link,
    dialIn,
    cancelled: cancelledAt !== null,
    version,
  }
}

/** Date and place of a session. Practice phases and impulses that are still ahead move along; the invited are told. */
export async function moveDate(db: Db, actor: Actor, id: string, input: MovedStep): Promise<void> {
  await transact(db, async (tx) => {
    const { cohort, step } = await accessForChange(tx, actor, id)
    if (step.cancelledAt) throw new Refusal(409, "cohort.step-cancelled")
    const startsAt = new Date(input.startsAt)
    const endsAt = new Date(startsAt.getTime() + input.minutes * MINUTE)
    const [place, dialIn] = [input.place.trim(), input.dialIn.trim()]
    const wanted = { startsAt, endsAt, place, link: input.link, dialIn }
    if (isSame(step, wanted)) return
    refuseStale(step, input.version)
    await refuseFaults(tx, cohort, step, wanted)
    await change(tx, step, wanted)
    await moveAlong(tx, cohort)
  })
}

/** Its date stays, so that it can be restored. Doing it twice changes nothing. */
export async function cancelDate(db: Db, actor: Actor, id: string, version: number): Promise<void> {
  await transact(db, async (tx) => {
    const { step } = await accessForChange(tx, actor, id)
    if (step.cancelledAt) return
    refuseStale(step, version)
    await change(tx, step, { cancelledAt: now() })
  })
}

export async function restoreDate(db: Db, actor: Actor, id: string, version: number): Promise<void> {
  await transact(db, async (tx) => {
    const { step } = await accessForChange(tx, actor, id)
    if (!step.cancelledAt) return
    refuseStale(step, version)
    await change(tx, step, { cancelledAt: null })
  })
}

type Times = Pick<CohortStep, "startsAt" | "endsAt">
type Place = Times & Pick<CohortStep, "place" | "link" | "dialIn">

/** The dates of one cohort are changed one after the other. */
async function accessForChange(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ cohort: Cohort; step: CohortStep }> {
  const { cohort } = await accessCohortStep(tx, actor, id, ["facilitator"])
  await accessCohortForChange(tx, actor, cohort.id, ["facilitator"])
  const { step } = await accessCohortStep(tx, actor, id, ["facilitator"])
  if (!isPlaced(step.step)) throw new Refusal(422, "cohort.step-moves-along")
  return { cohort, step }
}

const isSame = (step: CohortStep, { startsAt, endsAt, place, link, dialIn }: Place) =>
  step.startsAt.getTime() === startsAt.getTime() &&
  step.endsAt.getTime() === endsAt.getTime() &&
  step.place === place &&
  step.link === link &&
  step.dialIn === dialIn

function refuseStale({ version, startsAt, endsAt, place, link, dialIn }: CohortStep, known: number): void {
  if (version === known) return
  const current = { version, startsAt, endsAt, place, link, dialIn }
  throw new Refusal(409, "cohort.step-changed", undefined, { current })
}

async function refuseFaults(tx: Tx, cohort: Cohort, step: CohortStep, { startsAt, endsAt }: Times) {
  // Only the day on which the certificates are handed out has no length.
  if (step.step.kind !== "certificate" && endsAt <= startsAt)
    throw new Refusal(422, "cohort.step-too-short", "minutes")
  if (dayOf(endsAt) >= cohort.deleteOn) throw new Refusal(422, "cohort.date-after-deletion", "startsAt")
  if (step.step.kind !== "workshop" && step.step.kind !== "assessment") return
  const others = (await loadSteps(tx, cohort.id)).filter(
    ({ dates, template: { kind } }) =>
      dates.id !== step.id && !dates.cancelledAt && (kind === "workshop" || kind === "assessment"),
  )
  const isOutOfOrder = others.some(({ dates, template }) =>
    template.position < step.step.position ? dates.startsAt >= startsAt : dates.startsAt <= startsAt,
  )
  if (isOutOfOrder) throw new Refusal(422, "cohort.dates-out-of-order", "startsAt")
}

async function change(tx: Tx, former: CohortStep, values: Partial<CohortStep>): Promise<void> {
  const { id, version, sequence } = former
  const changed = await tx
    .update(cohortSteps)
    .set({ ...values, version: version + 1, sequence: sequence + 1, changedAt: now() })
    .where(eq(cohortSteps.id, id))
    .returning()
  await tellChange(tx, former, only(changed))
}

/** What has been released already stays where it is. */
async function moveAlong(tx: Tx, { id, startOn, land }: Cohort): Promise<void> {
  const rows = await loadSteps(tx, id)
  const known = LANDS.find((one) => one === land) ?? "NW"
  const templates = rows.map(({ template }) => template)
  const placed = rows
    .filter(({ template }) => isPlaced(template))
    .map(({ dates: { stepId, startsAt, endsAt } }) => ({ stepId, startsAt, endsAt }))
  for (const time of followingTimes(templates, placed, { startOn, land: known })) {
    const row = rows.find(({ dates }) => dates.stepId === time.stepId)
    if (!row || (row.template.kind === "impulse" && row.dates.startsAt <= now())) continue
    const { startsAt, endsAt } = time
    if (Number(startsAt) === Number(row.dates.startsAt) && Number(endsAt) === Number(row.dates.endsAt))
      continue
    await tx.update(cohortSteps).set({ startsAt, endsAt }).where(eq(cohortSteps.id, row.dates.id))
  }
}

const loadSteps = (tx: Tx, cohortId: string) =>
  tx
    .select({ dates: cohortSteps, template: programmeSteps })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortSteps.cohortId, cohortId))
