import type { Rating } from "./tables.ts"

/**
 * A level as it is stored: the upper of the two steps that each of the four had on a former scale of eight. So what was
 * rated on that scale is still right, and a process of the former version can read what this one writes.
 */
export const storedLevel = (level: number): number => level * 2
export const levelOf = (stored: number): number => Math.ceil(stored / 2)

const changed = (ratings: Rating[], change: (level: number) => number): Rating[] =>
  ratings.map((rating) => ({ ...rating, level: rating.level === null ? null : change(rating.level) }))

export const storedRatings = (ratings: Rating[]) => changed(ratings, storedLevel)
export const shownRatings = (ratings: Rating[]) => changed(ratings, levelOf)
