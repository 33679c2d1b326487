import { channel } from "node:diagnostics_channel"
import { Parser, Renderer, type Tokens } from "marked"
import sanitizeHtml from "sanitize-html"
import { boundParts } from "./bound-spaces.ts"
import { Refusal } from "./errors.ts"
import { plainText, shorten } from "./html-text.ts"
import { EXTERNAL, MAIL, OWN_ATTACHMENT, OWN_PATH } from "./markdown-addresses.ts"
import { readMarkdown } from "./markdown-grammar.ts"

export { MAX_MARKDOWN_LENGTH, MAX_NESTING } from "./markdown-grammar.ts"

/** Takes a text apart where it names somebody; all parts together are the text as it was typed. */
export type TakeApart = (text: string) => { text: string; isMention: boolean }[]
const inOnePiece: TakeApart = (text) => [{ text, isMention: false }]

/** What could not be rendered although it had to be shown; the application subscribes and writes it to its log. */
export const unrendered = channel("fachforum.markdown")

/**
 * Markdown of a person becomes the HTML that is stored and shown: read within limits, rendered, and sanitised last.
 * Refuses with 422 `markdown.too-long`, `markdown.too-deep` or `markdown.empty` (something was typed, nothing can be
 * seen), naming the field. Anything else that goes wrong is a fault of ours, which nobody who writes can mend: the
 * text is taken as it was typed, and the fault is logged.
 * Headings begin at `headingFrom`, so that they fit below the headings of the page.
 * The HTML holds no white space between its elements: styles keep spaces and tabs as they were typed.
 * Parts that `takeApart` calls mentions are marked as such, save in code; nothing else becomes of them.
 */
export function renderMarkdown(
  source: string,
  field: string,
  headingFrom = 3,
  takeApart: TakeApart = inOnePiece,
): string {
  const html = render(source, field, headingFrom, takeApart)
  if (source.trim() !== "" && !isVisible(html)) throw new Refusal(422, "markdown.empty", field)
  return html
}

/**
 * The same for a text that is stored already and rendered whenever it is read: never refused. What the grammar of
 * today cannot read is shown as it was typed, and told.
 */
export function showMarkdown(source: string, headingFrom = 3): string {
  try {
    return render(source, "text", headingFrom, inOnePiece)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return plainly(source, error)
  }
}

function render(source: string, field: string, headingFrom: number, takeApart: TakeApart): string {
  try {
    const tokens = readMarkdown(source, field)
    return sanitise(Parser.parse(tokens, { renderer: new ForumRenderer(headingFrom, takeApart) }))
  } catch (error) {
    if (error instanceof Refusal) throw error
    return plainly(source, error)
  }
}

function plainly(source: string, fault: unknown): string {
  unrendered.publish(fault)
  const lines = source.split(/\r\n?|\n/).map(escapeHtml)
  return sanitise(`<p>${lines.join("<br>")}</p>`)
}

