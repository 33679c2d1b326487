import { and, sql } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { textOfHtml } from "../kernel/html-text.ts"
import { among } from "../kernel/statements.ts"
import type { InboxFacts } from "../notifications/index.ts"
import type { Outside } from "./outside.ts"
import { blockedBy, conversationIdsOf } from "./policy.ts"
import { selectRows, titleOf } from "./queries.ts"
import { readConversationSettings } from "./settings.ts"
import { conversationMessages, conversations } from "./tables.ts"

/**
 * What entries of the inbox are about: of these conversations the ones in which the person takes part now, with the
 * latest message of the others. Nothing where the module is switched off.
 * @param origin what the addresses in a quoted text begin with
 */
export async function describeConversationInbox(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  ids: string[],
  origin: string,
): Promise<Map<string, InboxFacts>> {
  const said = await listSaid(reader, actor, ids)
  // Most of what somebody is told is of other modules.
  if (said.length === 0 || !(await readConversationSettings(reader)).isOn) return new Map()
  const rows = await selectRows(reader, actor.id).where(
    and(
      among(
        conversations.id,
        said.map(({ id }) => id),
      ),
      sql`${conversations}.id in ${conversationIdsOf(actor.id, outside)}`,
    ),
  )
  const groups = rows.length > 0 ? await outside.groupsOf(reader, actor) : []
  return new Map(
    rows.flatMap((row): [string, InboxFacts][] => {
      const { id } = row.conversation
      const latest = said.find((one) => one.id === id)
      if (!latest) return []
      return [
        [
          id,
          {
            kind: null,
            title: titleOf(row, groups) || null,
            address: `/gespraeche/${id}#neu`,
            person: latest.name,
            place: null,
            // Made only where it is read: the inbox quotes nothing, and a mail not in every case.
            get text() {
              return textOfHtml(latest.html, { origin })
            },
          },
        ],
      ]
    }),
  )
}

/** The latest message of others in each of these, of whatever conversation. */
const listSaid = (reader: Reader, actor: Actor, ids: string[]) =>
  reader
    .selectDistinctOn([conversationMessages.conversationId], {
      id: conversationMessages.conversationId,
      name: people.displayName,
      html: conversationMessages.html,
    })
    .from(conversationMessages)
    .innerJoin(people, sql`${people.id} = ${conversationMessages.authorId}`)
    .where(
      and(
        among(conversationMessages.conversationId, ids),
        sql`${conversationMessages.authorId} <> ${actor.id}`,
        sql`${conversationMessages.authorId} not in ${blockedBy(actor.id)}`,
      ),
    )
    .orderBy(conversationMessages.conversationId, sql`${conversationMessages.number} desc`)
