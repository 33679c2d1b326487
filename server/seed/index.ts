import { eq, sql } from "drizzle-orm"
import { departments as departmentTable, markAsExample, people as peopleTable } from "../accounts/index.ts"
import { audit } from "../kernel/audit.ts"
import { type Db, transact } from "../kernel/database.ts"
import { openJournalKeys } from "../kernel/key-file.ts"
import { auditLog } from "../kernel/tables.ts"
import { resetClock } from "../kernel/time.ts"
import { shipProgrammes } from "../qualification/core.ts"
import { leaveMails } from "./hearing.ts"
import type { SeedParts } from "./parts.ts"
import { playSignals, playStory } from "./play.ts"
import { playQualification } from "./qualification/index.ts"
import { LAND } from "./qualification/start.ts"
import { type Example, readExample } from "./reading/index.ts"
import { foundTown, type Town } from "./town.ts"

export { peopleNotes } from "./reading/index.ts"

/**
 * Plays the example content into an empty database, through the actions that people use. One that broke off
 * (the server was killed meanwhile) is cleared away and played again. False where there is something else.
 */
export async function seedExample(parts: SeedParts, say: (line: string) => void): Promise<boolean> {
  const { db } = parts
  if (await wasPlayed(db, "example.finished")) return false
  if (await wasPlayed(db, "example.started")) await clearAway(parts)
  else if (!(await isEmpty(db))) return false
  const example = readExample()
  say("Beispielinhalte: Die Geschichte von Quellenbrück wird eingespielt …")
  await transact(db, async (tx) => {
    await audit(tx, null, { action: "example.started", subjectType: "installation" })
    await markAsExample(tx, "Fachforum Quellenbrück", LAND)
  })
  const town = await play(parts, example)
  // Nobody needs mails about what happened before they came.
  for (const { name } of await parts.jobs.boss.getQueues())
    if (!name.startsWith("__")) await parts.jobs.boss.deleteQueuedJobs(name)
  await transact(db, async (tx) => {
    await leaveMails(tx, town)
    await audit(tx, null, { action: "example.finished", subjectType: "installation" })
  })
  say("Beispielinhalte: fertig.")
  return true
}

async function play(parts: SeedParts, example: Example): Promise<Town> {
  try {
    const town = await foundTown(parts.db, example)
    await playStory(parts, town, example)
    await playQualification(parts, town, openJournalKeys(parts.config), example.cohorts)
    await playSignals(parts, town, example)
    return town
  } finally {
    resetClock()
  }
}

async function wasPlayed(db: Db, action: string): Promise<boolean> {
  const entry = await db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(eq(auditLog.action, action))
    .limit(1)
  return entry.length > 0
}

async function isEmpty(db: Db): Promise<boolean> {
  const anybody = await db.select({ id: peopleTable.id }).from(peopleTable).limit(1)
  const anything = await db.select({ id: departmentTable.id }).from(departmentTable).limit(1)
  return anybody.length === 0 && anything.length === 0
}

/** Only ever what a seed that broke off has left: nobody could sign in before it was finished. What ships stays. */
async function clearAway({ db, files }: SeedParts): Promise<void> {
  const stored = await db.execute<{ id: string }>(
    sql`select id from attachments union all select id from session_photos union all select id from step_files
      union all select id from announcement_files union all select id from conversation_files`,
  )
  const { rows } = await db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  await db.execute(sql.raw(`truncate ${rows.map(({ name }) => name).join(", ")} cascade`))
  for (const { id } of stored.rows) await files.remove(id)
  await shipProgrammes(db)
}
