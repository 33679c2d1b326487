import type { Db } from "../kernel/database.ts"
import { sweepDeliveries } from "../kernel/mail.ts"
import { sweepSubmissions } from "../kernel/submissions.ts"
import { sweepThrottles } from "../kernel/throttle.ts"
import type { AccountParts } from "./parts.ts"
import { sweepLinks } from "./password/links.ts"
import { sweepSessions } from "./sessions.ts"

export function accountJobs({ jobs, db }: Pick<AccountParts, "jobs" | "db">): void {
  jobs.declare("accounts.sweep", () => sweepAccounts(db), "17 * * * *")
}

/** Deletes what has expired: sessions, links, counters and their keys, keys of forms. */
export async function sweepAccounts(db: Db): Promise<void> {
  await sweepSessions(db)
  await sweepLinks(db)
  await sweepThrottles(db)
  await sweepSubmissions(db)
  await sweepDeliveries(db)
}
