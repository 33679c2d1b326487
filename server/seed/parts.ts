import type { Outside } from "../announcements/index.ts"
import type { Outside as ConversingOutside } from "../conversations/index.ts"
import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"

/** What the example is played with. */
export type SeedParts = {
  config: Config
  db: Db
  files: FileStore
  jobs: Jobs
  announcing: Outside
  conversing: ConversingOutside
}

/** What happened at a time of the story. */
export type Scene = { at: Date; play: () => Promise<void> }
