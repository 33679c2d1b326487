/** Part of a text; a bound one stands on one line. */
export type Bound = { text: string; isBound: boolean }

const alone = (words: string) => `(?:${words})(?![\\p{L}\\p{N}])`

/** Parts of provisions, documents and books, written out or short, in front of their number. */
const BEFORE_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    "§§?|Art|Artikel[ns]?|Abs|Absatz(?:es)?|Absätzen?|Unterabs|UAbs|Unterabsatz|Satz(?:es)?|Sätzen?|Nrn?|Nummern?",
    "Ziff|Ziffern?|Rn|Rdnr|Randnummern?|Tz|Textziffern?|Hs|Halbs|Halbsatz|Alt|Alternativen?|Var|Kap|Kapiteln?",
    "S|Seiten?|Bl|Blatt|Bd|Band|Anl|Anlagen?|Anhang|Tab|Tabellen?|Abb|Abbildung|Stufen?|Anm|Fn|Az|Paragra(?:f|ph)(?:en)?",
    "Nos?|Sec|Sections?|Arts?|Articles?|Paragraphs?|Paras?|Chapters?|pp?|Pages?|ca",
  ].join("|")})\\.?$`,
  "u",
)
const NUMBER_BEGINS = /^[(„"]?(?:\d|[IVX]{1,5}(?![\p{L}\p{N}]))/u

const BEFORE_LETTER = /(?<![\p{L}\p{N}])(?:lit|Buchst|Buchstaben?)\.?$/u
const LETTER_BEGINS = /^[a-zA-Z]{1,2}(?![\p{L}\p{N}])/u

const NUMBER_ENDS = /(?<![\p{L}\p{N}])[\d.,:/–-]{0,20}[\d½¼¾⅓⅔](?:,-|,–)?$/u
const UNIT_BEGINS = new RegExp(
  `^(?:[€%‰]|${alone(
    [
      "EUR|Euros?|Cents?|ct|CHF|USD|°C?|°F|K|Prozent(?:punkten?)?|Promille|per cent|percent|[nµμmck]?m[²³23]?|dm[²³]?",
      "[kmµμ]?g|t|[mch]?l|ha|qm|qkm|[kMG]?Wh?|[kMGT]i?B|[kM]?V|m?A|[kMG]?Hz|dpi|px|pt|Mio|Mrd|Tsd|Millionen|Million",
      "Milliarden?|Uhr|h|min|s|ms|Std|Min|Sek|Sekunden?|Minuten?|Stunden?|Tag(?:es?|en)?|Werktagen?|Arbeitstagen?",
      "Kalendertagen?|Wochen?|Monat(?:s|en?)?|Jahr(?:e?s|en?)?|Seiten?|Zeichen|Personen|ff?",
      "o[’']clock|[ap]\\.m|seconds?|minutes?|hours?|days?|weeks?|months?|years?|pages?|million|billion",
    ].join("|"),
  )})`,
  "u",
)
const SCALE = /^(?:Mio|Mrd|Tsd|Millionen|Million|Milliarden?)\.?$/u
const CURRENCY_BEGINS = /^(?:€|(?:Euro|EUR)(?![\p{L}\p{N}]))/u

const DAY_ENDS = /(?<![\p{L}\p{N}.])\d{1,2}\.$/u
const MONTH_BEGINS = new RegExp(
  `^${alone("Jan(?:uar)?|Jänner|Feb(?:ruar)?|März|Mrz|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?")}`,
  "u",
)
const ENGLISH_DAY_ENDS = /(?<![\p{L}\p{N}.,])\d{1,2}$/u
const ENGLISH_MONTH_BEGINS = new RegExp(
  `^${alone("January|February|March|April|May|June|July|August|September|October|November|December")}`,
  "u",
)

const THOUSANDS_END = /(?<![\p{L}\p{N}.,])\d{1,3}$/u
const THOUSANDS_BEGIN = /^\d{3}(?!\d)/u

const SIGN_BEFORE = /(?<![\p{L}\p{N}])[€$£]$/u
const SHORT_ENDS = /(?<![\p{L}\p{N}])\p{L}\.$/u
const SHORT_BEGINS = /^(?:\p{L}|Hd|Ä)\./u

type Rule = readonly [before: RegExp, after: RegExp]
const RULES: readonly Rule[] = [
  [BEFORE_NUMBER, NUMBER_BEGINS],
  [BEFORE_LETTER, LETTER_BEGINS],
  [NUMBER_ENDS, UNIT_BEGINS],
  [SCALE, CURRENCY_BEGINS],
  [DAY_ENDS, MONTH_BEGINS],
  [ENGLISH_DAY_ENDS, ENGLISH_MONTH_BEGINS],
  [THOUSANDS_END, THOUSANDS_BEGIN],
  [SIGN_BEFORE, NUMBER_BEGINS],
  [SHORT_ENDS, SHORT_BEGINS],
]

const GAP = / {1,3}/g
/** Longer words belong to no number, and what may not break must fit a narrow screen. */
const LONGEST_WORD = 24
const LONGEST_PART = 28

/**
 * Which parts of a text stay on one line, as DIN 5008 and Duden have it: "§ 14", "Abs. 2", "Satz 1", "50 Euro",
 * "60 000", "31. Juli", "z. B.". Each pair by itself, so that "§ 14 Abs. 2 Satz 1" may still break. The parts put
 * together are the text as it was: where a line breaks is no part of it.
 * Linear: every space is looked at once, with a bounded piece on both sides.
 */
export function boundParts(text: string): Bound[] {
  const parts: Bound[] = []
  let end = 0
  let from = -1
  let to = 0
  const close = () => {
    if (from < 0) return
    if (from > end) parts.push({ text: text.slice(end, from), isBound: false })
    parts.push({ text: text.slice(from, to), isBound: true })
    end = to
    from = -1
  }
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    const before = wordBefore(text, index)
    const after = wordAfter(text, index + gap.length)
    if (!before || !after || !binds(before, after)) continue
    const last = index + gap.length + after.length
    const isOneMore = from >= 0 && index === to
    if (isOneMore && last - from > LONGEST_PART) continue
    if (!isOneMore) {
      close()
      from = index - before.length
    }
    to = last
  }
  close()
  if (end < text.length) parts.push({ text: text.slice(end), isBound: false })
  return parts
}

/** The same with non-breaking spaces, for what is not read as HTML. */
export const withHardSpaces = (text: string): string =>
  boundParts(text)
    .map(({ text, isBound }) => (isBound ? text.replaceAll(" ", "\u00a0") : text))
    .join("")

const binds = (before: string, after: string) =>
  RULES.some(([ends, begins]) => begins.test(after) && ends.test(before))

function wordBefore(text: string, end: number): string {
  const piece = text.slice(Math.max(0, end - LONGEST_WORD - 1), end)
  const word = /\S*$/.exec(piece)?.[0] ?? ""
  return word.length > LONGEST_WORD ? "" : word
}

function wordAfter(text: string, start: number): string {
  const word = /^\S*/.exec(text.slice(start, start + LONGEST_WORD + 1))?.[0] ?? ""
  return word.length > LONGEST_WORD ? "" : word
}
