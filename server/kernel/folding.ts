/**
 * What looks the same to a reader is the same to search, blackening, the check for personal data and the finding
 * of people. Case and umlauts stay: whoever wants those folded too, folds them afterwards.
 *
 * - Invisible characters are nothing: soft hyphen, zero-width, word joiner, byte order mark, marks of direction
 *   (Unicode's Default_Ignorable_Code_Point).
 * - All hyphens, dashes and minus signs are "-".
 * - Typographic apostrophes, primes and lone accents are "'".
 * - Compatibility characters mean what they mean (NFKC): "ﬁ" is "fi", "²" is "2", a narrow no-break space is " ".
 *
 * Runs in the browser, too.
 */
export function foldLooks(text: string): string {
  return PLAIN.test(text) ? text : text.replace(FOLDABLE, foldPiece)
}

export type Folded = {
  text: string
  /** `starts[i]`: where in the original the character begins that became `text[i]` (UTF-16 units). */
  starts: number[]
  /** `ends[i]`: where in the original it ends. */
  ends: number[]
}

/** `foldLooks`, and where each character comes from, so that what is found can be marked or blackened as typed. */
export function foldLooksWithPlaces(text: string): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] }
  let at = 0
  const copyUntil = (end: number) => {
    for (; at < end; at++) append(folded, text.charAt(at), at, at + 1)
  }
  for (const match of text.matchAll(FOLDABLE)) {
    copyUntil(match.index)
    at += match[0].length
    append(folded, foldPiece(match[0]), match.index, at)
  }
  copyUntil(text.length)
  return folded
}

/** The place in the original of `text.slice(start, end)`; invisible characters inside belong to it. */
export function placeInOriginal({ starts, ends }: Folded, start: number, end: number) {
  const from = starts[start] ?? 0
  return { start: from, end: end > start ? (ends[end - 1] ?? from) : from }
}

/**
 * Letters that no Unicode form takes apart, in those of a plain keyboard: "ł" is "l", "ß" is "ss", "þ" is "th", "ı" is
 * "i". Expects lower case. Marks are not its business: who wants "ö" to be "o", takes it apart (NFD) besides.
 */
export function foldLetters(lowerCase: string): string {
  return lowerCase.replace(UNDIVIDED, (letter) => LETTERS[letter] ?? letter)
}

/** Those of DIN 91379, whose search form says the same of them, and the Greek sigma at the end of a word. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  þ: "th",
  ð: "d",
  đ: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
  ɨ: "i",
  ə: "e",
  ƈ: "c",
  ǥ: "g",
  ʒ: "z",
  ĸ: "k",
  ς: "σ",
}
const UNDIVIDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")

const PLAIN = /^[\n\r\t !-&(-_a-~ÄÖÜäöüß§]*$/
/** A character with its marks, invisible ones between them; or one that is folded by itself. */
const FOLDABLE =
  /[^\p{M}\p{Default_Ignorable_Code_Point}](?:\p{Default_Ignorable_Code_Point}*\p{M})+|\p{Default_Ignorable_Code_Point}+|[`´]|[^\0-\x7fÄÖÜäöüß§]/gu
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu
const DASHES = /[\p{Dash}\u2043\u02d7]/gu
/** Before the compatibility mapping, which would take a lone accent apart into a space and a mark. */
const APOSTROPHES = /[`´‘’‚‛′‵＇ʹʻʼʽˈˊˋʾʿ\uA78C\u05F3\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE]/gu

const foldPiece = (piece: string) =>
  piece
    .replace(INVISIBLE, "")
    .replace(DASHES, "-")
    .replace(APOSTROPHES, "'")
    .normalize("NFKC")
    .replace(DASHES, "-")

function append(folded: Folded, text: string, start: number, end: number): void {
  folded.text += text
  for (let unit = 0; unit < text.length; unit++) {
    folded.starts.push(start)
    folded.ends.push(end)
  }
}
