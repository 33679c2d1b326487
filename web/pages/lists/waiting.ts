import { mayAdminister } from "../../../server/accounts/index.ts"
import { draftCount, mayReleaseStructure, openNews } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { only, type Reader } from "../../../server/kernel/database.ts"
import { statement } from "../../../server/kernel/statements.ts"
import { now } from "../../../server/kernel/time.ts"
import { NOTHING } from "../../../server/kernel/together.ts"
import { qualificationForYou } from "../../../server/qualification/course.ts"

/** What waits for people with and without a department. */
const FOR_ALL = { ...qualificationForYou, drafts: draftCount }
const valuesFor = (actor: Actor) => ({
  person: actor.id,
  now: now(),
  administers: mayAdminister(actor),
  releases: mayReleaseStructure(actor),
})

const readNews = openNews(FOR_ALL)
/** All of the start page of somebody who reads the forum, in one statement. */
export async function findStart(reader: Reader, actor: Actor, most: number) {
  const { extra, ...news } = await readNews(reader, actor, most, valuesFor(actor))
  return { ...news, ...extra }
}

const readWaiting = statement((reader) => reader.select(FOR_ALL).from(NOTHING))
/** What waits for somebody without a department. */
export const findWaiting = async (reader: Reader, actor: Actor) =>
  only(await readWaiting(reader, valuesFor(actor)))
