import { and, eq, exists, inArray, isNull, lte, or } from "drizzle-orm"
import { listHeld, people } from "../../accounts/index.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { today } from "../../kernel/time.ts"
import { calendarFeeds } from "../cohorts/tables.ts"
import { journalEntries } from "../journal/tables.ts"
import { cohortMembers } from "../tables.ts"
import { dueDay, enrolmentsOf, takeOut } from "./actions.ts"
import { forgetLearner } from "./forgetting.ts"
import { departures } from "./tables.ts"

export function departureJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.departures", () => sweepDepartures(db), "53 3 * * *")
}

/**
 * Every night: whose account was closed gets a day, whose account was opened again loses it, and what is due goes.
 * Of somebody whose data are on hold nothing goes before the hold is lifted. Doing it twice changes nothing.
 */
export async function sweepDepartures(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await forgiveReopened(tx)
    await markClosed(tx)
  })
  const due = await db.select().from(departures).where(lte(departures.dueOn, today()))
  const held = await listHeld(db)
  for (const { id } of due.filter(({ personId }) => !held.person.includes(personId)))
    await transact(db, async (tx) => {
      const [departure] = await tx.select().from(departures).where(eq(departures.id, id)).for("update")
      if (departure) await depart(tx, departure)
    })
}

async function forgiveReopened(tx: Tx): Promise<void> {
  const active = tx.select({ id: people.id }).from(people).where(eq(people.active, true))
  await tx.delete(departures).where(and(isNull(departures.memberId), inArray(departures.personId, active)))
}

/** Closed accounts that still learn somewhere or have a journal. */
async function markClosed(tx: Tx): Promise<void> {
  const learns = tx
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.personId, people.id),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
      ),
    )
  const writes = tx
    .select({ id: journalEntries.id })
    .from(journalEntries)
    .where(eq(journalEntries.personId, people.id))
  const closed = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.active, false), or(exists(learns), exists(writes))))
  const dueOn = dueDay()
  for (const { id: personId } of closed)
    await tx.insert(departures).values({ id: newId(), personId, memberId: null, dueOn }).onConflictDoNothing()
}

async function depart(tx: Tx, { id, personId, memberId }: typeof departures.$inferSelect): Promise<void> {
  if (memberId) {
    const [member] = await tx.select().from(cohortMembers).where(eq(cohortMembers.id, memberId))
    if (member) await forgetLearner(tx, member)
  } else {
    for (const member of await enrolmentsOf(tx, personId)) {
      await takeOut(tx, null, member)
      await forgetLearner(tx, member)
    }
    await tx.delete(journalEntries).where(eq(journalEntries.personId, personId))
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId))
  }
  await tx.delete(departures).where(eq(departures.id, id))
}
