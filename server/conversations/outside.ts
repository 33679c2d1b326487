import type { SQL } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import type { Reader, Tx } from "../kernel/database.ts"
import type { Open } from "../kernel/statements.ts"

/** A learning group in which the person learns today. */
export type Group = { id: string; name: string }

/** What conversations know of learning groups and of the forum; `app.ts` hands it over. */
export type Outside = {
  groupsOf(reader: Reader, actor: Actor): Promise<Group[]>
  /** The ids of the same groups, as a subquery. */
  groupIdsOf(personId: Open<string>): SQL
  /** The learners of these groups today. */
  learnersIn(reader: Reader, groupIds: string[]): Promise<{ groupId: string; personId: string }[]>
  /** Of these groups the ones that are still there. */
  existing(reader: Reader, groupIds: string[]): Promise<string[]>
  /**
   * Keeps a question as a draft for its author, who looks through it before others read it. 422 `category.unknown` for a
   * category in which the person asks nothing.
   */
  draftQuestion(
    tx: Tx,
    actor: Actor,
    question: { categoryId: string; title: string; body: string },
  ): Promise<string>
}
