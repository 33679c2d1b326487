import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { Jobs } from "../kernel/jobs.ts"
import type { DescribeSubjects } from "./audit/queries.ts"
import type { Sessions } from "./sessions.ts"

/** What this module needs of the application's parts. */
export type AccountParts = {
  config: Config
  db: Db
  jobs: Jobs
  sessions: Sessions
  describeSubjects: DescribeSubjects
}
