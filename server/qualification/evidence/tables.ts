import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { cohortMembers } from "../tables.ts"

/** Of what: a post of the forum, a learning project, an entry of the journal, or something else. */
export const EVIDENCE_KINDS = ["post", "project", "journal", "other"] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** For the learner alone until it is released with the preparation, as a copy. */
export const evidence = pgTable(
  "evidence",
  {
    id: uuid("id").primaryKey(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    kind: text("kind").$type<EvidenceKind>().notNull(),
    title: text("title").notNull(),
    /** Where it is found, where it has an address. */
    address: text("address").notNull(),
    /** An entry of the journal as it was when it was attached. */
    copy: text("copy").notNull(),
    /** What it shows, in the learner's words. */
    sentence: text("sentence").notNull(),
    competences: text("competences").array().notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("evidence_member").on(table.memberId, table.id)],
)
