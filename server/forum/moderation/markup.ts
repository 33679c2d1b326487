/** A stretch of a source that may be more than the characters it is typed with. */
export type Token = { kind: string; text: string; start: number; end: number; piece?: Piece }

/** Mark-up that a reader does not see, and line breaks with what begins the next line. */
export type Piece = {
  kind: "open" | "close" | "break" | "drop"
  start: number
  end: number
  /** Of what opens and closes: where the other one begins. */
  partner?: number
  /** Of a link: it stays a link, wherever its words go. */
  isLink?: boolean
}

/**
 * Finds which tokens are mark-up: signs of emphasis and brackets of links by twos within a paragraph. What has no
 * partner is text. It would rather take a pair of stars for mark-up that the renderer shows: a word is then found
 * with and without them.
 */
export function pairMarkup(source: string, tokens: Token[]): Token[] {
  let waiting: Token[] = []
  for (const token of tokens) {
    if (token.kind === "break" || token.kind === "drop")
      token.piece = { kind: token.kind, start: token.start, end: token.end }
    if (token.kind === "break" && /[\n\r]/.test(source.charAt(token.end))) waiting = []
    else if (token.kind === "open") waiting.push(token)
    else if (token.kind === "close") waiting = pair(waiting, token, ({ kind }) => kind === "open", true)
    else if (token.kind === "delimiter" && !isInsideWord(source, token))
      waiting = pair(waiting, token, ({ text }) => text === token.text, false)
  }
  return tokens.filter(({ piece }) => piece !== undefined)
}

/** Closes the last one that fits; what was opened after it and is not closed yet is text. */
function pair(waiting: Token[], token: Token, fits: (other: Token) => boolean, isLink: boolean): Token[] {
  const at = waiting.findLastIndex(fits)
  const opener = waiting[at]
  if (!opener) return isLink ? waiting : [...waiting, token]
  opener.piece = { kind: "open", start: opener.start, end: opener.end, partner: token.start, isLink }
  token.piece = { kind: "close", start: token.start, end: token.end, partner: opener.start, isLink }
  return waiting.slice(0, at)
}

/** "Antrag_Müller_2026": underscores between letters and digits are never emphasis. */
const isInsideWord = (source: string, { text, start, end }: Token) =>
  text.startsWith("_") && ALNUM.test(source.charAt(start - 1)) && ALNUM.test(source.charAt(end))
const ALNUM = /[\p{L}\p{N}]/u
