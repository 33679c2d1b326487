import type { Actor } from "../../kernel/actor.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { putOutRules } from "../../rules/index.ts"
import { accessCohortForChange } from "../policy.ts"
import { decisionOf } from "./queries.ts"
import type { PlanContent } from "./tables.ts"

/**
 * Shows everybody the rules that the group decided, as a draft for comments. 409 `rules.undecided` before they are
 * decided, `rules.draft-exists` where another draft waits.
 */
export async function showRules(db: Db, actor: Actor, cohortId: string): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { cohort } = await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const decided = await decisionOf(tx, cohortId, "rules")
    if (!decided) throw new Refusal(409, "rules.undecided")
    return putOutRules(tx, actor, { body: bodyOf(decided.content), summary: "", source: cohort.name })
  })
}

/** What they are for, the rules themselves, and who looks after them. */
const bodyOf = ({ fields: { aim = "", rules = "", upkeep = "" } }: PlanContent) =>
  [aim, rules, upkeep]
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join("\n\n")
