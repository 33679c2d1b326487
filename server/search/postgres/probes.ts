import { stemNumber, stemOf } from "../german.ts"
import { inTitle } from "./layout.ts"
import { type Asked, type Known, sumOf } from "./weights.ts"

/** What stems are worth among the probes, and words that are alike 1. */
const STEM_SHARE = 0.6
/** What a title adds that has all words. */
const TITLE_SHARE = 0.4
/** Words that are like one to about the same degree are looked for at once. */
const DEGREES = 8

/** What candidates are looked for by: one of the terms has to occur, and where there are further sets, one of each. */
export type Probe = {
  terms: number[]
  also: number[][]
  /** In how many documents it is at most. */
  documents: number
  weight: number
  /** The same for the same terms. */
  key: string
  /** Probes of one part, such as all that is like one word, are together worth at most `most`. */
  part: string
  most: number
}

type Probes = { probes: Probe[]; whole: number; stems: Probe[] }

/** Words and stems count as in the score; of several variants and completions a document has to fit one. */
export function probesOf(variants: readonly Asked[], completions: readonly string[], known: Known): Probes {
  const collected = new Collected(known)
  const wholes = variants.map((variant) => collected.addVariant(variant))
  for (const stem of completions) collected.addStem(stem, STEM_SHARE, TITLE_SHARE)
  const ownStems = new Set([...(variants[0]?.stems.keys() ?? [])].map((stem) => `=${stem}`))
  const probes = collected.probes()
  // By what occurs nowhere, nothing can be found.
  const possible = wholes.filter((whole) => whole > 0)
  return {
    probes,
    stems: probes.filter(({ key }) => ownStems.has(key)),
    whole: (possible.length > 0 ? Math.min(...possible) : 0) + (completions.length > 0 ? STEM_SHARE : 0),
  }
}

class Collected {
  readonly #known: Known
  readonly #probes = new Map<string, Probe>()

  constructor(known: Known) {
    this.#known = known
  }

  probes = (): Probe[] => [...this.#probes.values()]

  /** @returns what all of it is worth */
  addVariant(variant: Asked): number {
    const stems = new Map(stemShares(variant, this.#known))
    for (const [stem, share] of stems) this.addStem(stem, share, TITLE_SHARE / stems.size)
    const words = wordShares(variant, this.#known)
    for (const { word, most, degrees } of words) {
      // A word with the stem that is looked for is looked up once, and is like it altogether.
      const stem = this.#probes.get(`=${stemOf(word)}`)
      if (stem)
        Object.assign(stem, {
          part: word,
          weight: Math.max(stem.weight, (stems.get(stemOf(word)) ?? 0) + most),
        })
      const whole = stem?.weight ?? most
      if (stem) stem.most = whole
      for (const [at, { terms, documents, weight }] of degrees.entries())
        this.#add({ key: `${word} ${at}`, part: word, terms, documents, weight, most: whole })
    }
    return sumOf(stems.values()) + sumOf(words.map(({ most }) => most))
  }

  addStem(stem: string, share: number, titleShare: number): void {
    const { stems, statistics } = this.#known
    const documents = stems.documentsOf(stem, statistics)
    this.#add({
      key: `=${stem}`,
      part: `=${stem}`,
      terms: stems.termsOf(stem),
      documents,
      weight: share,
      most: share,
    })
    const title = stemNumber(inTitle(stem))
    const titles = statistics.get(title) ?? 0
    const key = `^${stem}`
    this.#add({ key, part: key, terms: [title], documents: titles, weight: titleShare, most: titleShare })
  }

  #add(probe: Omit<Probe, "also">): void {
    if (probe.documents <= 0 || probe.weight <= 0) return
    const before = this.#probes.get(probe.key)
    const documents = Math.min(probe.documents, this.#known.totals.documents)
    if (!before || before.weight < probe.weight)
      this.#probes.set(probe.key, { ...probe, documents, also: [] })
  }
}

function stemShares({ stems }: Asked, { stems: words, statistics }: Known): [string, number][] {
  return sharesOf([...stems], STEM_SHARE, (stem) => words.documentsOf(stem, statistics) > 0)
}

/** For each word what it is worth, and the words that are like it by how much of that they bring. */
function wordShares(asked: Asked, known: Known) {
  const shares = new Map(sharesOf([...asked.grams], 1, (gram) => (known.statistics.get(gram) ?? 0) > 0))
  return [...asked.words].flatMap(([word, grams]) => {
    const worth = (some: Iterable<number>) => sumOf([...some].map((gram) => shares.get(gram) ?? 0))
    const most = worth(new Set(grams))
    if (most === 0) return []
    const byDegree = new Map<number, { terms: number[]; documents: number; weight: number }>()
    const own = asked.stems.has(stemOf(word)) ? stemNumber(stemOf(word)) : null
    for (const one of known.like.get(word) ?? []) {
      if (one.stem === own) continue
      const degree = Math.ceil((DEGREES * worth(one.grams)) / most)
      const some = byDegree.get(degree) ?? { terms: [], documents: 0, weight: (most * degree) / DEGREES }
      some.terms.push(one.term)
      some.documents += one.documents
      byDegree.set(degree, some)
    }
    return [{ word, most, degrees: [...byDegree.values()] }]
  })
}

/** What occurs nowhere counts as an average term does: nobody knows how rare it would be. */
function sharesOf<T>(worth: [T, number][], share: number, occurs: (term: T) => boolean): [T, number][] {
  const occurring = worth.filter(([term]) => occurs(term)).map(([, one]) => one)
  const average = sumOf(occurring) / Math.max(1, occurring.length)
  const evened = worth.map(([term, one]): [T, number] => [term, occurs(term) ? one : average])
  const sum = sumOf(evened.map(([, one]) => one))
  return sum > 0 ? evened.map(([term, one]) => [term, (share * one) / sum]) : []
}
