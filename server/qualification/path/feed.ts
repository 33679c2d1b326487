import { createHash, randomBytes } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { findActor } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { listRoundsOf, roundEntry, roundTitle } from "../assessments/dates.ts"
import { feedOf } from "../cohorts/calendar.ts"
import { entryOf, sessionsOf } from "../cohorts/sessions.ts"
import { calendarFeeds } from "../cohorts/tables.ts"
import { listEventEntries } from "../events/entries.ts"
import { isOwn } from "../policy.ts"
import { cohortMembers } from "../tables.ts"

const TOKEN_BYTES = 32

/** Makes a new address, and with it the former one useless. It is shown once; only its hash is kept. */
export async function renewFeed(db: Db, actor: Actor): Promise<{ token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url")
  const tokenHash = hashOf(token)
  await transact(db, async (tx) => {
    await tx
      .insert(calendarFeeds)
      .values({ personId: actor.id, tokenHash })
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: { tokenHash } })
  })
  return { token }
}

export async function revokeFeed(db: Db, actor: Actor): Promise<void> {
  await transact(db, async (tx) => {
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, actor.id))
  })
}

export async function hasFeed(reader: Reader, actor: Actor): Promise<boolean> {
  const rows = await reader
    .select({ personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, actor.id))
  return rows.length > 0
}

/** The sessions of the cohorts that the person belongs to now, the rounds that they sit in, and the events they are invited to. Unknown, revoked and deactivated answer alike. */
export async function readFeed(reader: Reader, token: string, publicUrl: string): Promise<string> {
  const [feed] = await reader
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, hashOf(token)))
  const owner = feed && (await findActor(reader, feed.personId, null))
  if (!owner) throw notFound()
  const own = await reader
    .selectDistinct({ id: cohortMembers.cohortId })
    .from(cohortMembers)
    .where(and(isOwn(owner)))
  const sessions = await sessionsOf(
    reader,
    own.map(({ id }) => id),
  )
  const rounds = await listRoundsOf(reader, owner.id)
  return feedOf(owner.locale, [
    ...sessions.map((session) => entryOf(session, publicUrl)),
    ...rounds.map((round) => roundEntry(round, roundTitle(owner.locale, round.cohort), publicUrl)),
    ...(await listEventEntries(reader, owner, publicUrl)),
  ])
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex")
