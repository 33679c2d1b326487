import { describe, expect, it } from "vitest"
import { writePdf } from "../../server/kernel/pdf.ts"
import { BOXES, type PdfBlock } from "../../server/kernel/pdf-blocks.ts"
import { itWith } from "../support/outside.ts"
import { readPdf } from "../support/pdf.ts"
import { outlineOf } from "../support/pdf-outline.ts"

const write = (blocks: PdfBlock[]) => writePdf({ title: "Bogen", lang: "de", footer: "Wohngeld", blocks })

const FORM: PdfBlock[] = [
  { kind: "page", paper: "a4" },
  { kind: "heading", level: 1, text: "Bogen" },
  { kind: "facts", ruled: 24, facts: [["Name", ""]] },
  { kind: "heading", level: 2, look: "label", text: "Was klappt gut?" },
  { kind: "lines", count: 5 },
  { kind: "heading", level: 2, look: "label", text: "Medien" },
  {
    kind: "boxes",
    items: [
      { box: BOXES.empty, text: "E-Mail" },
      { box: BOXES.ticked, text: "Telefon" },
    ],
  },
  { kind: "table", columns: ["Wer", "Bis wann"], rows: [["", ""]], ruled: 36 },
]

describe("a form on paper", () => {
  it("reads its labels, boxes and tables, and passes over the lines to write on", async () => {
    const pdf = await readPdf(await write(FORM))
    expect(pdf.lines).toEqual([
      "H1 Bogen",
      "TH Name",
      "TD ",
      "H2 Was klappt gut?",
      "H2 Medien",
      "Lbl ☐",
      "LBody E-Mail",
      "Lbl ☒",
      "LBody Telefon",
      "TH Wer",
      "TH Bis wann",
      "TD ",
      "TD ",
    ])
    expect(pdf.loose).toEqual(["Wohngeld Seite 1 von 1"])
  })

  itWith("qpdf", "pdfinfo")("is the same to others, and without a fault", async () => {
    const outline = await outlineOf(await write(FORM))
    expect(outline.filter((line) => /^ {2}\w/.test(line))).toEqual([
      '  H1 "Bogen"',
      "  Table",
      '  H2 "Was klappt gut?"',
      '  H2 "Medien"',
      "  L",
      "  Table",
    ])
  })

  it("keeps the lines on one page with their label", async () => {
    const filler = Array.from({ length: 26 }, (): PdfBlock => ({ kind: "paragraph", text: "Text" }))
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: "Bogen" },
        ...filler,
        { kind: "heading", level: 2, look: "label", text: "Unsere Regeln" },
        { kind: "lines", count: 15 },
      ]),
    )
    expect(pdf.linesByPage[1]).toEqual(["H2 Unsere Regeln"])
  })

  it("leaves no heading behind whose first field comes on the next page", async () => {
    const filler = Array.from({ length: 29 }, (): PdfBlock => ({ kind: "paragraph", text: "Text" }))
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: "Bogen" },
        ...filler,
        { kind: "heading", level: 2, text: "Situation 1" },
        { kind: "heading", level: 3, look: "label", text: "Was habe ich getan?" },
        { kind: "lines", count: 3 },
      ]),
    )
    expect(pdf.linesByPage[1]).toEqual(["H2 Situation 1", "H3 Was habe ich getan?"])
  })

  it("has the size that it needs, page by page", async () => {
    const papers = ["a4", "a3-landscape", "a4-landscape"] as const
    const pdf = await readPdf(
      await write(
        papers.flatMap((paper): PdfBlock[] => [
          { kind: "page", paper },
          { kind: "heading", level: 1, text: paper },
        ]),
      ),
    )
    expect(pdf.linesByPage).toEqual([["H1 a4"], ["H1 a3-landscape"], ["H1 a4-landscape"]])
    expect(pdf.sizes).toEqual([
      [595, 842],
      [1191, 842],
      [842, 595],
    ])
  })

  it("has four cards on a page, each read by itself, from the left to the right", async () => {
    const cards = ["Eins", "Zwei", "Drei", "Vier", "Fünf"].map((text): PdfBlock[] => [
      { kind: "heading", level: 2, look: "label", text },
      { kind: "lines", count: 4 },
    ])
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: "Karten" },
        { kind: "cards", cards },
        { kind: "paragraph", text: "Danach" },
      ]),
    )
    expect(pdf.linesByPage).toEqual([
      ["H1 Karten", "H2 Eins", "H2 Zwei", "H2 Drei", "H2 Vier"],
      ["H2 Fünf", "P Danach"],
    ])
  })

  it("loses nothing of a card that is too full, and goes on after it", async () => {
    const long = "Das ist ein langer Einwand. ".repeat(60).trim()
    const pdf = await readPdf(
      await write([
        {
          kind: "cards",
          cards: [[{ kind: "paragraph", text: long }], [{ kind: "paragraph", text: "Kurz" }]],
        },
        { kind: "paragraph", text: "Danach" },
      ]),
    )
    expect(pdf.text).toBe(`${long} Kurz Danach`)
  })
})
