import type { Db } from "../kernel/database.ts"
import { sweepDeliveries } from "../kernel/mail.ts"
import { sweepSubmissions } from "../kernel/submissions.ts"
import { sweepThrottles } from "../kernel/throttle.ts"
import type { AccountParts } from "./parts.ts"
import { sweepLinks } from "./password/links.ts"
import { sweepImports } from "./people/import/actions.ts"
import { PERSON_LEFT } from "./people/writing.ts"
import { sweepSessions } from "./sessions.ts"

/** @param handBack takes back what somebody had taken on who was deactivated, in the modules above */
export function accountJobs(
  { jobs, db }: Pick<AccountParts, "jobs" | "db">,
  handBack: (personId: string) => Promise<void>,
): void {
  jobs.declare("accounts.sweep", () => sweepAccounts(db), "17 * * * *")
  jobs.declare(PERSON_LEFT, async ({ personId }) => {
    if (personId) await handBack(personId)
  })
}

/** Deletes what has expired: sessions, links, files that were looked at, counters and their keys, keys of forms. */
export async function sweepAccounts(db: Db): Promise<void> {
  await sweepSessions(db)
  await sweepLinks(db)
  await sweepImports(db)
  await sweepThrottles(db)
  await sweepSubmissions(db)
  await sweepDeliveries(db)
}
