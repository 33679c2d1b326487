/** A count about a group of people is shown from so many people on: of fewer it would tell about each of them. */
export const FEWEST_COUNTED = 5

/**
 * What may be said of how many people of a group did something: a number in fives that were reached, so that one person
 * more or less shows nothing, and never so many that fewer than five are left. Null below five.
 */
export function atLeast(count: number, of: number): number | null {
  const most = Math.min(count, of - FEWEST_COUNTED)
  return most < FEWEST_COUNTED ? null : most - (most % FEWEST_COUNTED)
}
