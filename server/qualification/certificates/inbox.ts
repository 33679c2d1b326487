import { and, eq, isNull, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among, open } from "../../kernel/statements.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { certificates } from "./tables.ts"

/** The own certificates, also when the cohort is gone. Of one that was revoked nothing is told any more. */
export async function describeCertificates(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<[string, InboxFacts][]> {
  const rows = await reader
    .select({ id: certificates.id, content: certificates.content })
    .from(certificates)
    .where(
      and(among(certificates.id, ids), eq(certificates.holderId, actor.id), isNull(certificates.revokedOn)),
    )
  return rows.map(({ id, content }) => [
    id,
    {
      kind: null,
      title: content.programme,
      address: `/zertifikate/${id}`,
      person: null,
      place: null,
      text: null,
    },
  ])
}

/** The same for an unread entry of the person who is `open("person")`. */
export const holdsCertificate = sql`exists (select 1 from ${certificates} own where own.id = ${ENTRY_SUBJECT}
  and own.holder_id = ${open("person")} and own.revoked_on is null)`
