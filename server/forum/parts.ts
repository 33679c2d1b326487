import type { Actor } from "../kernel/actor.ts"
import type { Config } from "../kernel/config.ts"
import type { Db, Reader } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"
import type { Live } from "../kernel/live.ts"

/** Leads, and the learning groups that bring the forum to their colleagues. */
export type ReadsAdoption = (reader: Reader, actor: Actor) => Promise<boolean>

/** What the forum is given by `app.ts`. */
export type ForumParts = {
  config: Config
  db: Db
  files: FileStore
  jobs: Jobs
  live: Live
  readsAdoption: ReadsAdoption
}
