import type { Db } from "../kernel/database.ts"
import { numberFormat } from "../kernel/formats.ts"
import type { Source } from "./model.ts"

const WIDTH = 30
const LINE_EVERY_MS = 5_000
/** So exactly it is known how far it is. */
const PAGE = 500

export type Progress = { reached(id: string | null): void; end(): void }

/** All that is to be built, by the last id of each page: all ids would not fit into memory. */
export type Extent = { ends: string[]; count: number }

/** How far a build is: a bar with rate and time left on a terminal, a line every few seconds elsewhere. */
export function showProgress({ ends, count }: Extent, output: NodeJS.WriteStream): Progress {
  const begun = performance.now()
  let first: number | null = null
  let shown = begun
  const show = (done: number, isLast: boolean) => {
    const seconds = (performance.now() - begun) / 1000
    const rate = (done - (first ?? 0)) / Math.max(seconds, 0.001)
    const text = describe(done, count, rate)
    if (output.isTTY) output.write(`\r\u001b[K${bar(done, count)} ${text}${isLast ? "\n" : ""}`)
    else if (isLast || performance.now() - shown >= LINE_EVERY_MS) output.write(`${text}\n`)
    else return
    shown = performance.now()
  }
  let done = 0
  return {
    reached: (id) => {
      done = id === null ? 0 : Math.min(count, PAGE * pagesUpTo(ends, id))
      // What an earlier build did is no part of this one's rate.
      if (first === null) first = done
      else show(done, false)
    },
    end: () => show(done, true),
  }
}

export async function measureExtent(db: Db, source: Source): Promise<Extent> {
  const ends: string[] = []
  let count = 0
  for (let page = await source.list(db, null, PAGE); page.length > 0; ) {
    const end = page.at(-1) ?? ""
    ends.push(end)
    count += page.length
    page = await source.list(db, end, PAGE)
  }
  return { ends, count }
}

/** How many pages end with this id or before it. */
function pagesUpTo(ends: string[], id: string): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? "") <= id) low = middle + 1
    else high = middle
  }
  return low
}

const inGerman = numberFormat("de", { maximumFractionDigits: 0 })

function describe(done: number, all: number, rate: number): string {
  const left = rate > 0 && done < all ? `, noch ${duration((all - done) / rate)}` : ""
  const percent = all === 0 ? 100 : Math.min(100, Math.floor((100 * done) / all))
  return `${percent} % · ${inGerman.format(done)} von ${inGerman.format(all)} Beiträgen · ${inGerman.format(rate)}/s${left}`
}

function bar(done: number, all: number): string {
  const filled = all === 0 ? WIDTH : Math.min(WIDTH, Math.round((WIDTH * done) / all))
  return `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}]`
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
