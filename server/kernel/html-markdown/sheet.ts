/** Styles of a pasted document. The browser's own style object drops Word's properties, so the text is read. */
export type Styles = Map<string, string>

/** What the style sheets of the clipboard say about classes: ".xl66", "p.MsoNormal" and "@list l0:level1". */
export type Sheet = Map<string, Styles>

const RULE = /([^{}]+)\{([^{}]*)\}/g
const SIMPLE = /^(?:[a-z][a-z0-9]*)?\.[\w-]+$/
const LIST = /^@list l\d+:level\d+$/

/**
 * Takes the styles out of the HTML of a clipboard before it becomes a document: a document inherits the content
 * security policy of the page that reads it, which reports every inline style.
 */
export function withoutStyles(html: string): { html: string; sheet: Sheet } {
  let css = ""
  const rest = html.replace(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi, (_, text: string) => {
    css += text
    return ""
  })
  return {
    html: rest.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${STYLE}$2`)),
    sheet: readSheet(css),
  }
}

const STYLE = "data-style"

function readSheet(css: string): Sheet {
  const sheet: Sheet = new Map()
  for (const [, selectors = "", body = ""] of css.replace(/<!--|-->|\/\*[\s\S]*?\*\//g, "").matchAll(RULE)) {
    for (const selector of selectors.split(",").map((one) => one.trim().replace(/\s+/g, " ").toLowerCase()))
      if (SIMPLE.test(selector) || LIST.test(selector)) addTo(sheet, selector, parse(body))
  }
  return sheet
}

function addTo(sheet: Sheet, selector: string, styles: Styles): void {
  sheet.set(selector, new Map([...(sheet.get(selector) ?? []), ...styles]))
}

/** What an element says by its classes and by itself; nothing of what it inherits. */
export function stylesOf(element: Element, sheet: Sheet): Styles {
  const tag = element.nodeName.toLowerCase()
  const classes = (element.getAttribute("class") ?? "").toLowerCase().split(/\s+/).filter(Boolean)
  const named = classes.flatMap((name) => [
    ...(sheet.get(`.${name}`) ?? []),
    ...(sheet.get(`${tag}.${name}`) ?? []),
  ])
  return new Map([...named, ...parse(element.getAttribute(STYLE) ?? "")])
}

function parse(text: string): Styles {
  const styles: Styles = new Map()
  // Semicolons within quotes or brackets belong to a value.
  for (const part of text.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;])+/g) ?? []) {
    const at = part.indexOf(":")
    if (at === -1) continue
    const value = part.slice(at + 1).replace(/!\s*important/i, "")
    styles.set(part.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase())
  }
  return styles
}

/** How the items of a list are counted, by itself or among what else is said about them. */
export const listStyleOf = (styles: Styles): string | undefined =>
  styles.get("list-style-type") ??
  /(?:^|\s)(disc|circle|square|none|decimal(?:-leading-zero)?|(?:lower|upper)-[a-z]+)(?=\s|$)/.exec(
    styles.get("list-style") ?? "",
  )?.[1]

const UNITS: Record<string, number> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  pc: 12,
  em: 12,
  rem: 12,
  "": 0.75,
}

/** A length in points; null for what is none. */
export function pointsOf(value: string | undefined): number | null {
  const found = /^(-?(?:\d+\.?\d*|\.\d+))([a-z]*)$/.exec(value?.trim() ?? "")
  const unit = found ? UNITS[found[2] ?? ""] : undefined
  return found && unit !== undefined ? Number(found[1]) * unit : null
}

/** A side of `margin`, which may be given by itself or with the others. In points; null where nothing is said. */
export function marginOf(styles: Styles, side: "top" | "left" | "bottom"): number | null {
  const own = pointsOf(styles.get(`margin-${side}`))
  if (own !== null) return own
  const all = styles.get("margin")?.split(/\s+/) ?? []
  const place = side === "top" ? 0 : side === "bottom" ? 2 : 3
  return pointsOf(all[place] ?? all[place === 3 ? 1 : 0] ?? all[0])
}
