import { sql } from "drizzle-orm"
import { followCategory, type Level } from "../forum/index.ts"
import { firstIdAt, type Tx } from "../kernel/database.ts"
import { DAY } from "../kernel/time.ts"
import { dropWaiting, enqueueDigest, setMailTime } from "../notifications/index.ts"
import type { Scene, SeedParts } from "./parts.ts"
import { idOf, type Town } from "./town.ts"

/** Who follows which category, by the keys of the content. */
const FOLLOWED: [person: string, category: string, level: Level][] = [
  ["schoeller", "fachfragen", "official"],
  ["sommer", "fachfragen", "questions"],
  ["huber", "gute-praxis", "all"],
  ["kowalski", "unterhalt", "questions"],
]
/** Who wants everything of the week in one mail. */
const WEEKLY = "huber"
/** Whose digest of these days a trial shows. */
const DIGEST = "sommer"
/** Before anything was asked. */
const FIRST_DAYS_AGO = 365
/** When everybody looked through their inbox last: what is unread came since then. */
const READ_DAYS_AGO = 10

export const scenesOfHearing = ({ db }: SeedParts, town: Town, start: Date): Scene[] => [
  {
    at: new Date(start.getTime() - FIRST_DAYS_AGO * DAY),
    play: async () => {
      for (const [person, category, level] of FOLLOWED)
        await followCategory(db, await town.actor(person), idOf(town.categories, category), { level })
      await setMailTime(db, idOf(town.people, WEEKLY), "forum.followed", "weekly")
    },
  },
  sceneOfReading({ db }, start),
]

/** Everybody looks through their inbox, and has read what was in it by then: another story may have told of later things. */
export function sceneOfReading({ db }: Pick<SeedParts, "db">, start: Date): Scene {
  const at = new Date(start.getTime() - READ_DAYS_AGO * DAY)
  const play = async () => {
    await db.execute(
      sql`update inbox_entries set is_read = true where not is_read and id < ${firstIdAt(at)}::uuid`,
    )
  }
  return { at, play }
}

/** Nobody gets mails about what happened before they came, but for one digest to look at. */
export async function leaveMails(tx: Tx, town: Town): Promise<void> {
  const reader = idOf(town.people, DIGEST)
  await dropWaiting(tx, [reader])
  await enqueueDigest(tx, reader)
}
