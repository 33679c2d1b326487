/** What the typings of pdfkit leave out of its documented options. */
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: "Column" | "Row"
      placement?: "Block" | "Inline"
      bbox?: [number, number, number, number]
    }
    interface PDFImage {
      openImage(content: Buffer): { width: number; height: number }
    }
    interface PDFAnnotation {
      link(x: number, y: number, w: number, h: number, url: string, options?: object): PDFKit.PDFDocument
    }
  }
}

export type Lang = "de" | "en"
/** Words of a language that may be another than the document's: they are read aloud as what they are. */
export type Passage = { text: string; lang: Lang }

export type Paper = {
  doc: PDFKit.PDFDocument
  root: PDFKit.PDFStructureElement
  lang: Lang
  show: (text: string) => string
}

/** A form to write on may need more room than a letter. */
export const PAPERS = {
  a4: { size: "A4", layout: "portrait" },
  "a4-landscape": { size: "A4", layout: "landscape" },
  "a3-landscape": { size: "A3", layout: "landscape" },
} as const
export type PaperSize = keyof typeof PAPERS

export const INK = "#171a2b"
export const QUIET = "#4c5370"
export const LINE = "#c9ccd6"
/** What somebody writes on, and what is cut out: still to be seen on a copy of a copy. */
export const RULED = "#7b8196"
export const ACCENT = "#1f3f8f"
export const MARGINS = { top: 60, bottom: 64, left: 68, right: 68 }

export const TAGS = { de: "de-DE", en: "en" }

/** Starts a new page unless so much of this one is left. */
export function need({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.maxY()) doc.addPage()
}

/** Where a line begins, and how long it is: on a card other than on the page. */
export const lineStart = ({ doc }: Paper) => doc.page.margins.left
export const lineWidth = ({ doc }: Paper) => doc.page.width - doc.page.margins.left - doc.page.margins.right

/** The language in which a screen reader reads an element, where it is not the document's. */
export const spoken = (paper: Paper, lang: Lang | undefined) =>
  lang && lang !== paper.lang ? { lang: TAGS[lang] } : {}
export const passageText = (words: string | Passage): string =>
  typeof words === "string" ? words : words.text
export const langOf = (words: string | Passage): Lang | undefined =>
  typeof words === "string" ? undefined : words.lang

/** Something that no screen reader mentions. */
export function artifact(doc: PDFKit.PDFDocument, type: "Layout" | "Pagination", paint: () => void): void {
  doc.markContent("Artifact", { type })
  paint()
  doc.endMarkedContent()
}
