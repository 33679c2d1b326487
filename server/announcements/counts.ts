import { FEWEST_COUNTED, putTogether } from "../kernel/counting.ts"

export type Counted = { name: string; people: number; acknowledged: number }
type Sum = Pick<Counted, "people" | "acknowledged">

/**
 * A count tells nothing about one person: it is about five people at least, and neither all of them nor none. One more
 * or one less than that counts as the same, because a number that disappears would tell it.
 */
const isTold = ({ people, acknowledged }: Sum) =>
  people >= FEWEST_COUNTED && acknowledged >= 2 && people - acknowledged >= 2

/**
 * What may be shown of counts that share nobody. What cannot be shown by itself is put together with the others; where
 * these together could not be shown either, the smallest that could be goes to them, so that no difference between the
 * total and what is shown tells more than what is shown.
 */
export function suppressed(all: Counted[]): {
  departments: Counted[]
  others: Sum | null
  total: Sum | null
} {
  const { alone, together } = putTogether(
    all,
    (some) => isTold(sumOf(some)),
    ({ people }) => people,
  )
  if (together.length > 0 && !isTold(sumOf(together))) return { departments: [], others: null, total: null }
  return {
    departments: all.filter((one) => alone.includes(one)),
    others: together.length > 0 ? sumOf(together) : null,
    total: all.length > 0 ? sumOf(all) : null,
  }
}

const sumOf = (counts: Sum[]): Sum => ({
  people: counts.reduce((sum, { people }) => sum + people, 0),
  acknowledged: counts.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
})
