import { isFirstName } from "../../kernel/first-names.ts"
import type { Span } from "./addresses.ts"
import { NAME, type Name, namesIn } from "./name-likeness.ts"
import { looksLikeNoun } from "./no-names.ts"
import { isBehindOffice } from "./office-titles.ts"
import {
  CALLED,
  CLOSE,
  DID,
  IN_THE_NAME_OF,
  IS_NAMED,
  IS_NAMED_BEHIND,
  KIN,
  LABELLED,
  NAMES_A_PERSON,
  NAMES_A_THING,
  NEAR,
  NOT_OF_A_PERSON,
  NUMBERED,
  SPOKE,
  SPOKEN_WITH,
  TALKED,
  TITLED,
} from "./people-hints.ts"
import { isSurname } from "./person-names.ts"
import { findSignatures } from "./signatures.ts"
import { isNoWord } from "./surnames.ts"
import { findInForms, findWithTitle } from "./titled-people.ts"

/** Finds names without "Herr" or "Frau" beside words that are said of people. Texts come folded. */
export function* findNamedPeople(text: string): Generator<Span> {
  // First, so that the title goes with the name.
  yield* findWithTitle(text)
  for (const match of text.matchAll(NAME))
    for (const name of namesIn(text, match.index, match[0])) {
      const before = text.slice(Math.max(0, name.start - AROUND), name.start)
      const behind = text.slice(name.end, name.end + AROUND)
      if (!isNamed(name, before, behind)) continue
      yield { start: name.start, end: name.end }
      break
    }
  yield* findInForms(text)
  yield* findSignatures(text)
}

const AROUND = 80

function isNamed(name: Name, before: string, behind: string): boolean {
  const { likeness } = name
  if (NOT_OF_A_PERSON.test(behind) || NUMBERED.test(before) || IN_THE_NAME_OF.test(before)) return false
  if (isBehindOffice(name, before, behind) || isCalledSo(name, before, behind)) return true
  const isTitled = TITLED.test(before)
  if (likeness >= 2 && (isTitled || LABELLED.test(before) || DID.test(behind) || said(before, behind)))
    return true
  if (likeness === 2 && isCertain(name.words) && CLOSE.test(`${before.slice(-30)}|${behind.slice(0, 30)}`))
    return true
  // "Kundin Thoma wünscht ..."
  if (isTitled && !KIN.test(before) && name.words.length === 1 && DID.test(behind)) return true
  if (likeness === 3 && isPlainName(name.words)) return true
  if (likeness === 3) return NEAR.test(sentenceBefore(before)) || NEAR.test(sentenceBehind(behind))
  // Of other words only what a firm phrase makes a name; an article before it makes it a noun.
  const isNoun =
    /(?<!\p{L})(?:de[rmns]|die|das|ein(?:e[rmns]?)?|kein(?:e[rmns]?)?|\p{Ll}{1,4}(?:ere|em|er|es)|\p{Ll}+(?:er|em|es|en|e))[ ]$/u.test(
      before,
    )
  if (/(?<!\p{L})mit[ ]$/u.test(before) && TALKED.test(behind)) return true
  if (name.words.length > 1) return (isTitled && !KIN.test(before)) || (!isNoun && CALLED.test(behind))
  return !isNoun && CALLED.test(behind)
}

const isCertain = ([word = "", ...rest]: string[]) => rest.length === 0 && isNoWord(word)

/** "Sie heißt Petra", "ein Mann namens Gröbner", "Petra heißt die Tochter": a first name alone is enough. */
function isCalledSo({ words, likeness }: Name, before: string, behind: string): boolean {
  const isFirst = words.every(isFirstName)
  if (isFirst && IS_NAMED_BEHIND.test(behind)) return true
  if (
    !/(?:amens?|amen|heiß[et]n?|hieß|heisst|hiess|genannt|sich|ihn|sie|ist|lautet|war|jetzt|auch|nun|übrigens|wohl|wirklich):?[ ]["']?$/u.test(
      before.slice(-12),
    )
  )
    return false
  if (!NAMES_A_PERSON.test(before)) return isFirst && IS_NAMED.test(before) && !NAMES_A_THING.test(before)
  return isFirst || likeness >= 1
}

/** "Rosemarie Stadler": a first name that is nothing else, and a word that is no noun of our work. */
const isPlainName = ([first = "", last = "", ...rest]: string[]) =>
  rest.length === 0 &&
  isFirstName(first) &&
  first.length > 3 &&
  isSurname(last) &&
  !looksLikeNoun(last) &&
  !isFirstName(last)

const said = (before: string, behind: string) => SPOKEN_WITH.test(before) && SPOKE.test(behind)

const sentenceBefore = (text: string) => text.split(/\n\s*\n|[.!?]\s(?=\p{Lu})/u).at(-1) ?? ""
const sentenceBehind = (text: string) => text.split(/\n\s*\n|[.!?]\s(?=\p{Lu})/u)[0] ?? ""
