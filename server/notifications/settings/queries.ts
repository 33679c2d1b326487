import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { EVERY, INBOX_NOTICES, reasonOf } from "../reasons.ts"
import { mailRests, mailTimes } from "../tables.ts"
import type { MailSettingsView } from "./schema.ts"

/** When mails go out to a person, reason by reason, and when none does. */
export async function findMailSettings(reader: Reader, actor: Actor): Promise<MailSettingsView> {
  const [times, [rest]] = await Promise.all([
    reader.select().from(mailTimes).where(eq(mailTimes.personId, actor.id)),
    reader.select().from(mailRests).where(eq(mailRests.personId, actor.id)),
  ])
  const chosen = new Map(times.map(({ reason, time }) => [reason, time]))
  const { quietFrom: from = null, quietUntil: until = null, quietOnDaysOff = false, pausedUntil } = rest ?? {}
  return {
    reasons: INBOX_NOTICES.map((reason) => {
      const { mail: standard, isOptional } = reasonOf(reason)
      const own = isOptional ? (chosen.get(reason) ?? chosen.get(EVERY)) : undefined
      return { reason, time: own ?? standard, standard, isOptional }
    }),
    quietHours: from === null || until === null ? null : { from, until },
    quietOnDaysOff,
    pausedUntil: pausedUntil && pausedUntil > now() ? pausedUntil.toISOString() : null,
  }
}
