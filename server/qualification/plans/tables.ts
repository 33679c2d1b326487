import { date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { cohorts } from "../tables.ts"
import type { PlanKind } from "./kinds.ts"

export type PlanContent = { link: string; fields: Record<string, string>; lines: Record<string, string>[] }
/** The long texts of a plan, rendered; the others are words and stand as they were typed. */
export type PlanHtml = Record<string, string>

/** One of each kind in a cohort. It counts as agreed with the edition that was decided. */
export const plans = pgTable(
  "plans",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    kind: text("kind").$type<PlanKind>().notNull(),
    version: integer("version").notNull(),
    decidedVersion: integer("decided_version"),
    decidedOn: date("decided_on"),
  },
  (table) => [unique("plans_once").on(table.cohortId, table.kind)],
)

/** Every edition of a plan. Who wrote it is not kept: it is the group's. */
export const planVersions = pgTable(
  "plan_versions",
  {
    planId: uuid("plan_id")
      .notNull()
      .references(() => plans.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    content: jsonb("content").$type<PlanContent>().notNull(),
    /** Null only in what an older version wrote, until the job has rendered it. */
    html: jsonb("html").$type<PlanHtml>(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.version] })],
)
