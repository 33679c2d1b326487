import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { now, today } from "../../kernel/time.ts"
import { accessCohort, isOwn, isPart } from "../policy.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import { accessEntry, accessJournal, type Entry } from "./policy.ts"
import type { JournalEntryView, JournalPage, SharedEntries } from "./schema.ts"
import { keysOf, openContent } from "./sealing.ts"
import { journalEntries } from "./tables.ts"

const PAGE = 30

/** The own entries, the latest first. */
export async function listEntries(
  reader: Reader,
  given: Keys | null,
  actor: Actor,
  after?: string,
): Promise<JournalPage> {
  const keys = keysOf(given)
  await accessJournal(reader, actor)
  const rows = await reader
    .select()
    .from(journalEntries)
    .where(
      and(
        eq(journalEntries.personId, actor.id),
        after === undefined ? undefined : lt(journalEntries.id, after),
      ),
    )
    .orderBy(desc(journalEntries.id))
    .limit(PAGE + 1)
  const shown = rows.slice(0, PAGE)
  return {
    items: await viewsOf(reader, keys, shown),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}

export async function findOwnEntry(
  reader: Reader,
  given: Keys | null,
  actor: Actor,
  id: string,
): Promise<JournalEntryView> {
  const keys = keysOf(given)
  const [view] = await viewsOf(reader, keys, [await accessEntry(reader, actor, id)])
  if (!view) throw new Error("an entry without a view")
  return view
}

/** The words of an own entry as they are now, for a piece of evidence. 409 `journal.unreadable` without the key. */
export async function copyOfEntry(
  reader: Reader,
  given: Keys | null,
  actor: Actor,
  id: string,
): Promise<{ title: string; body: string; writtenOn: string }> {
  const entry = await accessEntry(reader, actor, id)
  const content = openContent(keysOf(given), entry)
  if (!content) throw new Refusal(409, "journal.unreadable")
  return { ...content, writtenOn: entry.writtenOn }
}

/** What of a cohort can be named in an entry: steps and impulses that have begun, those of a running cohort first. */
export async function listSubjects(reader: Reader, actor: Actor) {
  // Running: it has begun, and a date of it is still to come.
  const isRunning = sql<boolean>`${cohorts.startOn} <= ${today()} and exists (
    select from ${cohortSteps} where ${cohortSteps.cohortId} = ${cohorts.id} and ${cohortSteps.endsAt} > ${now()}
      and ${cohortSteps.cancelledAt} is null)`
  const own = await reader
    .select({ id: cohorts.id, name: cohorts.name })
    .from(cohortMembers)
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(and(isOwn(actor), eq(cohortMembers.part, "learner")))
    .orderBy(desc(isRunning), desc(cohorts.startOn))
  const steps = await reader
    .select({ id: cohortSteps.id, cohortId: cohortSteps.cohortId, name: programmeSteps.title })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        inArray(
          cohortSteps.cohortId,
          own.map(({ id }) => id),
        ),
        isNull(cohortSteps.cancelledAt),
        lt(cohortSteps.startsAt, now()),
      ),
    )
    .orderBy(desc(cohortSteps.startsAt), asc(programmeSteps.position))
  return own.map((cohort) => ({ ...cohort, steps: steps.filter(({ cohortId }) => cohortId === cohort.id) }))
}

/**
 * What learners of a cohort show at this moment to whoever asks: their group, or the facilitators alone. The own ones
 * are among them. Whoever left the cohort shows nothing in it any more.
 */
export async function listSharedEntries(
  reader: Reader,
  given: Keys | null,
  actor: Actor,
  cohortId: string,
): Promise<SharedEntries> {
  const standing = await accessCohort(reader, actor, cohortId, ["learner", "facilitator"])
  const keys = keysOf(given)
  const toGroup = eq(journalEntries.sharedWith, "group")
  const rows = await reader
    .select({ entry: journalEntries, name: people.displayName })
    .from(journalEntries)
    .innerJoin(people, eq(people.id, journalEntries.personId))
    .innerJoin(
      cohortMembers,
      and(
        eq(cohortMembers.cohortId, journalEntries.sharedCohortId),
        eq(cohortMembers.personId, journalEntries.personId),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
      ),
    )
    .where(
      and(
        eq(journalEntries.sharedCohortId, cohortId),
        isPart(standing, "facilitator") ? undefined : or(toGroup, eq(journalEntries.personId, actor.id)),
      ),
    )
    .orderBy(desc(journalEntries.id))
  return {
    items: rows.flatMap(({ entry, name }) =>
      entry.sharedWith === null
        ? []
        : {
            id: entry.id,
            name,
            isOwn: entry.personId === actor.id,
            writtenOn: entry.writtenOn,
            with: entry.sharedWith,
            content: openContent(keys, entry),
          },
    ),
  }
}

async function viewsOf(reader: Reader, keys: Keys, rows: Entry[]): Promise<JournalEntryView[]> {
  const cohortIds = rows.flatMap(({ cohortId, sharedCohortId }) => [cohortId, sharedCohortId].filter(isId))
  const stepIds = rows.map(({ cohortStepId }) => cohortStepId).filter(isId)
  const named = await reader
    .select({ id: cohorts.id, name: cohorts.name })
    .from(cohorts)
    .where(inArray(cohorts.id, cohortIds))
  const steps = await reader
    .select({ id: cohortSteps.id, name: programmeSteps.title })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(inArray(cohortSteps.id, stepIds))
  const cohortOf = (id: string | null) => named.find((one) => one.id === id) ?? null
  return rows.map((row) => {
    const shownTo = cohortOf(row.sharedCohortId)
    return {
      id: row.id,
      writtenOn: row.writtenOn,
      cohort: cohortOf(row.cohortId),
      step: steps.find(({ id }) => id === row.cohortStepId) ?? null,
      content: openContent(keys, row),
      shared: shownTo && row.sharedWith ? { cohort: shownTo, with: row.sharedWith } : null,
      version: row.version,
    }
  })
}

const isId = (id: string | null) => id !== null
