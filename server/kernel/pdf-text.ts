import { type PdfFonts, type Run, runsOf, STYLES, type Style } from "./pdf-fonts.ts"

type TextOptions = PDFKit.Mixins.TextOptions
type FragmentOptions = TextOptions & { textWidth?: number; wordCount?: number }
/** pdfkit's font as its methods see it; `ascender` in thousandths of the size. */
type OpenFont = { ascender: number }

/** Three methods of pdfkit by which everything else measures and paints; its typings leave out two of them. */
declare global {
  namespace PDFKit.Mixins {
    interface PDFText {
      _fragment(text: string, x: number, y: number, options: FragmentOptions): void
    }
    interface PDFFont {
      _font: OpenFont
      _fontSize: number
    }
  }
}

/**
 * pdfkit sets a text in one font. Here each piece of it is measured and painted in the first font of the style that has
 * it, so that a line is broken as if they were one. Choose a style with `doc.font("regular")` or `doc.font("bold")`.
 */
export function openFonts(doc: PDFKit.PDFDocument, fonts: PdfFonts): void {
  const faces = new Map<OpenFont, { style: Style; all: OpenFont[] }>()
  for (const style of STYLES) {
    const all = fonts[style].map(({ content }, place) =>
      open(doc, place === 0 ? style : `${style}-${place}`, content),
    )
    if (all[0]) faces.set(all[0], { style, all })
  }
  const widthOfString = doc.widthOfString.bind(doc)
  const fragment = doc._fragment.bind(doc)
  const lineHeight = doc.currentLineHeight.bind(doc)
  let height: number | null = null

  /** Calls `work` for each piece with its font; false when the style's own font has all of it. */
  const inPieces = (text: string, work: (run: Run, first: OpenFont) => void): boolean => {
    const first = doc._font
    const face = faces.get(first)
    const runs = face ? runsOf(text, fonts[face.style]) : []
    if (runs.every(({ font }) => font <= 0)) return false
    for (const run of runs) {
      doc._font = face?.all[run.font] ?? first
      work(run, first)
    }
    doc._font = first
    return true
  }

  doc.widthOfString = (text: string, options?: TextOptions) => {
    let width = 0
    const isMixed = inPieces(text, (run) => {
      width += widthOfString(run.text, options) + overhang(run.text) * doc._fontSize
    })
    return isMixed ? width : widthOfString(text, options)
  }

  doc._fragment = (text, x, y, options) => {
    let left = x
    height = lineHeight()
    const isMixed = inPieces(text, (run, first) => {
      // All pieces stand on the line of the first font, however high the others are.
      const baseline = (-first.ascender / 1000) * doc._fontSize
      const width = widthOfString(run.text, options)
      fragment(run.text, left, y, { ...options, baseline, textWidth: width, wordCount: 1 })
      left += width + overhang(run.text) * doc._fontSize
    })
    height = null
    if (!isMixed) fragment(text, x, y, options)
  }

  // Lines under a text and areas of links are as high as the first font, too.
  doc.currentLineHeight = (includeGap) => height ?? lineHeight(includeGap)
}

/** In shares of the size: the comma of "K̕" and the horn of "T̛" stand over what comes next, as the fonts have no room for them. */
const overhang = (text: string) => (/[\u0315\u031b]\p{M}*$/u.test(text) ? 0.12 : 0)

function open(doc: PDFKit.PDFDocument, name: string, content: Buffer): OpenFont {
  doc.registerFont(name, content)
  return doc.font(name)._font
}
