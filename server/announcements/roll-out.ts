import { and, eq, isNull } from "drizzle-orm"
import { listDepartments } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { type Db, lockName, type Tx, transact } from "../kernel/database.ts"
import { Refusal } from "../kernel/errors.ts"
import { once } from "../kernel/submissions.ts"
import { today } from "../kernel/time.ts"
import { addDays } from "../kernel/workdays.ts"
import { tellReleasers, writeFirst } from "./actions.ts"
import type { Outside } from "./outside.ts"
import { accessDraftingGroup } from "./policy.ts"
import { composeRollOut } from "./roll-out-text.ts"
import type { NewRollOut } from "./schema.ts"
import { announcements } from "./tables.ts"

const SHOWN_DAYS = 28

/**
 * The starting signal, drafted from the decided plan of a group with its day, messages, audience and helpers, and with
 * what was changed because of objections. One for each group; a withdrawn one makes room for another.
 */
export async function draftRollOut(
  db: Db,
  outside: Outside,
  actor: Actor,
  { groupId, key }: NewRollOut,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const group = await accessDraftingGroup(tx, outside, actor, groupId)
    const plan = await outside.findRollOut(tx, actor, groupId)
    if (!plan) throw new Refusal(409, "announcement.plan-undecided")
    await lockRollOutOf(tx, groupId)
    return once(tx, actor, key, ["announcement-roll-out", groupId], async (id) => {
      const ofGroup = and(
        eq(announcements.groupId, groupId),
        eq(announcements.kind, "roll-out"),
        isNull(announcements.withdrawnAt),
      )
      if ((await tx.$count(announcements, ofGroup)) > 0)
        throw new Refusal(409, "announcement.roll-out-exists")
      const startOn = plan.startOn > today() ? plan.startOn : today()
      const departments = namedIn(plan.audiences, await listDepartments(tx))
      const seen = await outside.categoriesOf(tx, actor)
      await writeFirst(
        tx,
        actor,
        id,
        {
          ...composeRollOut({ ...plan, startOn }, actor.locale),
          audience: departments ? "listed" : "all",
          departmentIds: departments ?? [],
          publishAt: null,
          showUntil: addDays(startOn, SHOWN_DAYS),
          link: null,
          takesComments: true,
          wantsAcknowledgement: false,
          draft: true,
          group,
        },
        { kind: "roll-out", startOn, categoryIds: seen.map((category) => category.id) },
      )
      await tellReleasers(tx, outside, actor, id, groupId)
    })
  })
}

/** Two of the group who press the button at the same time: the second finds what the first has drafted. */
const lockRollOutOf = (tx: Tx, groupId: string) => lockName(tx, `roll-out:${groupId}`)

/**
 * The departments that a plan names in words. Null, which is everybody, unless each of its lines names one: nobody is
 * left out because the plan says "everybody in the house".
 */
function namedIn(audiences: string[], departments: { id: string; name: string }[]): string[] | null {
  const named = audiences
    .filter((words) => words.trim() !== "")
    .map((words) => departments.filter(({ name }) => words.toLowerCase().includes(name.toLowerCase())))
  if (named.length === 0 || named.some((found) => found.length === 0)) return null
  return [...new Set(named.flat().map(({ id }) => id))]
}
