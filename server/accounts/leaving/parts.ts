import type { Db, Reader, Tx } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { CatalogueEntry } from "../privacy/entries.ts"
import type { Traces } from "./names.ts"
import type { Fate } from "./tables.ts"

/** Somebody who leaves for good, as long as their name is still known. */
export type Leaver = {
  id: string
  displayName: string
  email: string
  posts: Fate
  certificates: Fate
}

/**
 * What a module does when somebody leaves, besides what its catalogue says of columns. Everything may be done again
 * after a stop, from the start.
 */
export type LeavingPart = {
  /** Before rows and names go: what needs more than one table. Removes its own files. */
  leave?: (parts: { db: Db; files: FileStore; traces: Traces }, leaver: Leaver) => Promise<void>
  /** After the name was taken out of rows of a table, in the same transaction. */
  rewritten?: (tx: Tx, table: string, ids: string[]) => Promise<void>
  /** Whether one of these threads, which are on hold, keeps the person from leaving. */
  isKept?: (reader: Reader, personId: string, threadIds: string[]) => Promise<boolean>
}

export type LeavingWork = {
  db: Db
  files: FileStore
  dataDir: string
  catalogue: readonly CatalogueEntry[]
  leaving: readonly LeavingPart[]
}
