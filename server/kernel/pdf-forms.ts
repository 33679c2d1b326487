import type { PdfBlock } from "./pdf-blocks.ts"
import { artifact, INK, lineStart, lineWidth, need, type Paper, RULED, spoken } from "./pdf-paper.ts"

/** The parts of a form that is filled in by hand. What is only drawn is an artifact: a screen reader passes it over. */

/** Between two lines, in points: as much as in an exercise book. */
const HAND = 24
const AFTER_LINES = 8

export const roomOfLines = ({ count }: { count: number }) => count * HAND + AFTER_LINES

export function drawLines(paper: Paper, block: Extract<PdfBlock, { kind: "lines" }>): void {
  const { doc } = paper
  need(paper, roomOfLines(block))
  const [left, right] = [lineStart(paper), lineStart(paper) + lineWidth(paper)]
  artifact(doc, "Layout", () => {
    for (let line = 1; line <= block.count; line++) {
      const y = doc.y + line * HAND
      doc.moveTo(left, y).lineTo(right, y)
    }
    doc.lineWidth(0.6).stroke(RULED)
  })
  doc.y += roomOfLines(block)
}

const BOX = 15
/** From the box to its words, and from these to the next box. */
const BESIDE = 20
const BETWEEN = 16
const ROW = 21

/** As many in a row as fit. A list, each of whose labels is the box. */
export function drawBoxes(paper: Paper, { items, lang }: Extract<PdfBlock, { kind: "boxes" }>): void {
  const { doc, root, show } = paper
  const list = doc.struct("L", spoken(paper, lang))
  root.add(list)
  const [start, room] = [lineStart(paper), lineWidth(paper)]
  need(paper, ROW)
  let left = start
  let height = 0
  for (const { box, text } of items) {
    const words = show(text)
    doc.font("regular").fontSize(10.5)
    const width = Math.min(doc.widthOfString(words), room - BESIDE)
    if (left > start && left + BESIDE + width > start + room) {
      doc.y += height
      left = start
      height = 0
      need(paper, ROW)
    }
    // A word is followed by a space, which must not push it to the next line.
    const look = { width: width + 4, lineGap: 2.3 }
    height = Math.max(height, ROW, doc.heightOfString(words, look) + 6)
    const top = doc.y
    const item = doc.struct("LI")
    list.add(item)
    const paint = (size: number, paintText: () => void) => () => {
      doc.font("regular").fontSize(size).fillColor(INK)
      paintText()
    }
    const [boxAt, wordsAt] = [left, left + BESIDE]
    item.add(
      doc.struct(
        "Lbl",
        {},
        paint(BOX, () => doc.text(show(box), boxAt, top - 1, { lineBreak: false })),
      ),
    )
    item.add(
      doc.struct(
        "LBody",
        {},
        paint(10.5, () => doc.text(`${words} `, wordsAt, top + 2, look)),
      ),
    )
    doc.y = top
    left += BESIDE + width + BETWEEN
  }
  doc.y += height + 3
}

/** Four on a page of A4, each as large as a postcard. */
const CARD = { height: 300, inside: 14 }

export function drawCards(
  paper: Paper,
  { cards }: Extract<PdfBlock, { kind: "cards" }>,
  drawAll: (paper: Paper, blocks: PdfBlock[]) => void,
): void {
  const { doc, root } = paper
  const width = lineWidth(paper) / 2
  let isLeft = true
  for (const [index, card] of cards.entries()) {
    if (isLeft) need(paper, CARD.height)
    const place = { left: lineStart(paper) + (isLeft ? 0 : width), top: doc.y, width }
    cutLine(doc, place)
    const section = doc.struct("Sect")
    root.add(section)
    const { page } = doc
    within(doc, place, () => drawAll({ ...paper, root: section }, card))
    section.end()
    const isTooFull = doc.page !== page
    const isRowOver: boolean = !isLeft || isTooFull || index === cards.length - 1
    if (isTooFull) doc.addPage()
    else doc.y = isRowOver ? place.top + CARD.height : place.top
    isLeft = isRowOver
  }
}

type Place = { left: number; top: number; width: number }

function cutLine(doc: PDFKit.PDFDocument, { left, top, width }: Place): void {
  artifact(doc, "Layout", () => {
    doc.save()
    doc.lineWidth(0.75).dash(4, { space: 4 }).rect(left, top, width, CARD.height).stroke(RULED)
    doc.restore()
  })
}

/** The page has the margins of the card as long as something is drawn in it; what is too long goes on on the next page. */
function within(doc: PDFKit.PDFDocument, { left, top, width }: Place, drawIt: () => void): void {
  const { page } = doc
  const former = page.margins
  page.margins = {
    top: top + CARD.inside,
    bottom: page.height - top - CARD.height + CARD.inside,
    left: left + CARD.inside,
    right: page.width - left - width + CARD.inside,
  }
  doc.y = top + CARD.inside
  drawIt()
  page.margins = former
}
