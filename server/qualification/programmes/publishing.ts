import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { now } from "../../kernel/time.ts"
import { programmeSteps, programmes } from "../tables.ts"
import { faultsOf, isSession } from "./checks.ts"
import {
  accessDraftForChange,
  accessProgrammeForChange,
  mayOffer,
  type ProgrammeStep,
  stepsInOrder,
} from "./policy.ts"

const record = auditOf("programme")

/** From now on it never changes. 422 `programme.incomplete` with the faults, each with its step and field. */
export async function publishProgramme(db: Db, actor: Actor, id: string, version: number): Promise<void> {
  await transact(db, async (tx) => {
    const draft = await accessDraftForChange(tx, actor, id, version)
    const steps = await stepsInOrder(tx, id)
    const faults = faultsOf(draft, steps)
    if (faults.length > 0) throw new Refusal(422, "programme.incomplete", undefined, { faults })
    for (const step of steps)
      await tx.update(programmeSteps).set(onlyOfItsKind(step)).where(eq(programmeSteps.id, step.id))
    await tx
      .update(programmes)
      .set({ publishedAt: now(), version: version + 1 })
      .where(eq(programmes.id, id))
    await record(tx, actor, "published", id)
  })
}

/** Cohorts that started with it keep it; no further one can. Doing it twice changes nothing. */
export const withdrawProgramme = (db: Db, actor: Actor, id: string) => offer(db, actor, id, false)

/** Back into the choice. */
export const offerProgramme = (db: Db, actor: Actor, id: string) => offer(db, actor, id, true)

async function offer(db: Db, actor: Actor, id: string, isOffered: boolean): Promise<void> {
  await transact(db, async (tx) => {
    const programme = await accessProgrammeForChange(tx, actor, id)
    if (!programme.publishedAt) throw new Refusal(409, "programme.draft")
    if (!mayOffer(actor, programme)) throw forbidden()
    if ((programme.withdrawnAt === null) === isOffered) return
    await tx
      .update(programmes)
      .set({ withdrawnAt: isOffered ? null : now() })
      .where(eq(programmes.id, id))
    await record(tx, actor, isOffered ? "offered" : "withdrawn", id)
  })
}

/** What was entered for another kind before the kind was changed stays in the draft, and ends here. */
function onlyOfItsKind({ kind, weeks, minutes, agenda, questions }: ProgrammeStep) {
  return {
    weeks: kind === "practice" ? weeks : 0,
    minutes: isSession(kind) || kind === "impulse" ? minutes : 0,
    agenda: isSession(kind) ? agenda : [],
    questions: kind === "impulse" ? questions : [],
  }
}
