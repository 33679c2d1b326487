/** The front door of the module: mails that come in, and what becomes of them. */
import type { Db } from "../kernel/database.ts"
import type { Jobs } from "../kernel/jobs.ts"
import { sweepMails } from "./claims.ts"
import { sweepAttempts } from "./mailbox/attempts.ts"

export function mailInJobs({ jobs, db }: { jobs: Jobs; db: Db }): void {
  jobs.declare("mail-in.sweep", () => sweep(db), "55 3 * * *")
}

async function sweep(db: Db): Promise<void> {
  await sweepMails(db)
  await sweepAttempts(db)
}

export { mailInCatalogue } from "./catalogue.ts"
export { handleMail } from "./handling.ts"
export { mailInNotices } from "./notices.ts"
export { describeSetAside } from "./set-aside.ts"
export { openMailIn } from "./ways.ts"
