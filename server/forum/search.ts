import type { Source } from "../search/index.ts"

/** What of the forum can be found, by whom. */
export const forumSource: Source = {
  visibleCategories: async () => [],
  load: async () => [],
  find: async () => [],
  list: async () => [],
}
