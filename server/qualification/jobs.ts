import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"
import type { Post } from "../kernel/mail.ts"
import { roundMailJob } from "./assessments/jobs.ts"
import { assessmentJob } from "./assessments/sweep.ts"
import { certificateMailJob } from "./certificates/notices.ts"
import { cohortJobs } from "./cohorts/jobs.ts"
import { forgetJob } from "./forget.ts"
import { leavingMailJob } from "./leaving/notices.ts"
import { departureJob } from "./leaving/sweep.ts"
import { agreementMailJob } from "./projects/notices.ts"
import { reportMailJob } from "./reports/notices.ts"
import { sessionMailJob } from "./sessions/mails.ts"

type JobParts = { config: Config; db: Db; files: FileStore; jobs: Jobs; post: Post }

/** Mails that the qualification sends, and what it does when a day has come. */
export function qualificationJobs({ config, db, files, jobs, post }: JobParts): void {
  forgetJob(jobs, db, files)
  departureJob(jobs, db)
  cohortJobs({ jobs, db, post, config })
  assessmentJob(jobs, db)
  certificateMailJob(jobs, db, post, config.publicUrl)
  roundMailJob({ jobs, db, post, config })
  agreementMailJob(jobs, db, post, config.publicUrl)
  reportMailJob(jobs, db, post, config.publicUrl)
  sessionMailJob(jobs, db, post, config.publicUrl)
  leavingMailJob(jobs, db, post, config.publicUrl)
}
