import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"
import type { Keys } from "../kernel/key-file.ts"
import type { DescribeSubjects } from "./audit/queries.ts"
import type { LeavingPart } from "./leaving/parts.ts"
import type { Loader } from "./own-data/chapter.ts"
import type { CatalogueEntry } from "./privacy/entries.ts"
import type { ThreadExists } from "./retention/holds.ts"
import type { RetentionKind } from "./retention/kinds.ts"
import type { Sessions } from "./sessions.ts"

/** What this module needs of the application's parts. */
export type AccountParts = {
  config: Config
  db: Db
  jobs: Jobs
  files: FileStore
  /** The same past the virus scanner, for what the program has made itself. */
  stored: FileStore
  sessions: Sessions
  describeSubjects: DescribeSubjects
  threadExists: ThreadExists
  /** What is stored by every module, what a person takes along of it, and what happens when somebody leaves. */
  catalogue: readonly CatalogueEntry[]
  chapters: readonly Loader[]
  leaving: readonly LeavingPart[]
  retentionKinds: readonly RetentionKind[]
  journalKeys: Keys | null
  /** What opens the secrets of sign-in services; null where none can be kept. */
  providerKeys: Keys | null
}
