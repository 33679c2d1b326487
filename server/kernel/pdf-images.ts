import type { PdfBlock } from "./pdf-blocks.ts"
import { ACCENT, INK, lineStart, lineWidth, MARGINS, need, type Paper } from "./pdf-paper.ts"

export type Image = Extract<PdfBlock, { kind: "image" }>

/** Left below a picture for the lines that describe it, and above for its heading. */
export const CAPTION = 24
const OVER_IMAGE = 48

/** As wide as asked for, but no wider than the line and no higher than a page with heading and caption. */
export function sizeOf(paper: Paper, block: Image): { width: number; height: number } {
  const { doc } = paper
  const sized = doc.openImage(block.content)
  const highest = doc.page.maxY() - MARGINS.top - CAPTION - OVER_IMAGE
  const width = Math.min(block.width, lineWidth(paper), (sized.width / sized.height) * highest)
  return { width, height: (sized.height / sized.width) * width }
}

export function drawImage(paper: Paper, block: Image): void {
  const { doc, root, show } = paper
  const { width, height } = sizeOf(paper, block)
  const beside = (block.beside ?? []).map((one) =>
    typeof one === "string" ? { text: `${show(one)} ` } : { text: one.href, href: one.href },
  )
  const look = { width: lineWidth(paper) - width - 16, lineGap: 2 }
  doc.font("regular").fontSize(9.5).fillColor(INK)
  const heights = beside.map(({ text }) => doc.heightOfString(text, look) + 3)
  need(
    paper,
    Math.max(
      height,
      heights.reduce((sum, one) => sum + one, 0),
    ) + 4,
  )
  const top = doc.y
  const left = lineStart(paper)
  const bbox: [number, number, number, number] = [left, top, left + width, top + height]
  root.add(
    doc.struct("Figure", { alt: show(block.alt), placement: "Block", bbox }, () => {
      doc.image(block.content, left, top, { width, height })
    }),
  )
  doc.y = top
  for (const { text, href } of beside) {
    const paragraph = doc.struct("P")
    root.add(paragraph)
    if (href)
      addLink(paper, paragraph, () => doc.text(text, left + width + 16, doc.y, { ...look, ...linked(href) }))
    else paragraph.add(() => doc.text(text, left + width + 16, doc.y, look))
    doc.fillColor(INK)
    doc.y += 3
  }
  doc.y = Math.max(doc.y, top + height) + 4
}

export function drawLink(paper: Paper, { text, href }: Extract<PdfBlock, { kind: "link" }>): void {
  const { doc, root, show } = paper
  need(paper, 28)
  const paragraph = doc.struct("P")
  root.add(paragraph)
  addLink(paper, paragraph, () => {
    doc.font("regular").fontSize(10.5)
    doc.text(show(text), lineStart(paper), doc.y, { width: lineWidth(paper), ...linked(href) })
  })
  doc.y += 6
}

const linked = (href: string) => ({ link: href, underline: true, structParent: undefined })

function addLink({ doc }: Paper, parent: PDFKit.PDFStructureElement, paint: () => void): void {
  const link = doc.struct("Link")
  parent.add(link)
  link.add(() => {
    doc.fillColor(ACCENT)
    paint()
  })
  link.end()
}
