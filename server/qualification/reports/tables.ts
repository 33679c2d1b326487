import { sql } from "drizzle-orm"
import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "../../kernel/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"

/** What the group is asked, in the order of the report: the four questions of the meeting that prepares it. */
export const PROMPTS = ["achieved", "hindered", "wishes", "ahead"] as const
/** With those that were asked before: what was written to them is read on. */
export const EVERY_PROMPT = ["achieved", "helped", "hindered", "learned", "wishes", "ahead"] as const
export type Prompt = (typeof EVERY_PROMPT)[number]
export const perPrompt = <T>(value: (prompt: Prompt) => T): Record<Prompt, T> => ({
  achieved: value("achieved"),
  helped: value("helped"),
  hindered: value("hindered"),
  learned: value("learned"),
  wishes: value("wishes"),
  ahead: value("ahead"),
})

export type ReportField = { text: string; included: boolean }
export type ReportFields = Record<Prompt, ReportField>

/** The group's feedback to its managers; one of a cohort. */
export const reports = pgTable(
  "reports",
  {
    cohortId: uuid("cohort_id")
      .primaryKey()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    /** The learner who puts it together on behalf of the group. */
    composerId: uuid("composer_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    fields: jsonb("fields").$type<ReportFields>().notNull(),
    version: integer("version").notNull().default(1),
    releasedAt: instant("released_at"),
    /** The last day on which managers can read it. */
    expiresOn: date("expires_on"),
  },
  (table) => [index("reports_composer").on(table.composerId).where(sql`composer_id is not null`)],
)

/** What single learners collect for it. The group reads them without names. */
export const reportContributions = pgTable(
  "report_contributions",
  {
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    prompt: text("prompt").$type<Prompt>().notNull(),
    text: text("text").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.prompt] }),
    index("report_contributions_cohort").on(table.cohortId),
  ],
)

/** A learner agrees with one edition of the report; a newer one has to be agreed with anew. */
export const reportApprovals = pgTable(
  "report_approvals",
  {
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => reports.cohortId, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cohortId, table.memberId] }),
    index("report_approvals_member").on(table.memberId),
  ],
)
