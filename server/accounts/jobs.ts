import type { Db } from "../kernel/database.ts"
import { sweepDeliveries } from "../kernel/mail.ts"
import { sweepSubmissions } from "../kernel/submissions.ts"
import { sweepThrottles } from "../kernel/throttle.ts"
import { sweepTokens } from "./api-tokens/actions.ts"
import { sweepUsedAnswers } from "./factors/once.ts"
import { sweepPending } from "./factors/pending.ts"
import { syncDirectories } from "./ldap/sync.ts"
import { LEAVING_QUEUE } from "./leaving/actions.ts"
import { carryOutLeaving, enqueueLeavings } from "./leaving/carrying-out.ts"
import { ARCHIVE_QUEUE, sweepOwnData } from "./own-data/actions.ts"
import { makeOwnArchive } from "./own-data/making.ts"
import type { AccountParts } from "./parts.ts"
import { sweepLinks } from "./password/links.ts"
import { sweepImports } from "./people/import/actions.ts"
import { PERSON_LEFT } from "./people/writing.ts"
import { sweepAttempts } from "./providers/attempts.ts"
import { secretsOf } from "./providers/begin.ts"
import { sweepLogoutTokens } from "./providers/logout.ts"
import { checkProviders } from "./providers/reachability.ts"
import { applyRetention } from "./retention/rules.ts"
import { sweepSessions } from "./sessions.ts"

/** @param handBack takes back what somebody had taken on who was deactivated, in the modules above */
export function accountJobs(parts: AccountParts, handBack: (personId: string) => Promise<void>): void {
  const { jobs, db, retentionKinds: kinds } = parts
  const work = { ...parts, dataDir: parts.config.dataDir }
  jobs.declare("accounts.sweep", () => sweepAccounts(db), "17 * * * *")
  jobs.declare("accounts.providers", () => checkProviders(db, secretsOf(parts)), "*/15 * * * *")
  jobs.declare(PERSON_LEFT, async ({ personId }) => {
    if (personId) await handBack(personId)
  })
  jobs.declare(ARCHIVE_QUEUE, async ({ archiveId }) => {
    if (archiveId) await makeOwnArchive(parts, archiveId)
  })
  jobs.declare("accounts.own-archives", () => sweepOwnData(parts), "27 * * * *")
  jobs.declare(LEAVING_QUEUE, async ({ personId }) => {
    if (personId) await carryOutLeaving(work, personId)
  })
  jobs.declare("accounts.leavings", () => enqueueLeavings(db), "5 3 * * *")
  jobs.declare("accounts.directories", () => syncDirectories(parts), "45 3 * * *")
  jobs.declare("accounts.retention", () => applyRetention({ db, kinds }), "35 4 * * *")
}

/** Deletes what has expired: sessions, links, tokens, sign-ins underway, files that were looked at, counters, keys of forms. */
export async function sweepAccounts(db: Db): Promise<void> {
  await sweepSessions(db)
  await sweepLinks(db)
  await sweepTokens(db)
  await sweepAttempts(db)
  await sweepPending(db)
  await sweepUsedAnswers(db)
  await sweepLogoutTokens(db)
  await sweepImports(db)
  await sweepThrottles(db)
  await sweepSubmissions(db)
  await sweepDeliveries(db)
}
