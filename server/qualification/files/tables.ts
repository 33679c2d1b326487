import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohortSteps } from "../tables.ts"

/** What a facilitator hands out to the group, and the photo of a sheet that a learner filled in on paper. */
export type FileKind = "handout" | "sheet"

/** Files of a dated step. Their bytes lie in the file store under the same id. */
export const stepFiles = pgTable(
  "step_files",
  {
    id: uuid("id").primaryKey(),
    cohortStepId: uuid("cohort_step_id")
      .notNull()
      .references(() => cohortSteps.id, { onDelete: "cascade" }),
    kind: text("kind").$type<FileKind>().notNull(),
    /** Of a sheet its learner. Null once they have left: then nobody sees it, and the file is removed. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Shown in the browser; otherwise it is downloaded. */
    image: boolean("image").notNull(),
    caption: text("caption").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (table) => [
    index("step_files_step").on(table.cohortStepId, table.id),
    index("step_files_member").on(table.memberId),
  ],
)
