import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"
import { assessmentJob } from "./assessments/sweep.ts"
import { ballotJob } from "./consulting/ballots.ts"
import { answersJob } from "./events/forget.ts"
import { sheetJob } from "./files/forget.ts"
import { forgetJob } from "./forget.ts"
import { impulseJob } from "./impulses/telling.ts"
import { departureJob } from "./leaving/sweep.ts"
import { formerAgreementJob } from "./projects/notices.ts"

/** What the qualification does when a day has come. */
export function qualificationJobs({ db, files, jobs }: { db: Db; files: FileStore; jobs: Jobs }): void {
  forgetJob(jobs, db, files)
  departureJob(jobs, db)
  sheetJob(jobs, db, files)
  assessmentJob(jobs, db)
  answersJob(jobs, db)
  impulseJob(jobs, db)
  ballotJob(jobs, db)
  formerAgreementJob(jobs, db)
}
