import { Lexer, Tokenizer, type Tokens, type TokensList } from "marked"
import { Refusal } from "./errors.ts"

export const MAX_MARKDOWN_LENGTH = 40_000
export const MAX_MARKDOWN_LINES = 3_000
export const MAX_NESTING = 20

const MAX_TABLE_CELLS = 5_000
const MAX_URL_LENGTH = 2_000
/** Bounded, because an address that is never accepted would be read again at each of its letters. */
const WEB_ADDRESS = new RegExp(`^(?:https?://|www\\.)[^\\s<]{1,${MAX_URL_LENGTH}}`, "i")
const QUOTE = /^ {0,3}>/
const LIST = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:\s|$)/
const BRACKET = /^!?\[/
/** Characters that the search for closing asterisks may look at; far above what real texts need. */
const EMPHASIS_BUDGET = 1_500_000

/** Reads Markdown into tokens. Refuses what `marked` cannot read safely, before anything is rendered. */
export function readMarkdown(source: string, field: string): TokensList {
  const text = normalise(source)
  if (text.length > MAX_MARKDOWN_LENGTH || countLines(text) > MAX_MARKDOWN_LINES) {
    throw new Refusal(422, "markdown.too-long", field)
  }
  return new Lexer({ gfm: true, breaks: true, tokenizer: new ForumTokenizer(field) }).lex(text)
}

/** The browser sends line ends as CRLF but counts them as one character; NUL has no place in PostgreSQL text. */
const normalise = (source: string) => source.replace(/\r\n?/g, "\n").replaceAll("\0", "")

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++
  return lines
}

/**
 * The grammar of `marked` without raw HTML (it becomes visible text), with a limit on every recursion, and
 * with linear rules where the original ones are quadratic: the search for bare e-mail addresses, for the
 * end of a web address and for the end of emphasis.
 */
class ForumTokenizer extends Tokenizer {
  readonly #field: string
  #depth = 0
  #emphasis = EMPHASIS_BUDGET

  constructor(field: string) {
    super()
    this.#field = field
  }

  override html(): undefined {}
  override tag(): undefined {}

  override blockquote(src: string) {
    return QUOTE.test(src) ? this.#nested(() => super.blockquote(src)) : undefined
  }

  override list(src: string) {
    return LIST.test(src) ? this.#nested(() => super.list(src)) : undefined
  }

  override link(src: string) {
    if (!BRACKET.test(src)) return undefined
    return this.#nested(() => super.link(src))
  }

  override reflink(src: string, links: TokensList["links"]) {
    if (!BRACKET.test(src)) return undefined
    return this.#nested(() => super.reflink(src, links))
  }

  override emStrong(src: string, masked: string, before?: string) {
    if ((src[0] !== "*" && src[0] !== "_") || !this.#spend(src.length)) return undefined
    return this.#nested(() => super.emStrong(src, masked, before))
  }

  override del(src: string, masked: string, before?: string) {
    if (src[0] !== "~" || !this.#spend(src.length)) return undefined
    return this.#nested(() => super.del(src, masked, before))
  }

  /** `marked` fills every row up to the width of the head: a wide head with many empty rows explodes. */
  override table(src: string) {
    const [table = "", head = ""] = this.rules.block.table.exec(src) ?? []
    if (countLines(table) * head.split("|").length > MAX_TABLE_CELLS) {
      throw new Refusal(422, "markdown.too-long", this.#field)
    }
    return super.table(src)
  }

  /** Web addresses only. A bare e-mail address stays text: nobody is made easier to harvest. */
  override url(src: string): Tokens.Link | undefined {
    const found = WEB_ADDRESS.exec(src)?.[0]
    if (!found || found.length > MAX_URL_LENGTH) return undefined
    const text = withoutSentenceEnd(found)
    if (!/^(?:https?:\/\/|www\.)[\p{L}\p{N}]/iu.test(text)) return undefined
    const href = /^www\./i.test(text) ? `https://${text}` : text
    return {
      type: "link",
      raw: text,
      text,
      href,
      autolink: true,
      tokens: [{ type: "text", raw: text, text }],
    }
  }

  /** Plain text up to the next character that may begin something. Backticks that began nothing are passed whole. */
  override inlineText(src: string): Tokens.Text | undefined {
    const passed = /^(?:`+|.)/s.exec(src)?.[0].length ?? 1
    const next = src.slice(passed).search(/[\\<![`*_~\n]|https?:\/\/|\bwww\./i)
    const raw = next === -1 ? src : src.slice(0, passed + next)
    return { type: "text", raw, text: raw, escaped: false }
  }

  #nested<T>(read: () => T): T {
    if (this.#depth >= MAX_NESTING) throw new Refusal(422, "markdown.too-deep", this.#field)
    this.#depth++
    try {
      return read()
    } finally {
      this.#depth--
    }
  }

  /** When the budget is used up, asterisks and underscores simply stay what was typed. */
  #spend(characters: number): boolean {
    this.#emphasis -= characters
    return this.#emphasis > 0
  }
}

/** A full stop or a bracket after an address belongs to the sentence, not to the address. */
function withoutSentenceEnd(address: string): string {
  let open = address.split("(").length - address.split(")").length
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    if (last === ")" && open < 0) open++
    else if (!/[?!.,:;*_'"~]/.test(last)) break
  }
  return address.slice(0, end)
}
