import { expect, test } from "vitest"
import { boundParts, withHardSpaces } from "../../server/kernel/bound-spaces.ts"
import { plainText, textOfHtml } from "../../server/kernel/html-text.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { expectQuick } from "../support/cpu.ts"
import { randomFrom, sampleOf } from "../support/office-text.ts"

const marked = (text: string) =>
  boundParts(text)
    .map(({ text, isBound }) => (isBound ? `{${text}}` : text))
    .join("")

test.each([
  "Nach {§ 14} {Abs. 2} {Satz 1} {Nr. 3} {Buchst. a} WoGG; {§§ 103,} 107 SGB X; {§ 27} {Abs. 2} und 3",
  "{Art. 6} {Abs. 1} {Buchst. e} und {Artikel 9} DSGVO, {Kapitel IV,} {Anlage 2,} {Rn. 12}",
  "{(§ 14a)} und {„§ 15“,} {§ 14 ff.,} {S. 5 f.,} {Section 5,} {p. 7}",
  "{50 Euro,} {1.234,56 €,} {12,5 %,} {15 Prozent,} {10 MB,} {20 m²,} - {5 °C}",
  "{1 000 000 Euro} und {60 000,} {5 Mio. Euro,} {5 Millionen Euro,} {€ 50}",
  "am {31. Juli} 2026 um {9:30 Uhr,} in {14 Tagen,} {ca. 30 Tage,} {29 November} 2026",
  "{z. B.} und {d. h.} und {i. V. m.} und {u. a.} und {i. d. R.} oder {o. Ä.} und {z. Hd.} des {e. V.} in {a. F.}",
  "{z.  B.} mit zwei Leerzeichen",
])("%s", (expected) => expect(marked(expected.replace(/[{}]/g, ""))).toBe(expected))

test.each([
  "Das ist ein Satz. Er hat 3 Kinder und 2 Anträge.",
  "2026 100 Leute, 2 BvR 1/26, B 4 AS 10/20 R, siehe 1.2.3",
  "Mensch. Absatz folgt. Im Jahr 2026 gilt 15. 5. weiter.",
  "Paragrafen, Nummern und Artikel ohne Zahl; 5 Uhren, 3 Minutenzeiger, 7 kommen",
  `§ ${"1".repeat(40)} und ${"x".repeat(40)} Euro`,
  "",
])("%j has nothing that belongs together", (text) => expect(marked(text)).toBe(text))

test("what stays on a line fits the line of a phone", () => {
  for (const text of ["000 ".repeat(100), "z. ".repeat(100), "1 000 ".repeat(50)])
    for (const part of boundParts(text)) if (part.isBound) expect(part.text.length).toBeLessThan(30)
})

test("on the page the words are bound by a style; the text is the one that was typed", () => {
  expect(renderMarkdown("Nach § 14 **Abs. 2**, z. B. [§ 5](/a) & `§ 6`", "text")).toBe(
    '<p>Nach <span class="ff-bound">§ 14</span> <strong><span class="ff-bound">Abs. 2</span></strong>, ' +
      '<span class="ff-bound">z. B.</span> <a href="/a"><span class="ff-bound">§ 5</span></a> &amp; <code>§ 6</code></p>',
  )
  const html = renderMarkdown("| § 14 | 50 Euro |\n|---|---|\n| z. B. | 3 % |", "text")
  expect(html).toContain('aria-label="§ 14, 50 Euro"')
  expect(textOfHtml(html)).toBe("§ 14 | 50 Euro\nz. B. | 3 %")
  expect(plainText(html, 100)).toBe("§ 14 50 Euro z. B. 3 %")
})

test("the parts put together are the text, and other spaces than the usual one are left alone", () => {
  const random = randomFrom(20_261_130)
  for (let count = 0; count < 500; count++) {
    const text = sampleOf(random)
      .map(({ typed }) => typed)
      .join(" ")
    const parts = boundParts(text)
    expect(parts.map(({ text }) => text).join("")).toBe(text)
    expect(withHardSpaces(text).replaceAll("\u00a0", " ")).toBe(text.replaceAll("\u00a0", " "))
  }
  expect(marked("§\u00a014, 50\u202f€, §\t5")).toBe("§\u00a014, 50\u202f€, §\t5")
})

test("the longest text takes no time worth naming, whatever it is made of", () => {
  const piece = "Nach § 14 Abs. 2 Satz 1 WoGG werden z. B. 50 Euro am 31. Juli 2026 gezahlt, der Rest nicht. "
  for (const text of [piece.repeat(420), " ".repeat(40_000), "1 ".repeat(20_000), "a. ".repeat(13_000)]) {
    expectQuick(() => boundParts(text))
  }
})
