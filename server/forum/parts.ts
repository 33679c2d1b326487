import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"
import type { Live } from "../kernel/live.ts"

/** What the forum is given by `app.ts`. */
export type ForumParts = { config: Config; db: Db; files: FileStore; jobs: Jobs; live: Live }
