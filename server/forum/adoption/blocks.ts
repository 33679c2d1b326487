import { FEWEST_COUNTED, putTogether } from "../../kernel/counting.ts"

/** Something that happened in a category in a week, and whom a number about it would tell of, by what they did. */
export type Happening = { week: string; categoryId: string; asker: string | null; answerers: string[] }

/** What is told of together: some weeks, and one category or all that could not be told of by themselves. */
export type Block<H> = { firstWeek: string; lastWeek: string; categoryIds: string[]; all: H[] }

/** Whose number has to be large enough. */
export type About = "askers" | "answerers" | "both"

/**
 * Cuts what happened into blocks of five people at least that share nothing: first weeks, one after another until they
 * are enough; then the categories of these weeks, where those that are too few go together, with the smallest of the
 * others where they are still too few. Every number that is shown is one of a block or of several, and so is every
 * difference between such numbers, whatever was filtered. The last weeks wait until they are enough; those of a year that
 * is over are told of no more.
 */
export function blocksOf<H extends Happening>(happenings: H[], about: About): Block<H>[] {
  return periodsOf(happenings, about).flatMap(({ firstWeek, lastWeek, all }) => {
    const byCategory = [...Map.groupBy(all, ({ categoryId }) => categoryId)]
    const isTold = (some: [string, H[]][]) => isEnough(allOf(some), about)
    // All of them together are enough.
    const { alone, together } = putTogether(byCategory, isTold, ([, some]) => some.length)
    const blocks = together.length > 0 ? [...alone.map((one) => [one]), together] : alone.map((one) => [one])
    return blocks.map((some) => ({
      firstWeek,
      lastWeek,
      categoryIds: some.map(([categoryId]) => categoryId).toSorted(),
      all: allOf(some),
    }))
  })
}

type Period<H> = { firstWeek: string; lastWeek: string; all: H[] }

function periodsOf<H extends Happening>(happenings: H[], about: About): Period<H>[] {
  const years = Map.groupBy(happenings, ({ week }) => week.slice(0, 4))
  return [...years.values()].flatMap((year) => periodsOfYear(year, about))
}

function periodsOfYear<H extends Happening>(happenings: H[], about: About): Period<H>[] {
  const weeks = [...Map.groupBy(happenings, ({ week }) => week)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const periods: Period<H>[] = []
  let open: Period<H> | undefined
  for (const [week, all] of weeks) {
    open = { firstWeek: open?.firstWeek ?? week, lastWeek: week, all: [...(open?.all ?? []), ...all] }
    if (!isEnough(open.all, about)) continue
    periods.push(open)
    open = undefined
  }
  return periods
}

export function isEnough(happenings: Happening[], about: About): boolean {
  const askers = new Set(happenings.flatMap(({ asker }) => asker ?? []))
  const answerers = new Set(happenings.flatMap((one) => one.answerers))
  const isFew = (people: Set<string>) => people.size < FEWEST_COUNTED
  return !(about !== "answerers" && isFew(askers)) && !(about !== "askers" && isFew(answerers))
}

const allOf = <H>(some: [string, H[]][]): H[] => some.flatMap(([, all]) => all)
