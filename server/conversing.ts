import type { Outside } from "./conversations/index.ts"
import { keepDraft, listCategories } from "./forum/index.ts"
import { Refusal } from "./kernel/errors.ts"
import {
  learnedCohortIds,
  listExistingCohorts,
  listLearnedCohorts,
  listLearners,
} from "./qualification/course.ts"

/** What conversations know of learning groups and of the forum. */
export const conversing: Outside = {
  groupsOf: listLearnedCohorts,
  groupIdsOf: learnedCohortIds,
  learnersIn: listLearners,
  existing: listExistingCohorts,
  draftQuestion: async (tx, actor, { categoryId, title, body }) => {
    const category = (await listCategories(tx, actor)).find(({ id }) => id === categoryId)
    if (category?.kind !== "questions" || !category.can.post)
      throw new Refusal(422, "category.unknown", "categoryId")
    return keepDraft(tx, actor, { kind: "question", categoryId }, { title, body, attachments: [] })
  },
}
