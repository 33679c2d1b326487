import type { Outside } from "./announcements/index.ts"
import { listCategories } from "./forum/index.ts"
import { announcingCohorts, findRollOutPlan, listManagerIds } from "./qualification/outcome.ts"

/** What announcements know of learning groups, of their plans and of the forum. */
export const announcing: Outside = {
  groupsOf: announcingCohorts,
  releasersOf: listManagerIds,
  findRollOut: async (reader, actor, groupId) => {
    const plan = await findRollOutPlan(reader, actor, groupId)
    return plan && { ...plan, changes: [] }
  },
  categoriesOf: async (reader, actor) =>
    (await listCategories(reader, actor)).filter(({ kind }) => kind === "questions"),
}
