import { fold, rawWords } from "./german.ts"
import type { Understood } from "./model.ts"
import { findUnits } from "./units.ts"

const QUOTED = /["„“”»«]([^"„“”»«]{2,})["“”„«»]/gu
const FIELD = /(?<!\S)(tag|schlagwort|kategorie|category|von|from):(?:"([^"]*)"|(\S+))/giu
const EXCLUDED = /(?<!\S)-(\p{L}[\p{L}\p{N}]*)/gu
/** Of file numbers, those only that can hardly mean anything else: with letters, or of three parts. */
const IS_STRICT = /^§|\p{L}|\d+[-/.]\d+[-/.]\d+/u

/** Takes a query apart: sequences in quotation marks, `-word`, `tag:`, `kategorie:`, `von:mir`, norms, words. */
export function understand(typed: string): Understood {
  const understood: Understood = {
    words: [],
    phrases: [],
    without: [],
    units: [],
    tags: [],
    categories: [],
    mine: false,
  }
  const rest = typed
    .normalize("NFC")
    .replace(FIELD, (whole, name: string, quoted: string | undefined, plain: string | undefined) =>
      takeField(understood, name.toLowerCase(), quoted ?? plain ?? "") ? " " : whole,
    )
    .replace(QUOTED, (_, phrase: string) => {
      if (rawWords(phrase).length > 0) understood.phrases.push(phrase.trim().replace(/\s+/g, " "))
      return " "
    })
    .replace(EXCLUDED, (_, word: string) => {
      understood.without.push(word)
      return " "
    })
  understood.units = [...findUnits(rest)].filter((unit) => IS_STRICT.test(unit))
  understood.words = rest.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return understood
}

/** What was typed without the operators, e.g. as the beginning of a question. */
export function withoutOperators(typed: string): string {
  const nobody = understand("")
  return typed
    .replace(FIELD, (whole, name: string, quoted?: string, plain?: string) =>
      takeField(nobody, name.toLowerCase(), quoted ?? plain ?? "") ? " " : whole,
    )
    .replace(EXCLUDED, " ")
    .replace(/["„“”»«]/g, "")
    .replace(/\s+/g, " ")
    .trim()
}

function takeField(understood: Understood, name: string, value: string): boolean {
  if (value.trim() === "") return false
  if (name === "von" || name === "from") {
    if (!["mir", "me"].includes(value.toLowerCase())) return false
    understood.mine = true
  } else if (name === "tag" || name === "schlagwort") {
    understood.tags.push(value.trim())
  } else {
    understood.categories.push(value.trim())
  }
  return true
}

/** The categories that are meant by a name: those that are called so, or else those that begin so. */
export function categoriesCalled<T extends { name: string }>(categories: T[], typed: string): T[] {
  const wanted = fold(typed)
  const exact = categories.filter(({ name }) => fold(name) === wanted)
  return exact.length > 0 ? exact : categories.filter(({ name }) => fold(name).startsWith(wanted))
}

export const isEmpty = ({ words, phrases, units }: Understood) =>
  words.length === 0 && phrases.length === 0 && units.length === 0
