import type { Db } from "../kernel/database.ts"
import type { Jobs } from "../kernel/jobs.ts"
import { sweepAcknowledgements } from "./acknowledging.ts"
import { tellPublished } from "./telling.ts"

export function announcementJobs({ jobs, db }: { jobs: Jobs; db: Db }): void {
  // Planned announcements go out in the minute that was chosen, whatever process is there then.
  jobs.declare("announcements.publish", () => tellPublished(db), "* * * * *")
  jobs.declare("announcements.sweep", () => sweepAcknowledgements(db), "25 4 * * *")
}
