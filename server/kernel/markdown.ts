import { Parser, Renderer, type Tokens } from "marked"
import sanitizeHtml from "sanitize-html"
import { Refusal } from "./errors.ts"
import { readMarkdown } from "./markdown-grammar.ts"

export { MAX_MARKDOWN_LENGTH, MAX_NESTING } from "./markdown-grammar.ts"

/**
 * Markdown of a person becomes the HTML that is stored and shown: read within limits, rendered, and sanitised last.
 * Refuses with 422 `markdown.too-long`, `markdown.too-deep` or `markdown.unreadable`, naming the field.
 * Headings begin at `headingFrom`, so that they fit below the headings of the page.
 */
export function renderMarkdown(source: string, field: string, headingFrom = 3): string {
  try {
    const tokens = readMarkdown(source, field)
    return sanitise(Parser.parse(tokens, { renderer: new ForumRenderer(headingFrom) })).trim()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(422, "markdown.unreadable", field)
  }
}

/** The words of rendered HTML for an excerpt, at most `max` characters, cut at a word. */
export function plainText(html: string, max: number): string {
  const text = html
    .replace(/<(?:\/?(?:p|div|li|ul|ol|h\d|pre|blockquote|table|tr|td|th)|br|hr)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x?[\da-f]+|[a-z]+);/gi, decodeEntity)
    .replace(/\s+/g, " ")
    .trim()
  return shorten(text, max)
}

/** Attachments of our own, by their permanent path. Nothing else may be loaded while somebody reads. */
const OWN_ATTACHMENT = /^\/anhaenge\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A path of our own begins with one slash: two slashes, or one and a backslash, lead to another host. */
const OWN_PATH = /^\/(?![/\\])\P{Cc}*$/u
const EXTERNAL = /^https?:\/\/[^/\\]/i
const MAIL = /^mailto:[^\s@]+@[^\s@]+$/i

class ForumRenderer extends Renderer {
  readonly #headingFrom: number
  #openHeadings: number[] = []
  #inLink = false

  constructor(headingFrom: number) {
    super()
    this.#headingFrom = headingFrom
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    const content = this.parser.parseInline(tokens)
    if (!hasContent(content)) return ""
    const level = this.#levelOf(depth)
    return `<h${level}>${content}</h${level}>\n`
  }

  /** One level below the heading it belongs to, whatever number of # was typed: no level is skipped. */
  #levelOf(depth: number): number {
    this.#openHeadings = [...this.#openHeadings.filter((open) => open < depth), depth]
    return Math.min(6, this.#headingFrom + this.#openHeadings.length - 1)
  }

  override link(token: Tokens.Link): string {
    const href = token.autolink ? escapeHtml(token.href) : escapeExceptEntities(token.href)
    this.#inLink = true
    const content = token.autolink ? escapeHtml(token.text) : this.parser.parseInline(token.tokens)
    this.#inLink = false
    return `<a href="${href}">${hasContent(content) ? content : href}</a>`
  }

  override image({ href, tokens }: Tokens.Image): string {
    const alt = escapeExceptEntities(this.parser.parseInline(tokens, this.parser.textRenderer).trim())
    if (OWN_ATTACHMENT.test(href)) return `<img src="${href}" alt="${alt}" loading="lazy">`
    const address = escapeExceptEntities(href)
    return this.#inLink ? alt || address : `<a href="${address}">${alt || address}</a>`
  }

  /** Can be scrolled with the keyboard where it does not fit. */
  override code({ text }: Tokens.Code): string {
    return `<pre tabindex="0"><code>${escapeHtml(text.replace(/\n$/, ""))}\n</code></pre>\n`
  }

  /** Named by its own head, which needs no words of ours in any language. */
  override table(token: Tokens.Table): string {
    const heads = token.header
      .map((cell) => plainText(this.parser.parseInline(cell.tokens), 60))
      .filter(Boolean)
    const label = heads.length > 0 ? ` aria-label="${escapeHtml(shorten(heads.join(", "), 200))}"` : ""
    return `<div class="ff-table" role="group" tabindex="0"${label}>${super.table(token)}</div>\n`
  }

  override tablecell(token: Tokens.TableCell): string {
    const content = this.parser.parseInline(token.tokens)
    const align = token.align && token.align !== "left" ? ` class="ff-${token.align}"` : ""
    return token.header && content
      ? `<th scope="col"${align}>${content}</th>\n`
      : `<td${align}>${content}</td>\n`
  }

  /** A box that nobody can tick is no form field. */
  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? "☑ " : "☐ "
  }
}

/** The last step, and the one that protects: it holds whatever the steps before it let through. */
function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...["h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li"],
      ...["strong", "em", "del", "a", "img", "div", "table", "thead", "tbody", "tr", "th", "td"],
    ],
    allowedAttributes: {
      a: ["href", "rel"],
      img: ["src", "alt", "loading"],
      ol: ["start"],
      pre: ["tabindex"],
      div: ["role", "tabindex", "aria-label"],
      th: ["scope"],
    },
    allowedClasses: { div: ["ff-table"], th: ["ff-right", "ff-center"], td: ["ff-right", "ff-center"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    transformTags: { a: onlyAllowedLinks },
    exclusiveFilter: withoutDestination,
  })
}

/** Other sites learn nothing about us from a link. */
function onlyAllowedLinks(_tag: string, { href = "" }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (EXTERNAL.test(href)) return { tagName: "a", attribs: { href, rel: "noopener nofollow" } }
  else if (OWN_PATH.test(href) || MAIL.test(href)) return { tagName: "a", attribs: { href } }
  else return { tagName: "a", attribs: {} }
}

/** A picture that may not be loaded goes; a link that may not be followed leaves its words. */
function withoutDestination({ tag, attribs }: sanitizeHtml.IFrame): boolean | "excludeTag" {
  if (tag === "img") return !OWN_ATTACHMENT.test(attribs.src ?? "")
  else return tag === "a" && !attribs.href ? "excludeTag" : false
}

const hasContent = (html: string) => /<img[^>]* alt="[^"]/.test(html) || plainText(html, 1) !== ""

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

/** Outside of code a person may write `&copy;`; the sanitiser reads it and judges what it stands for. */
const escapeExceptEntities = (text: string) => escapeHtml(text).replace(/&amp;(#?\w{1,31};)/g, "&$1")

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? entity
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const start = text.slice(0, max)
  const atWord =
    start.lastIndexOf(" ") > max / 2 ? start.slice(0, start.lastIndexOf(" ")) : start.slice(0, -1)
  return `${atWord.replace(/[\uD800-\uDBFF]$/, "").replace(/[\s,;:–-]+$/, "")}…`
}
