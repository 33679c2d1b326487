import { and, eq } from "drizzle-orm"
import { type Db, transact } from "../kernel/database.ts"
import { sweepDeliveries } from "../kernel/mail.ts"
import { sweepSubmissions } from "../kernel/submissions.ts"
import { sweepThrottles } from "../kernel/throttle.ts"
import { readInstallation } from "./installation/queries.ts"
import { letter } from "./mails.ts"
import type { AccountParts } from "./parts.ts"
import { linkAddress, makeLink, sweepLinks } from "./password/links.ts"
import { MAIL_QUEUE } from "./people/actions.ts"
import { sweepSessions } from "./sessions.ts"
import { type LinkPurpose, people } from "./tables.ts"

export function accountJobs(parts: AccountParts): void {
  parts.jobs.declare(MAIL_QUEUE, async ({ kind, personId, returnTo }, job) => {
    if (personId && (kind === "invitation" || kind === "reset"))
      await sendLink(parts, kind, personId, returnTo ?? null, job)
  })
  parts.jobs.declare("accounts.sweep", () => sweepAccounts(parts.db), "17 * * * *")
}

/** Deletes what has expired: sessions, links, counters and their keys, keys of forms. */
export async function sweepAccounts(db: Db): Promise<void> {
  await sweepSessions(db)
  await sweepLinks(db)
  await sweepThrottles(db)
  await sweepSubmissions(db)
  await sweepDeliveries(db)
}

/** Makes the token only now, so that it stands in no job. A repeat makes a new one, and the one before stays good. */
async function sendLink(
  { db, config, post }: AccountParts,
  asked: LinkPurpose,
  personId: string,
  returnTo: string | null,
  job: string,
): Promise<void> {
  const rows = await db
    .select()
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)))
  const person = rows[0]
  if (!person) return
  // Whoever has set a password needs no invitation; whoever has none needs its longer life.
  if (asked === "invitation" && person.passwordHash) return
  const purpose = person.passwordHash ? "reset" : "invitation"
  const token = await transact(db, (tx) => makeLink(tx, person.id, purpose))
  const facts = {
    displayName: person.displayName,
    installation: (await readInstallation(db)).name,
    link: linkAddress(config, token, returnTo),
    publicUrl: config.publicUrl,
  }
  await post.send({ to: person.email, ...letter(purpose, person.locale, facts), key: [purpose, job] })
}
