import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { once } from "../../kernel/submissions.ts"
import { hasBegun } from "../cohorts/dates.ts"
import { accessCohort, accessCohortStep } from "../policy.ts"
import { accessEntryForChange, accessJournal, type Entry } from "./policy.ts"
import type { EditedJournalEntry, NewJournalEntry, SharedJournalEntry } from "./schema.ts"
import { keysOf, openContent, sealContent } from "./sealing.ts"
import { journalEntries } from "./tables.ts"

type About = Pick<NewJournalEntry, "cohortId" | "cohortStepId">

export async function writeEntry(
  db: Db,
  given: Keys | null,
  actor: Actor,
  { key, ...input }: NewJournalEntry,
): Promise<{ id: string }> {
  const keys = keysOf(given)
  return transact(db, async (tx) => {
    await accessJournal(tx, actor)
    const { title, body, writtenOn } = input
    const about = await checkAbout(tx, actor, input)
    return once(tx, actor, key, ["journal", title, body], async (id) => {
      const place = { id, personId: actor.id }
      await tx
        .insert(journalEntries)
        .values({ ...place, ...about, writtenOn, ...sealContent(keys, place, trimmed(input)) })
    })
  })
}

/**
 * 409 `journal.changed` when another window was faster, 409 `journal.unreadable` without the key. Neither carries a
 * text along, as other conflicts do: what is in a journal stands in no fault.
 */
export async function editEntryOfJournal(
  db: Db,
  given: Keys | null,
  actor: Actor,
  id: string,
  { version, ...input }: EditedJournalEntry,
): Promise<void> {
  const keys = keysOf(given)
  await transact(db, async (tx) => {
    const former = await accessEntryForChange(tx, actor, id)
    // What cannot be read must not be overwritten: the key may be found again.
    if (!openContent(keys, former)) throw new Refusal(409, "journal.unreadable")
    if (former.version !== version) throw new Refusal(409, "journal.changed")
    const about = await checkAbout(tx, actor, input, former)
    await tx
      .update(journalEntries)
      .set({
        ...about,
        writtenOn: input.writtenOn,
        ...sealContent(keys, former, trimmed(input)),
        version: version + 1,
      })
      .where(eq(journalEntries.id, id))
  })
}

/** Gone for good. It works without the keys, too: nobody has to read what they throw away. */
export async function deleteEntry(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessEntryForChange(tx, actor, id)
    await tx.delete(journalEntries).where(eq(journalEntries.id, id))
  })
}

/** Shows one entry to others of a cohort, as it is and as it will be changed, until it is taken back. */
export async function shareEntry(
  db: Db,
  given: Keys | null,
  actor: Actor,
  id: string,
  input: SharedJournalEntry,
): Promise<void> {
  const keys = keysOf(given)
  await transact(db, async (tx) => {
    const entry = await accessEntryForChange(tx, actor, id)
    await accessCohort(tx, actor, input.cohortId, ["learner"])
    if (!openContent(keys, entry)) throw new Refusal(409, "journal.unreadable")
    // Nobody shares words that they have not looked at.
    if (entry.version !== input.version) throw new Refusal(409, "journal.changed")
    await tx
      .update(journalEntries)
      .set({ sharedCohortId: input.cohortId, sharedWith: input.with })
      .where(eq(journalEntries.id, id))
  })
}

/** From then on nobody else reads it. Doing it twice changes nothing. */
export async function unshareEntry(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessEntryForChange(tx, actor, id)
    await tx
      .update(journalEntries)
      .set({ sharedCohortId: null, sharedWith: null })
      .where(eq(journalEntries.id, id))
  })
}

/** Of an own cohort, and of nothing that is not out yet. What an entry is about already may stay. */
async function checkAbout(tx: Tx, actor: Actor, about: About, former?: Entry): Promise<About> {
  const { cohortId, cohortStepId } = about
  if (former && former.cohortId === cohortId && former.cohortStepId === cohortStepId)
    return { cohortId, cohortStepId }
  const unknown = new Refusal(422, "journal.about", "about")
  try {
    if (cohortStepId) {
      const { cohort, step } = await accessCohortStep(tx, actor, cohortStepId, ["learner"])
      if (cohortId && cohort.id !== cohortId) throw unknown
      if (step.step.kind === "impulse" && !hasBegun(step)) throw unknown
      return { cohortId: cohort.id, cohortStepId }
    }
    if (cohortId) await accessCohort(tx, actor, cohortId, ["learner"])
    return { cohortId, cohortStepId }
  } catch (error) {
    throw error instanceof Refusal ? unknown : error
  }
}

const trimmed = ({ title, body }: { title: string; body: string }) => {
  return { title: title.trim(), body: body.trim() }
}
