import { isFirstName } from "../../kernel/first-names.ts"
import type { Span } from "./addresses.ts"
import { isClosing } from "./mail-patterns.ts"
import { IS_PARTICLE, PARTICLE, TITLE, WORD } from "./name-likeness.ts"
import { isNoName, looksLikeNoun } from "./no-names.ts"
import { isInitial, isSurname } from "./person-names.ts"
import { looksLikeSurname } from "./surnames.ts"

/** Below "Mit freundlichen Grüßen", "i. A." and "gez.": the lines that are a name. */
export function* findSignatures(text: string): Generator<Span> {
  let at = 0
  let left = 0
  for (const line of text.split("\n")) {
    const begin = at
    at += line.length + 1
    const trimmed = line.trim()
    const signed = SIGNED.exec(trimmed)?.[0].length ?? 0
    if (isClosing(trimmed)) left = 6
    if (signed > 0) left = Math.max(left, 4)
    if (left === 0 || trimmed === "") continue
    if (!isClosing(trimmed)) left--
    const start = begin + line.indexOf(trimmed) + (isClosing(trimmed) ? closingLength(trimmed) : signed)
    const rest = text.slice(start, begin + line.trimEnd().length)
    const length = nameLength(rest)
    if (length > 0) yield { start, end: start + length }
  }
}

const SIGNED =
  /^(?:(?:(?:i\.?\s?A\.?|i\.?\s?V\.?|gez\.?|im Auftrag[e]?|in Vertretung|unterzeichnet)(?:[\s:,]+|$))|(?:Ihre?|Euer|Eure|Dein|Deine)\s(?=\p{Lu}\p{L}+\s\p{Lu}))/iu
const closingLength = (line: string) =>
  /^.*(?:gr(?:ü|ue|u)(?:ß|ss)(?:e|en)?|mfg|[lvb]g)[\s,]*(?:von\s)?/iu.exec(line)?.[0].length ?? line.length

const SIGNATURE_NAME = new RegExp(
  `^(?:(?:Dr|Prof|Dipl\\.-\\p{L}+|Mag)\\.\\s?){0,2}(?:(?:\\p{Lu}\\.\\s?)|${WORD}\\s)?(?:(?:\\p{Lu}\\.\\s?)|${WORD}\\s)?(?:${PARTICLE}\\s){0,2}${WORD}(?=\\s?(?:$|,|\\||[-/]\\s|\\())`,
  "u",
)

function nameLength(line: string): number {
  const found = SIGNATURE_NAME.exec(line)?.[0] ?? ""
  const words = found
    .split(/\s+/)
    .filter((word) => word !== "" && !TITLE.test(word) && !IS_PARTICLE.test(word))
  const isName =
    words.length > 0 &&
    !words.some(
      (word) => isNoName(word) || (!isInitial(word) && looksLikeNoun(word) && !looksLikeSurname(word)),
    ) &&
    (words.length > 1 ||
      isFirstName(words[0] ?? "") ||
      looksLikeSurname(words[0] ?? "") ||
      isSurname(words[0] ?? ""))
  return isName ? found.length : 0
}
