import { index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core"
import { instant } from "../../kernel/tables.ts"
import { people } from "../tables.ts"

/** What a person takes along, as long as it is being made and for a short while after that; one at a time. */
export const ownArchives = pgTable(
  "own_archives",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .unique("own_archives_person")
      .references(() => people.id, { onDelete: "cascade" }),
    requestedAt: instant("requested_at").notNull(),
    /** The try that works at it. One that was held up and comes back later finds another, and stops. */
    attempt: uuid("attempt"),
    /** Of its chapters and files, how many are in it. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    readyAt: instant("ready_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("own_archives_expiry").on(table.expiresAt)],
)

/** Its bytes, one stored file after the other, so that no process holds all of them at once. */
export const ownArchiveParts = pgTable(
  "own_archive_parts",
  {
    archiveId: uuid("archive_id")
      .notNull()
      .references(() => ownArchives.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    attempt: uuid("attempt").notNull(),
    fileId: uuid("file_id").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.archiveId, table.attempt, table.position] })],
)
