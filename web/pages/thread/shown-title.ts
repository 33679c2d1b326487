import type { Texts } from "../../texts/index.ts"

/** The title of a thread; of a withdrawn question of somebody else there is none, and words say so. */
export const shownTitle = (t: Texts, title: string): string => title || t.thread.notices.withdrawnQuestion
