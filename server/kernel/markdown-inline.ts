import type { Token, Tokens } from "marked"
import { bareAddressAt, destinationOf, OWN_ATTACHMENT } from "./markdown-addresses.ts"

type Kind = "em" | "strong" | "del"
type Opener = {
  kind: Kind
  node: number
  line: number
  end: number
  inWord: boolean
  escaped: boolean
  isFactor: boolean
}

const MAX_CODE_LENGTH = 1_000
const MAX_ADDRESS_LENGTH = 2_000
const WORD = /[\p{L}\p{N}\p{M}]/u
const LETTERS = /^[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+$/u
/** Behind these a star is part of a calculation or a path. */
const NOT_BEFORE = /[\p{L}\p{N}\p{M})\]}%‰°²³€$£=\\^]/u
/** What marked words may begin with: a letter, a digit, a bracket or quotation mark that opens, a sign before a number. */
const BEGINS = /[\p{L}\p{N}\p{M}\p{Ps}\p{Pi}\p{Pd}\p{So}\p{Sc}"'„‚»«§&+−±#@/…<`![]/u
const IS_NUMBER = /[\p{N})%€]$/u
const ENDS_WORDS = /[\p{P}\p{S}]/u
/** Behind these a single sign begins nothing, and a backslash is part of a path. */
const NOT_BEFORE_ONE = /[:.]/
/** Where something may begin: everything else is passed in one go. */
const SPECIAL = /[\n\\`*_~![]|https?:\/\/|www\./giu
const ADDRESS_IN_BRACKETS = new RegExp(
  `\\(((?:[^\\s()<>]|\\([^\\s()<>]{0,${MAX_ADDRESS_LENGTH}}\\)){1,${MAX_ADDRESS_LENGTH}})\\)`,
  "y",
)

/**
 * Reads the mark-up within lines: `**bold**`, `*italic*`, `_italic_`, `~~struck~~`, `` `code` ``, `[text](address)`,
 * `![words](/anhaenge/…)` and bare web addresses. Every other character is a token of text, as it was typed.
 * Linear: each place is looked at once, and every look ahead is bounded.
 */
export function readInline(source: string, inLink = false): Token[] {
  return new InlineReader(source, inLink).read()
}

class InlineReader {
  readonly #source: string
  readonly #inLink: boolean
  readonly #brackets: Map<number, number>
  #nodes: Token[] = []
  #open: Partial<Record<Kind, Opener>> = {}
  #line = 0

  constructor(source: string, inLink: boolean) {
    this.#source = source
    this.#inLink = inLink
    this.#brackets = matchBrackets(source)
  }

  read(): Token[] {
    const source = this.#source
    let at = 0
    while (at < source.length) {
      SPECIAL.lastIndex = at
      const next = SPECIAL.exec(source)?.index ?? source.length
      if (next > at) this.#text(source.slice(at, next))
      at = next < source.length ? next + this.#special(next) : next
    }
    return this.#nodes
  }

  /** What begins at this place is taken up; returns how many characters that were. */
  #special(at: number): number {
    const character = this.#source.charAt(at)
    if (character === "\n") return this.#lineBreak()
    else if (character === "\\") return this.#backslash(at)
    else if (character === "`") return this.#code(at) ?? this.#plainRun(at)
    else if (character === "!") return this.#image(at) ?? this.#plain(at, 1)
    else if (character === "[") return this.#link(at) ?? this.#plain(at, 1)
    else if (/[*_~]/.test(character)) return this.#delimiters(at, this.#before(at), false)
    else return this.#bareAddress(at) ?? this.#plain(at, 1)
  }

  #lineBreak(): number {
    this.#nodes.push({ type: "br", raw: "\n" })
    this.#line++
    return 1
  }

  /** A backslash goes only where a word begins with what would be mark-up without it. In paths it stays. */
  #backslash(at: number): number {
    const before = this.#before(at)
    if (!isWordBegin(before) || /[*_~]/.test(before)) return this.#plain(at, 1)
    const character = this.#source.charAt(at + 1)
    if (character === "`") {
      const length = this.#codeAt(at + 1, before)?.raw.length
      if (length) return this.#plain(at + 1, length) + 1
    } else if (character === "[" || (character === "!" && this.#source[at + 2] === "[")) {
      const isMarkup = character === "[" ? this.#linkAt(at + 1) : this.#imageAt(at + 1)
      if (isMarkup) return this.#plain(at + 1, character === "[" ? 1 : 2) + 1
    } else if (/[*_~]/.test(character)) return this.#delimiters(at + 1, before, true) + 1
    return this.#plain(at, 1)
  }

  #code(at: number): number | undefined {
    const code = this.#codeAt(at, this.#before(at))
    if (code) this.#nodes.push(code)
    return code?.raw.length
  }

  #codeAt(at: number, before: string): Tokens.Codespan | undefined {
    if (!isWordBegin(before)) return undefined
    const run = runLength(this.#source, at)
    const ahead = this.#source.slice(at + run, at + 2 * run + MAX_CODE_LENGTH)
    for (const found of ahead.matchAll(/`+|\n/g)) {
      if (found[0] === "\n") return undefined
      const text = ahead.slice(0, found.index)
      const end = at + run + found.index + run
      if (found[0].length === run && isCode(text) && !WORD.test(codePointAt(this.#source, end)))
        return { type: "codespan", raw: this.#source.slice(at, end), text: withoutGap(text) }
    }
    return undefined
  }

  #image(at: number): number | undefined {
    const image = this.#imageAt(at)
    if (!image) return undefined
    this.#nodes.push({
      type: "image",
      raw: "",
      href: image.address,
      title: null,
      text: image.label,
      tokens: [],
    })
    return image.length
  }

  #imageAt(at: number) {
    if (this.#source[at + 1] !== "[") return undefined
    const found = this.#labelledAddress(at + 1)
    return found && OWN_ATTACHMENT.test(found.address) ? { ...found, length: found.length + 1 } : undefined
  }

  #link(at: number): number | undefined {
    const link = this.#linkAt(at)
    if (!link) return undefined
    const tokens = readInline(link.label, true)
    this.#nodes.push({ type: "link", raw: "", href: link.address, title: null, text: link.label, tokens })
    return link.length
  }

  #linkAt(at: number) {
    const found = this.#inLink ? undefined : this.#labelledAddress(at)
    const address = found && destinationOf(found.address)
    return found && address ? { ...found, address } : undefined
  }

  #labelledAddress(at: number): { label: string; address: string; length: number } | undefined {
    const end = this.#brackets.get(at)
    if (end === undefined || this.#source[end + 1] !== "(") return undefined
    ADDRESS_IN_BRACKETS.lastIndex = end + 1
    const found = ADDRESS_IN_BRACKETS.exec(this.#source)
    const address = found?.[1]
    if (!found || !address || address.length > MAX_ADDRESS_LENGTH) return undefined
    return { label: this.#source.slice(at + 1, end), address, length: end + 1 - at + found[0].length }
  }

  #bareAddress(at: number): number | undefined {
    if (this.#inLink || /[\p{L}\p{N}_.@/-]/u.test(this.#before(at))) return undefined
    const text = bareAddressAt(this.#source, at)
    if (!text) return undefined
    const href = /^www\./i.test(text) ? `https://${text}` : text
    const tokens = [{ type: "text", raw: text, text }]
    this.#nodes.push({ type: "link", raw: text, text, href, title: null, autolink: true, tokens })
    return text.length
  }

  /** Stars, underscores and tildes: close what is open, else open, else stay. */
  #delimiters(at: number, before: string, escaped: boolean): number {
    const character = this.#source.charAt(at)
    const length = runLength(this.#source, at)
    const after = codePointAt(this.#source, at + length)
    const kinds = kindsOf(character, length)
    // "src/**/*.ts"
    if (kinds.length === 0 || (isSlash(before) && isSlash(after)))
      return this.#plain(at - Number(escaped), length + Number(escaped)) - Number(escaped)
    let left = length
    if (!escaped && mayClose(before, after, kinds))
      for (const kind of [...kinds].reverse())
        if (this.#close(kind, at + length - left, before, after)) left -= sizeOf(kind)
    if (left === length) this.#openAll(kinds, at, before, after, escaped)
    else if (left > 0) this.#text(character.repeat(left))
    return length
  }

  #openAll(kinds: Kind[], at: number, before: string, after: string, escaped: boolean): void {
    const inWord = LETTERS.test(before) && LETTERS.test(after)
    const mayOpen = inWord ? !kinds.includes("em") : mayBegin(before, after, kinds)
    const isFactor = this.#isBetweenNumbers(at)
    let from = at
    if (escaped && !mayOpen) this.#text("\\")
    for (const [index, kind] of kinds.entries()) {
      const size = sizeOf(kind)
      this.#text(
        `${escaped && mayOpen && index === 0 ? "\\" : ""}${this.#source.slice(from, from + size)}`,
        true,
      )
      from += size
      if (mayOpen)
        this.#open[kind] = {
          kind,
          node: this.#nodes.length - 1,
          line: this.#line,
          end: from,
          inWord,
          escaped,
          isFactor,
        }
    }
  }

  /** Puts what stands since the opening mark into one token; marks that were opened within it stay text. */
  #close(kind: Kind, at: number, before: string, after: string): boolean {
    const opener = this.#open[kind]
    if (!opener || opener.end >= at) return false
    if (kind === "em" && (opener.line !== this.#line || (opener.isFactor && IS_NUMBER.test(before))))
      return false
    if (kind === "em" && (this.#isPath(opener, at) || this.#leavesBracket(opener.end, at))) return false
    const inWord = opener.inWord || (LETTERS.test(before) && LETTERS.test(after))
    if (inWord && !LETTERS.test(this.#source.slice(opener.end, at))) return false
    for (const other of ["em", "strong", "del"] as const)
      if ((this.#open[other]?.node ?? -1) >= opener.node) delete this.#open[other]
    const mark = this.#source.slice(at, at + sizeOf(kind))
    if (opener.escaped) {
      this.#unescape(opener.node)
      this.#text(mark)
    } else {
      const tokens = this.#nodes.splice(opener.node + 1)
      this.#nodes[opener.node] = { type: kind, raw: "", text: "", tokens }
    }
    return true
  }

  #unescape(node: number): void {
    const token = this.#nodes[node]
    if (token?.type === "text") this.#nodes[node] = textToken(token.raw.replace(/^\\/, ""))
  }

  /** "S:/_alt_/x": a part of a path keeps its signs; "/_so_/" on its own is marked words. */
  #isPath({ end: from, kind, escaped }: Opener, at: number): boolean {
    const [before, after] = [from - sizeOf(kind) - (escaped ? 2 : 1), at + sizeOf(kind)]
    if (this.#source[before] !== "/" || !isSlash(this.#source[after])) return false
    return /\S/.test(this.#source[before - 1] ?? "") || WORD.test(codePointAt(this.#source, after + 1))
  }

  /** "(*Pflichtfeld), Name*": a footnote's star within brackets and one behind them are no pair. */
  #leavesBracket(from: number, to: number): boolean {
    let open = 0
    for (let at = from; at < to && at < from + MAX_ADDRESS_LENGTH; at++) {
      if (/[([{]/.test(this.#source.charAt(at))) open++
      else if (/[)\]}]/.test(this.#source.charAt(at)) && --open < 0) return true
    }
    return false
  }

  /** "2 *3 und 4* 5" calculates, however it is spaced. */
  #isBetweenNumbers(at: number): boolean {
    const before = this.#source.slice(Math.max(0, at - 3), at).trimEnd()
    const after = this.#source.slice(at + 1, at + 4).trimStart()
    return this.#source[at] === "*" && IS_NUMBER.test(before) && /^\p{N}/u.test(after)
  }

  #before(at: number): string {
    if (at === 0) return ""
    const low = this.#source.charCodeAt(at - 1)
    const isPair = low >= 0xdc00 && low < 0xe000 && at > 1
    return this.#source.slice(isPair ? at - 2 : at - 1, at)
  }

  #plainRun = (at: number) => this.#plain(at, runLength(this.#source, at))

  #plain(at: number, length: number): number {
    this.#text(this.#source.slice(at, at + length))
    return length
  }

  #text(text: string, apart = false): void {
    const last = this.#nodes.at(-1)
    if (!apart && last?.type === "text" && !("apart" in last))
      this.#nodes[this.#nodes.length - 1] = textToken(last.raw + text)
    else this.#nodes.push(apart ? { ...textToken(text), apart: true } : textToken(text))
  }
}

const textToken = (text: string): Tokens.Text => ({ type: "text", raw: text, text, escaped: false })

function kindsOf(character: string, length: number): Kind[] {
  if (character === "_") return length === 1 ? ["em"] : []
  else if (character === "~") return length === 2 ? ["del"] : []
  else return ([[], ["em"], ["strong"], ["strong", "em"]] as Kind[][])[length] ?? []
}

const isSlash = (character: string | undefined) => character === "/" || character === "\\"

const sizeOf = (kind: Kind) => (kind === "em" ? 1 : 2)

const isWordBegin = (before: string) =>
  before === "" || !(NOT_BEFORE.test(before) || NOT_BEFORE_ONE.test(before))

function mayBegin(before: string, after: string, kinds: Kind[]): boolean {
  if (after === "" || !(BEGINS.test(after) || /[*_~]/.test(after))) return false
  return kinds.includes("em") ? isWordBegin(before) : before === "" || !NOT_BEFORE.test(before)
}

/** Words end before the closing mark, and no new word begins behind it unless a sign stands between. */
function mayClose(before: string, after: string, kinds: Kind[]): boolean {
  if (before === "" || /\s/.test(before) || before === "\\") return false
  if (after === "" || !(WORD.test(after) || after === "\\")) return true
  if (kinds.includes("em") || after === "\\") return false
  return LETTERS.test(before) ? LETTERS.test(after) : ENDS_WORDS.test(before) && !/[)\]}%‰€$°]/.test(before)
}

/** Two lone backticks with words between them are signs; code may have a space on one side, or around a backtick. */
const isCode = (text: string) =>
  text.trim() !== "" && (!/^\s[\s\S]*\s$/.test(text) || withoutGap(text) !== text)

/** The spaces that keep a backtick within the code apart from those around it. */
const withoutGap = (code: string) => (/^ `.* $|^ .*` $/.test(code) ? code.slice(1, -1) : code)

function runLength(source: string, at: number): number {
  let end = at + 1
  while (source[end] === source[at]) end++
  return end - at
}

function codePointAt(source: string, at: number): string {
  const code = source.codePointAt(at)
  return code === undefined ? "" : String.fromCodePoint(code)
}

/** Which bracket closes which, within a line. */
function matchBrackets(source: string): Map<number, number> {
  const pairs = new Map<number, number>()
  let open: number[] = []
  for (let at = 0; at < source.length; at++) {
    const character = source[at]
    if (character === "\n") open = []
    else if (character === "[") open.push(at)
    else if (character === "]") {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, at)
    }
  }
  return pairs
}
