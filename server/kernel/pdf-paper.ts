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

export const INK = "#171a2b"
export const QUIET = "#4c5370"
export const LINE = "#c9ccd6"
export const ACCENT = "#1f3f8f"
export const MARGINS = { top: 60, bottom: 64, left: 68, right: 68 }

export const TAGS = { de: "de-DE", en: "en" }

/** Starts a new page unless so much of this one is left. */
export function need({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.maxY()) doc.addPage()
}

export const lineWidth = ({ doc }: Paper) => doc.page.width - MARGINS.left - MARGINS.right

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
