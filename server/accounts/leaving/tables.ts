import { boolean, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "../../kernel/tables.ts"
import { people } from "../tables.ts"

/** Whether something of a person's stays without them. */
export const FATES = ["stay", "go"] as const
export type Fate = (typeof FATES)[number]

/** Who is going to leave for good. When it is done the row is gone, and the person's own row names nobody. */
export const leavings = pgTable(
  "leavings",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    posts: text("posts").$type<Fate>().notNull(),
    certificates: text("certificates").$type<Fate>().notNull(),
    /** The person asked for it, and may take it back; otherwise the administration did. */
    bySelf: boolean("by_self").notNull(),
    /** From this day on it is carried out. */
    dueOn: date("due_on").notNull(),
    /** Once it has begun there is no way back. */
    begunAt: instant("begun_at"),
  },
  (table) => [index("leavings_due").on(table.dueOn)],
)
