import { foldLooksWithPlaces, placeInOriginal } from "../kernel/folding.ts"
import { nameKey, wordsOf } from "./german.ts"
import type { Understood } from "./model.ts"
import { findOperators, type Operator, plainQuery, QUOTES, SINGLE, withPlainQuotes } from "./operators.ts"
import { readTokens } from "./tokens.ts"
import { findUnits, isNorm, isStrict } from "./units.ts"

/** Takes a query apart: sequences in quotation marks, what a minus excludes, `tag:`, `kategorie:`, `von:mir`, norms, words. */
export function understand(typed: string): Understood {
  const understood: Understood = {
    words: [],
    phrases: [],
    without: [],
    units: [],
    tags: [],
    categories: [],
    mine: false,
    persons: [],
    not: { tags: [], categories: [], mine: false },
  }
  const plain = plainQuery(typed)
  const operators = [...findOperators(plain)]
  for (const operator of operators) take(understood, operator)
  const rest = blank(plain, operators)
  const norms = understood.phrases.flatMap(findUnits).filter(isNorm)
  understood.units = [...new Set([...findUnits(rest).filter(isStrict), ...norms])]
  understood.words = wordsTyped(rest)
  return understood
}

/** With a space in the place of each. */
const blank = (text: string, places: { start: number; end: number }[]) =>
  places.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)

function take(understood: Understood, operator: Operator): void {
  if (operator.kind === "phrase") {
    if (wordsOf(operator.text).length > 0) understood.phrases.push(operator.text.trim().replace(/\s+/g, " "))
  } else if (operator.kind === "without") {
    if (operator.exclusion) understood.without.push(operator.exclusion)
  } else takeField(understood, operator)
}

function takeField(
  understood: Understood,
  { field, value, isExcluded }: Extract<Operator, { kind: "field" }>,
): void {
  const taken = isExcluded ? understood.not : understood
  if (field === "tag") taken.tags.push(value)
  else if (field === "category") taken.categories.push(value)
  else if (["mir", "me"].includes(value.toLowerCase())) taken.mine = true
  else understood.persons.push(value)
}

/** As typed; a date or an amount is one word, and "§" goes with the units. */
function wordsTyped(text: string): string[] {
  const words: { start: number; end: number; date: number | undefined }[] = []
  for (const { start, end, text: said, date } of readTokens(text)) {
    const last = words.at(-1)
    if (last && date !== undefined && last.date === date) {
      last.start = Math.min(last.start, start)
      last.end = Math.max(last.end, end)
    } else if (said !== "") words.push({ start, end, date })
  }
  return words.map(({ start, end }) => text.slice(start, end))
}

/** What was typed without the operators, e.g. as the beginning of a question; of quoted sequences, the words stay. */
export function withoutOperators(typed: string): string {
  const folded = foldLooksWithPlaces(withPlainQuotes(typed))
  const places = [...findOperators(folded.text)]
    .filter(({ kind }) => kind !== "phrase")
    .map(({ start, end }) => placeInOriginal(folded, start, end))
  return blank(typed, places)
    .replace(SINGLE, "$1")
    .replace(QUOTES, "")
    .replaceAll('"', "")
    .replace(/\s+/g, " ")
    .trim()
}

/** The categories that are meant by a name: those that are called so, or else those that begin so. */
export function categoriesCalled<T extends { name: string }>(categories: T[], typed: string): T[] {
  const wanted = nameKey(typed)
  const exact = categories.filter(({ name }) => nameKey(name) === wanted)
  return exact.length > 0 ? exact : categories.filter(({ name }) => nameKey(name).startsWith(wanted))
}

type Saying = Omit<Understood, "without" | "persons"> & { without: readonly unknown[] }

/** Nothing that one document could fit better than another. */
export const isEmpty = ({ words, phrases, units }: Pick<Understood, "words" | "phrases" | "units">) =>
  words.length === 0 && phrases.length === 0 && units.length === 0

/** Nothing at all to go by: signs only, or somebody's name behind `von:`. */
export const saysNothing = ({ without, tags, categories, mine, not, ...understood }: Saying) =>
  isEmpty(understood) &&
  [without, tags, categories, not.tags, not.categories].every(({ length }) => length === 0) &&
  !mine &&
  !not.mine
