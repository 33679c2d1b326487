import type { Outside } from "./announcements/index.ts"
import { listCategories } from "./forum/index.ts"
import { type Actor, has } from "./kernel/actor.ts"
import type { Reader } from "./kernel/database.ts"
import { announcingCohorts, findRollOutPlan, listChanged, listManagerIds } from "./qualification/outcome.ts"

/** What announcements know of learning groups, of their plans and of the forum. */
export const announcing: Outside = {
  groupsOf: announcingCohorts,
  releasersOf: listManagerIds,
  findRollOut: async (reader, actor, groupId) => {
    const plan = await findRollOutPlan(reader, actor, groupId)
    if (!plan) return null
    const changed = await listChanged(reader, groupId)
    const changes = changed.map(({ words, answer, link, linkTitle }) => ({
      said: words,
      changed: link ? `${answer} [${linkTitle || link}](${link})` : answer,
    }))
    return { ...plan, changes }
  },
  categoriesOf: async (reader, actor) =>
    (await listCategories(reader, actor)).filter(({ kind }) => kind === "questions"),
}

/** How the forum is used, leads see, and the learning groups that bring it to their colleagues. */
export const readsAdoption = async (reader: Reader, actor: Actor): Promise<boolean> =>
  has(actor, "lead") || (await announcingCohorts(reader, actor)).length > 0
