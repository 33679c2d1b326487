import { and, inArray } from "drizzle-orm"
import type { SubjectFacts } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { visibleTo } from "./policy.ts"
import { announcements } from "./tables.ts"

/** What entries of the audit log are about, as far as who reads the log sees the announcement. */
export async function describeAnnouncements(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<Map<string, SubjectFacts>> {
  const rows = await reader
    .select({ id: announcements.id, title: announcements.title })
    .from(announcements)
    .where(and(inArray(announcements.id, ids), visibleTo(actor, [])))
  return new Map(
    rows.map(({ id, title }): [string, SubjectFacts] => [
      id,
      { title, address: `/ankuendigungen/${id}`, person: null, place: null },
    ]),
  )
}
