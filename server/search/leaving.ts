import { or, sql } from "drizzle-orm"
import type { LeavingPart } from "../accounts/index.ts"
import { searchMisses } from "./tables.ts"

/** What was searched for in vain goes as a whole where it held the name: its words are its key. */
export const searchLeaving: LeavingPart = {
  async leave({ db, traces }) {
    await db
      .delete(searchMisses)
      .where(
        or(
          sql`${searchMisses.query} collate "und-x-icu" ~* ${traces.pattern}`,
          sql`${searchMisses.shown} collate "und-x-icu" ~* ${traces.pattern}`,
        ),
      )
  },
}
