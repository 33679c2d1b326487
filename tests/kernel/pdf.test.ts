import { create } from "fontkit"
import sharp from "sharp"
import { afterEach, describe, expect, it } from "vitest"
import { din91379 } from "../../server/kernel/din-91379.ts"
import { writePdf } from "../../server/kernel/pdf.ts"
import type { PdfBlock } from "../../server/kernel/pdf-blocks.ts"
import { pdfFonts, runsOf, STYLES } from "../../server/kernel/pdf-fonts.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { readPdf } from "../support/pdf.ts"

const write = (blocks: PdfBlock[], lang: "de" | "en" = "de") =>
  writePdf({ title: "Ergebnisse: Größe & Maß", lang, blocks, footer: "Lerngruppe Wohngeld" })

/** One black dot. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
)
const sentence = "Die Lerngruppe stellt Fachfragen künftig im Fachforum. "

afterEach(resetClock)

describe("a PDF", () => {
  it("says its title, its language and that it is tagged", async () => {
    const german = await readPdf(await write([{ kind: "heading", level: 1, text: "Ergebnisse" }]))
    expect(german).toMatchObject({ title: "Ergebnisse: Größe & Maß", lang: "de-DE", marked: true, pages: 1 })
    expect(german.xmp).toEqual({ title: "Ergebnisse: Größe & Maß", accessible: "1" })
    const english = await readPdf(await write([{ kind: "heading", level: 1, text: "Results" }], "en"))
    expect(english.lang).toBe("en")
    expect(english.loose).toEqual(["Lerngruppe Wohngeld Page 1 of 1"])
  })

  it("is read in its order, each thing as what it is; the foot of the page is not read", async () => {
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: "Ergebnisse" },
        { kind: "paragraph", text: "Erster Absatz", look: "lead" },
        { kind: "facts", facts: [["Ort", "Rathaus"]] },
        { kind: "heading", level: 2, text: "Aufgaben" },
        { kind: "list", items: ["anrufen"], ordered: true },
        { kind: "list", items: ["nachfragen"] },
        { kind: "table", columns: ["Wer", "Bis"], rows: [["Petra Huber", "12.02."]], widths: [2, 1] },
        { kind: "rule" },
        { kind: "image", content: PNG, alt: "Ein Punkt", width: 40, beside: ["Daneben"] },
        { kind: "link", text: "Adresse", href: "https://forum.example" },
        { kind: "heading", level: 3, text: "Zuletzt" },
      ]),
    )
    expect(pdf.lines).toEqual([
      "H1 Ergebnisse",
      "P Erster Absatz",
      "TH Ort",
      "TD Rathaus",
      "H2 Aufgaben",
      "Lbl 1.",
      "LBody anrufen",
      "Lbl •",
      "LBody nachfragen",
      "TH Wer",
      "TH Bis",
      "TD Petra Huber",
      "TD 12.02.",
      "Figure Ein Punkt",
      "P Daneben",
      "Link Adresse",
      "H3 Zuletzt",
    ])
    expect(pdf.loose).toEqual(["Lerngruppe Wohngeld Seite 1 von 1"])
  })

  it("writes the names that people here have, in text and in bold", async () => {
    const names = "Łukasz Šťastný, Ayşe Şahin-Größe, José Ibáñez, Đorđe Žižić, Ökür ẞ, Лена, Ελένη"
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: names },
        { kind: "paragraph", text: names },
      ]),
    )
    expect(pdf.lines).toEqual([`H1 ${names}`, `P ${names}`])
  })

  const LETTERS = din91379("bll").join(" ")
  const SIGNS = [...din91379("bnlreq"), ...din91379("bnl"), ...din91379("bnlopt")]
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
  const OFFICE = "18‑jährig ✓ ✔ ✗ ☐ ☑ ☒ → ⇒ ⚠ ≤ ≥ ≠ ① „Ja“ – nein … ‰ ℹ ■ ▪ ●"

  it.each(["heading", "lead", "plain", "strong", "small"])(
    "has all of DIN 91379 in what is set as %s",
    async (look) => {
      const block = (text: string): PdfBlock => {
        if (look === "heading") return { kind: "heading", level: 1, text }
        return look === "plain"
          ? { kind: "paragraph", text }
          : { kind: "paragraph", text, look: look as "lead" | "strong" | "small" }
      }
      const texts = [...(LETTERS.match(/(?:\S+ ?){1,60}/g) ?? []), SIGNS, OFFICE].map((text) =>
        // The reader takes the sign for "micro" for the Greek letter.
        text.trim().replace("µ", "μ"),
      )
      const pdf = await readPdf(await write(texts.map(block)))
      const read = pdf.lines.map((line) => line.slice(line.indexOf(" ") + 1).normalize("NFC"))
      expect(read.join(" ").split(" ")).toEqual(texts.join(" ").split(" "))
      expect(read).toEqual(texts)
    },
  )

  it("has them in tables, lists, links, its foot and its title, too", async () => {
    const name = "Ẓāhir ʿAbd, Đặng Thị Hồng, C̆aušević, Ŋ̄, K͟hālid ☑"
    const content = await writePdf({
      title: name,
      lang: "de",
      footer: name,
      blocks: [
        { kind: "heading", level: 1, text: name },
        { kind: "facts", facts: [[name, name]] },
        { kind: "table", columns: [name], rows: [[name]] },
        { kind: "list", items: [name] },
        { kind: "link", text: name, href: "https://forum.example" },
        { kind: "image", content: PNG, alt: name, width: 40, beside: [name] },
      ],
    })
    const pdf = await readPdf(content)
    expect(pdf.lines.filter((line) => line !== "Lbl •").map((line) => line.replace(/^\w+ /, ""))).toEqual(
      Array(9).fill(name),
    )
    expect(pdf.title).toBe(name)
    expect(pdf.loose).toEqual([`${name} Seite 1 von 1`])
  })

  it("has fixed and narrow spaces, and breaks no line there", async () => {
    const text = "31.\u202f12.\u202f2026, 5\u00a0€, 10\u2009%"
    const pdf = await write([{ kind: "paragraph", text }])
    expect((await readPdf(pdf)).text).toBe(text.replace(/\s/g, " "))
  })

  it("takes letter and mark from one font, with the mark where the font puts it", async () => {
    const fonts = await pdfFonts([`${LETTERS} ☐`])
    for (const style of STYLES) {
      const opened = fonts[style].map(({ content }) => create(content))
      for (const letter of din91379("bll")) {
        const runs = runsOf(letter, fonts[style])
        expect(runs, `${style} ${letter}`).toHaveLength(1)
        if (/[KST]\u031b|C\u0328/i.test(letter)) expect(runs[0]?.font, letter).toBe(1)
        const font = opened[runs[0]?.font ?? -1]
        if (!font || !("layout" in font)) throw new Error(`no font has ${letter}`)
        const { glyphs, positions } = font.layout(letter)
        expect(
          glyphs.every(({ id }) => id > 0),
          `${style} ${letter}`,
        ).toBe(true)
        // A mark that the font does not place stands beside its letter and takes up room.
        for (const [index, glyph] of glyphs.entries())
          if (glyph.isMark) expect(positions[index]?.xAdvance, `${style} ${letter}`).toBe(0)
      }
    }
  })

  it("reads the further fonts only for texts that need them", async () => {
    expect((await pdfFonts(["Sabine Müller-Lüdenscheidt, Łukasz"])).regular).toHaveLength(1)
    expect((await pdfFonts(["Rāʾid"])).regular).toHaveLength(2)
    expect((await pdfFonts(["☐"])).bold).toHaveLength(3)
  })

  it("puts one box where an emoji stood, and survives every other sign", async () => {
    const pdf = await readPdf(
      await write([
        { kind: "paragraph", text: "Gut 👩‍👩‍👧 so 👍🏽!\u200b\u0007" },
        { kind: "paragraph", text: "\ud83d halb" },
        { kind: "list", items: ["", "漢字"] },
        { kind: "table", columns: [], rows: [] },
      ]),
    )
    expect(pdf.text).toContain("Gut ▯ so ▯!")
    expect(pdf.text).toContain("▯▯")
  })

  it("breaks long texts, lists and tables over pages and loses nothing of them", async () => {
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: "Lang" },
        { kind: "paragraph", text: sentence.repeat(120) },
        { kind: "list", items: Array.from({ length: 60 }, (_, index) => `Punkt ${index}`) },
        {
          kind: "table",
          columns: ["Nummer", "Text"],
          rows: Array.from({ length: 50 }, (_, index) => [`Zeile ${index}`, sentence]),
        },
        { kind: "table", columns: ["Kurz", "Lang"], rows: [["kurz", sentence.repeat(200)]] },
        { kind: "paragraph", text: "Schluss" },
      ]),
    )
    expect(pdf.pages).toBeGreaterThan(6)
    expect(pdf.text.split(sentence.trim()).length - 1).toBe(120 + 50 + 200)
    for (let index = 0; index < 60; index++) expect(pdf.lines).toContain(`LBody Punkt ${index}`)
    for (let index = 0; index < 50; index++) expect(pdf.lines).toContain(`TD Zeile ${index}`)
    // The head of a table is read once; on further pages only the eye needs it.
    expect(pdf.lines.filter((line) => line === "TH Nummer")).toHaveLength(1)
    expect(pdf.loose.filter((loose) => loose.includes("Nummer Text")).length).toBeGreaterThan(0)
    expect(pdf.loose.at(-1)).toContain(`Seite ${pdf.pages} von ${pdf.pages}`)
    expect(pdf.lines.at(-1)).toBe("P Schluss")
  })

  it("keeps a heading with the picture below it, and the tallest picture with its heading on one page", async () => {
    const tall = await sharp({ create: { width: 30, height: 200, channels: 3, background: "teal" } })
      .png()
      .toBuffer()
    const pdf = await readPdf(
      await write([
        { kind: "heading", level: 1, text: "Protokoll" },
        { kind: "paragraph", text: "Beschlossen" },
        { kind: "heading", level: 2, text: "Fotos" },
        { kind: "image", content: tall, alt: "Flipchart", width: 400 },
        { kind: "paragraph", text: "Karten zu den Abläufen", look: "small" },
      ]),
    )
    expect(pdf.linesByPage).toEqual([
      ["H1 Protokoll", "P Beschlossen"],
      ["H2 Fotos", "Figure Flipchart", "P Karten zu den Abläufen"],
    ])
  })

  it("breaks a word that is wider than the page", async () => {
    const word = "Donaudampfschifffahrtsgesellschaft".repeat(10)
    const pdf = await readPdf(await write([{ kind: "paragraph", text: word }]))
    expect(pdf.text.replaceAll(" ", "")).toBe(word)
  })

  it("comes out the same at the same time, and says when it was made", async () => {
    const createdAt = new Date("2026-06-01T10:00:00Z")
    const blocks: PdfBlock[] = [{ kind: "paragraph", text: sentence }]
    const at = (instant: Date) => writePdf({ title: "Gleich", lang: "de", blocks, createdAt: instant })
    const first = await at(createdAt)
    moveClock(DAY)
    expect((await at(createdAt)).equals(first)).toBe(true)
    expect((await at(new Date("2026-06-02T10:00:00Z"))).equals(first)).toBe(false)
  })
})
