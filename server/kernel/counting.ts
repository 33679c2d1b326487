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

/**
 * What cannot be told of by itself goes together, with the smallest of the others as long as that is too few: no
 * difference between all and what is told of by itself is about less.
 */
export function putTogether<Part>(
  all: Part[],
  isTold: (some: Part[]) => boolean,
  sizeOf: (one: Part) => number,
): { alone: Part[]; together: Part[] } {
  const alone = all.filter((one) => isTold([one])).toSorted((one, other) => sizeOf(one) - sizeOf(other))
  const together = all.filter((one) => !isTold([one]))
  while (together.length > 0 && !isTold(together)) {
    const smallest = alone.shift()
    if (!smallest) break
    together.push(smallest)
  }
  return { alone, together }
}
