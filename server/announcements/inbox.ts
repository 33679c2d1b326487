import { and, eq, isNull } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { textOfHtml } from "../kernel/html-text.ts"
import { among } from "../kernel/statements.ts"
import type { InboxFacts } from "../notifications/index.ts"
import type { Outside } from "./outside.ts"
import { visibleTo } from "./policy.ts"
import { announcementComments, announcements } from "./tables.ts"

/**
 * What entries of the inbox are about: of these announcements and comments the ones that the person may see now.
 * @param origin what the addresses in a quoted text begin with
 */
export async function describeAnnouncementInbox(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  ids: string[],
  origin: string,
): Promise<Map<string, InboxFacts>> {
  // Most of what somebody is told is of other modules.
  if (!(await knowsAny(reader, ids))) return new Map()
  const visible = visibleTo(actor, await outside.groupsOf(reader, actor))
  const told = await reader
    .select({ announcement: announcements, author: people.displayName })
    .from(announcements)
    .innerJoin(people, eq(people.id, announcements.authorId))
    .where(and(among(announcements.id, ids), isNull(announcements.withdrawnAt), visible))
  const isSeen = visibleTo(actor, [])
  const commented = await reader
    .select({ comment: announcementComments, title: announcements.title, author: people.displayName })
    .from(announcementComments)
    .innerJoin(announcements, eq(announcements.id, announcementComments.announcementId))
    .innerJoin(people, eq(people.id, announcementComments.authorId))
    .where(
      and(
        among(announcementComments.id, ids),
        eq(announcements.takesComments, true),
        isNull(announcements.withdrawnAt),
        isSeen,
      ),
    )
  const factsOf = (html: string, title: string, address: string, person: string): InboxFacts => ({
    kind: null,
    title,
    address,
    person,
    place: null,
    // Made only where it is read: the inbox quotes nothing, and a mail not in every case.
    get text() {
      return textOfHtml(html, { origin })
    },
  })
  return new Map([
    ...told.map(({ announcement: { id, html, title }, author }): [string, InboxFacts] => [
      id,
      factsOf(html, title, `/ankuendigungen/${id}`, author),
    ]),
    ...commented.map(({ comment: { id, announcementId, html }, title, author }): [string, InboxFacts] => [
      id,
      factsOf(html, title, `/ankuendigungen/${announcementId}#kommentar-${id}`, author),
    ]),
  ])
}

async function knowsAny(reader: Reader, ids: string[]): Promise<boolean> {
  const told = reader.select({ id: announcements.id }).from(announcements).where(among(announcements.id, ids))
  const commented = reader
    .select({ id: announcementComments.id })
    .from(announcementComments)
    .where(among(announcementComments.id, ids))
  return (await union(told, commented).limit(1)).length > 0
}
