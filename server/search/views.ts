import { type FacetCounts, MOST_COUNTED, type ShownDocument } from "./model.ts"
import { type Matcher, markAll, passageOf } from "./passage.ts"
import { type Found, type Hit, MOST_OTHERS, type Similar, type Suggestion } from "./schema.ts"

/** Letters of the passage of what else fits in a thread. */
const SHORT_PASSAGE = 120

type ThreadFound = {
  best: ShownDocument
  others: ShownDocument[]
  /** How many more there are of the others. */
  further: number
}

/** @param marks whether words were looked for: a post that fits only by the title of its thread is no further place */
export function hitView({ best, others, further }: ThreadFound, matches: Matcher, marks: boolean): Hit {
  const { thread, createdAt, text, ...rest } = best
  const places = others
    .map((one) => placeView(one, matches))
    .filter(({ passage }) => !marks || passage.some(({ marked }) => marked))
  return {
    ...rest,
    others: { items: places.slice(0, MOST_OTHERS), count: places.length + further },
    thread: { id: thread.id, kind: thread.kind, answered: thread.answered },
    title: markAll(thread.title, matches),
    passage: passageOf(text, matches),
    createdAt: createdAt.toISOString(),
  }
}

const placeView = ({ id, kind, text, official, createdAt }: ShownDocument, matches: Matcher) => ({
  id,
  kind,
  passage: passageOf(text, matches, SHORT_PASSAGE),
  official,
  createdAt: createdAt.toISOString(),
})

export function suggestionView({ thread, category, official }: ShownDocument, matches: Matcher): Suggestion {
  return {
    threadId: thread.id,
    kind: thread.kind,
    title: markAll(thread.title, matches),
    category: category.name,
    answered: thread.answered,
    official: official !== null,
  }
}

export function similarView(shown: ShownDocument, matches: Matcher): Similar {
  const { thread, text, category, state, official, legalStatusDate, outdated } = shown
  return {
    threadId: thread.id,
    kind: thread.kind,
    title: thread.title,
    passage: passageOf(text, matches),
    category: category.name,
    state,
    answered: thread.answered,
    official,
    legalStatusDate,
    outdated,
  }
}

/** @param partial whether there may be more than was counted */
export const countView = (count: number, partial = false) =>
  count > MOST_COUNTED ? { count: MOST_COUNTED, more: true } : { count, more: partial }

type Labels = { categories: Map<string, string>; departments: Map<string, string> }

/** Categories and departments by name; a value without one is not told. */
export function facetViews(counts: FacetCounts, partial: boolean, labels: Labels): Found["facets"] {
  const plain = (facet: FacetCounts[keyof FacetCounts]) =>
    facet.map(({ value, count }) => ({ value, label: null, count: countView(count, partial) }))
  const named = (facet: FacetCounts[keyof FacetCounts], names: Map<string, string>) =>
    facet.flatMap(({ value, count }) => {
      const label = names.get(value)
      return label === undefined ? [] : [{ value, label, count: countView(count, partial) }]
    })
  return {
    kind: plain(counts.kind),
    category: named(counts.category, labels.categories),
    department: named(counts.department, labels.departments),
    state: plain(counts.state),
    tag: plain(counts.tag),
    official: plain(counts.official),
    period: plain(counts.period),
  }
}