/** Characters that show nothing: spaces, controls, what may be ignored, and the empty cell of Braille. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu
const isVisible = (html: string) =>
  html.includes("<img ") || plainText(html, Infinity).replace(INVISIBLE, "") !== ""

class ForumRenderer extends Renderer {
  readonly #headingFrom: number
  readonly #takeApart: TakeApart
  #openHeadings: number[] = []

  constructor(headingFrom: number, takeApart: TakeApart) {
    super()
    this.#headingFrom = headingFrom
    this.#takeApart = takeApart
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    const content = this.parser.parseInline(tokens)
    const level = this.#levelOf(depth)
    return `<h${level}>${content}</h${level}>`
  }

  /** One level below the heading it belongs to, whatever number of # was typed: no level is skipped. */
  #levelOf(depth: number): number {
    this.#openHeadings = [...this.#openHeadings.filter((open) => open < depth), depth]
    return Math.min(6, this.#headingFrom + this.#openHeadings.length - 1)
  }

  override link({ href, tokens }: Tokens.Link): string {
    const content = this.parser.parseInline(tokens)
    return `<a href="${escapeHtml(href)}">${hasContent(content) ? content : escapeHtml(href)}</a>`
  }

  override image({ href, text }: Tokens.Image): string {
    return `<img src="${escapeHtml(href)}" alt="${escapeHtml(text.trim())}" loading="lazy">`
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens)
    return this.#takeApart(token.text)
      .map(({ text, isMention }) =>
        isMention ? `<span class="ff-mention">${boundHtml(text)}</span>` : boundHtml(text),
      )
      .join("")
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${escapeHtml(text)}</code>`
  }

  override paragraph({ tokens }: Tokens.Paragraph): string {
    return `<p>${this.parser.parseInline(tokens)}</p>`
  }

  override blockquote({ tokens }: Tokens.Blockquote): string {
    return `<blockquote>${this.parser.parse(tokens)}</blockquote>`
  }

  /** Can be scrolled with the keyboard where it does not fit. */
  override code({ text }: Tokens.Code): string {
    return `<pre tabindex="0"><code>${escapeHtml(text)}\n</code></pre>`
  }

  /** Every item has the number that was typed; it is named where counting on would give another. */
  override list({ ordered, items }: Tokens.List): string {
    if (!ordered) return `<ul>${items.map((item) => this.listitem(item)).join("")}</ul>`
    const numbers = items.map((item) => Number(item.text))
    const first = numbers[0] ?? 1
    const body = items.map((item, index) => {
      const isNext = index === 0 || numbers[index] === (numbers[index - 1] ?? 0) + 1
      return `<li${isNext ? "" : ` value="${numbers[index]}"`}>${this.parser.parse(item.tokens)}</li>`
    })
    return `<ol${first === 1 ? "" : ` start="${first}"`}>${body.join("")}</ol>`
  }

  /** A box that nobody can tick is no form field. */
  override listitem({ task, checked, tokens }: Tokens.ListItem): string {
    const content = this.parser.parse(tokens)
    const box = checked ? "☑ " : "☐ "
    return `<li>${task ? content.replace(/^(?:<p>)?/, (start) => start + box) : content}</li>`
  }

  /** Named by its own head, which needs no words of ours in any language. */
  override table({ header, rows }: Tokens.Table): string {
    const heads = header.map((cell) => plainText(this.parser.parseInline(cell.tokens), 60)).filter(Boolean)
    const label = heads.length > 0 ? ` aria-label="${escapeHtml(shorten(heads.join(", "), 200))}"` : ""
    const rowOf = (cells: Tokens.TableCell[]) =>
      `<tr>${cells.map((cell) => this.tablecell(cell)).join("")}</tr>`
    const body = rows.length > 0 ? `<tbody>${rows.map(rowOf).join("")}</tbody>` : ""
    const table = `<table><thead>${rowOf(header)}</thead>${body}</table>`
    return `<div class="ff-table" role="group" tabindex="0"${label}>${table}</div>`
  }

  override tablecell(token: Tokens.TableCell): string {
    const content = this.parser.parseInline(token.tokens)
    const align = token.align && token.align !== "left" ? ` class="ff-${token.align}"` : ""
    return token.header && content ? `<th scope="col"${align}>${content}</th>` : `<td${align}>${content}</td>`
  }
}

/** The last step, and the one that protects: it holds whatever the steps before it let through. */
function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...["h2", "h3", "h4", "h5", "h6", "p", "br", "blockquote", "pre", "code", "ul", "ol", "li"],
      ...["strong", "em", "del", "a", "img", "span", "div", "table", "thead", "tbody", "tr", "th", "td"],
    ],
    allowedAttributes: {
      a: ["href", "rel"],
      img: ["src", "alt", "loading"],
      ol: ["start"],
      li: ["value"],
      pre: ["tabindex"],
      div: ["role", "tabindex", "aria-label"],
      th: ["scope"],
    },
    allowedClasses: {
      span: ["ff-bound", "ff-mention"],
      div: ["ff-table"],
      th: ["ff-right", "ff-center"],
      td: ["ff-right", "ff-center"],
    },
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

/** What belongs together stands on one line by its style; the spaces themselves stay those that were typed. */
const boundHtml = (text: string) =>
  boundParts(text)
    .map(({ text, isBound }) =>
      isBound ? `<span class="ff-bound">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join("")

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
