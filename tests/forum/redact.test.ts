import { describe, expect, it, test } from "vitest"
import type { Occurrence } from "../../server/forum/moderation/forms.ts"
import type { Format } from "../../server/forum/moderation/reading.ts"
import { blackOut, occurrencesIn } from "../../server/forum/moderation/redact.ts"
import { seek } from "../../server/forum/moderation/sought.ts"
import { textOfHtml } from "../../server/kernel/html-text.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { expectQuick } from "../support/cpu.ts"

const isMeant = (occurrence: Occurrence) => occurrence.isMeant
const redacted = (source: string, words: string[], format: Format = "markdown") =>
  blackOut(source, format, { sought: seek(words), isChosen: isMeant }).text
const formsOf = (source: string, words: string[]) =>
  occurrencesIn(source, "markdown", seek(words)).map(({ form, isMeant }) => `${isMeant ? "+" : "-"}${form}`)

/** Each source as it is stored after the word was blacked out. */
describe("what is read is blacked out", () => {
  test.each([
    // as in ../shared/cases/redact-softhyphen.txt
    [
      "Frau Kaczmarowski war hier. Auch Kacz\u00admarow\u00adski und **Kacz**marowski.",
      "Frau █████ war hier. Auch █████ und **█████**.",
    ],
    // what nobody sees
    ["Kacz\u200bma\u2060row\ufeffski", "█████"],
    ["\u200eKaczmarowski\u200f ist da", "\u200e█████\u200f ist da"],
    ["kaczmarowski KACZMAROWSKI KaczMarowski", "█████ █████ █████"],
    ["Ｋａｃｚｍａｒｏｗｓｋｉ", "█████"],
    // mark-up in the word, around it, and across it
    ["Kacz*marow*ski", "█████"],
    ["K**a**c~~z~~marowski", "█████"],
    ["**Kacz**marowski und *Kacz*marowski", "**█████** und *█████*"],
    ["**Herr Kacz**marowski ist da", "**Herr █████** ist da"],
    ["Kacz**marowski ist** da", "**█████ ist** da"],
    ["~~Kacz~~marowski, `Kacz`marowski", "~~█████~~, `█████`"],
    ["Kaczm\\arowski", "Kaczm\\arowski"],
    ["_Kaczmarowski_ und __Kacz__marowski", "_█████_ und __█████"],
    ["***Kaczmarowski***", "***█████***"],
    ["# Kaczmarowski\n\n- Kaczmarowski\n1. Kaczmarowski", "# █████\n\n- █████\n1. █████"],
    ["Kacz<b>marow</b>ski", "█████"],
    ["```\nKaczmarowski\n```", "```\n█████\n```"],
    // links
    ["[Kaczma](https://a.example/b)rowski", "[█████](https://a.example/b)"],
    ["Kacz[marow](https://a.example/b)ski", "[█████](https://a.example/b)"],
    ["Kacz[marowski da](https://a.example/b)", "[█████ da](https://a.example/b)"],
    ["[Akte](https://a.example/kaczmarowski/1)", "[Akte](https://a.example/█████/1)"],
    ['[Akte](<https://a.example/x> "Kaczmarowski")', '[Akte](<https://a.example/x> "█████")'],
    ["https://a.example/Kaczmarowski_P?x=1", "https://a.example/█████_P?x=1"],
    ["[x](mailto:kaczmarowski@a.example)", "[x](mailto:█████@a.example)"],
    [
      "![Kaczmarowski](/anhaenge/0190a0b0-0000-7000-8000-010180123456)",
      "![█████](/anhaenge/0190a0b0-0000-7000-8000-010180123456)",
    ],
    // entities, as far as they are read
    ["Kacz&shy;marowski", "█████"],
    ["Kacz\u00ad\nmarowski, Kacz&shy;\nmarowski", "█████\n█████, █████\n█████"],
    ["> Kacz\u00ad \r\n> marowski\u00ad\nx", "> █████ \r\n> █████\u00ad\nx"],
    ["&#75;aczmarowski, &#x4B;aczmarowski", "█████, █████"],
    // broken at the end of a line
    ["Kaczma-\nrowski ist da", "█████\n█████ ist da"],
    ["> Frau Kaczma-\n> rowski", "> Frau █████\n> █████"],
    ["- Kaczma-\n  rowski", "- █████\n  █████"],
    // endings
    ["Kaczmarowskis Akte, Kaczmarowski's, Kaczmarowski’s", "█████ Akte, █████, █████"],
    ["die kaczmarowskische, der Kaczmarowski'sche", "die █████, der █████"],
    ["Kaczmarowski-Akte, Ex-Kaczmarowski", "█████-Akte, Ex-█████"],
    ["Antrag_Kaczmarowski_2026", "Antrag_█████_2026"],
    ["kaczmarowski@stadt.example", "█████@stadt.example"],
    // other words, and everything else, stay as they are
    ["Kaczmar, Kaczmarow, owski", "Kaczmar, Kaczmarow, owski"],
    ["Mu\u0308ller 2*3 *ja* \u00adx Kaczmarowski  …", "Mu\u0308ller 2*3 *ja* \u00adx █████  …"],
    [
      "| Kacz**marowski** | b |\n|---|---|\n| a | Kaczmarowski |",
      "| **█████** | b |\n|---|---|\n| a | █████ |",
    ],
  ])("%j becomes %j", (source, expected) => expect(redacted(source, ["Kaczmarowski"])).toBe(expected))
})

describe("names of several parts", () => {
  test.each([
    ["Erika\nMuster zieht um", ["Erika Muster"], "█████\n█████ zieht um"],
    ["Erika\u00a0 Muster, Erika\u202fMuster", ["Erika Muster"], "█████, █████"],
    ["Muster, Erika und MUSTER Erika", ["Erika Muster"], "█████ und █████"],
    ["erika.muster@a.example, Erika_Muster.pdf", ["Erika Muster"], "█████@a.example, █████.pdf"],
    ["**Erika** Muster", ["Erika Muster"], "**█████**"],
    ["| a |\n|---|\n| Erika<br>Muster |", ["Erika Muster"], "| a |\n|---|\n| █████<br>█████ |"],
    ["Erika\n\nMuster", ["Erika Muster"], "Erika\n\nMuster"],
    ["| Erika | Muster |\n|---|---|", ["Erika Muster"], "| █████ | █████ |\n|---|---|"],
    ["Müller-Lüdenscheidt, Müller–Lüdenscheidt", ["Müller-Lüdenscheidt"], "█████, █████"],
    ["Müller‑Lüdenscheidt, Müller-\nLüdenscheidt", ["Müller-Lüdenscheidt"], "█████, █████\n█████"],
    ["Mueller-Luedenscheidt, MÜLLER LÜDENSCHEIDT", ["Müller-Lüdenscheidt"], "█████, █████"],
    [
      "Müller, Mueller, MU\u0308LLER, M&uuml;ller, M%C3%BCller",
      ["Müller"],
      "█████, █████, █████, █████, █████",
    ],
    ["Müller und Muller", ["Mueller"], "█████ und Muller"],
    ["Weiß und Weiss", ["Weiss"], "█████ und █████"],
    [
      "Yıldız, Kaçmaz, Łukasz, Nguyễn",
      ["Yildiz", "Kacmaz", "Lukasz", "Nguyen"],
      "█████, █████, █████, █████",
    ],
    ["D'Angelo, D’Angelo, D´Angelo", ["D'Angelo"], "█████, █████, █████"],
    [
      "Petra Kaczmarowski und Frau Kaczmarowski",
      ["Petra Kaczmarowski", "Kaczmarowski"],
      "█████ und Frau █████",
    ],
    ["a.b a+b (x)", ["a.b", "(x)"], "█████ a+b █████"],
    ["Anna-Lena", ["Anna", "Anna-Lena"], "█████"],
    ["nichts", ["etwas", "  "], "nichts"],
  ])("%j without %j is %j", (source, words, expected) => expect(redacted(source, words)).toBe(expected))
})

describe("what is offered and not taken for granted", () => {
  test.each([
    ["Otto Motte Otts Ott", ["Ott"], ["-Otto", "+Otts", "+Ott"]],
    ["Klein kleine Kleins Kleinkind", ["Klein"], ["+Klein", "-kleine", "+Kleins", "-Kleinkind"]],
    ["Müllerstraße, Obermüller, Muller", ["Müller"], ["-Müllerstraße", "-Obermüller", "-Muller"]],
    ["Frau Kaczmarowski", ["Petra Kaczmarowski"], ["-Kaczmarowski"]],
    ["**Muster**mann", ["Muster"], ["-Mustermann"]],
  ])("%j with %j", (source, words, forms) => expect(formsOf(source, words)).toEqual(forms))

  it("says what becomes of a compound", () =>
    expect(occurrencesIn("Anna-Lena", "plain", seek(["Anna"]))).toMatchObject([
      { form: "Anna-Lena", result: "█████-Lena" },
    ]))
})

/** Every joint of a word gets every mark-up: the reader sees the black mark in the place of the word, and nothing else. */
it("never breaks the mark-up around it, wherever in the word it begins and ends", () => {
  const word = "Kaczmarowski"
  const signs = [
    ["**", "**"],
    ["*", "*"],
    ["~~", "~~"],
    ["`", "`"],
    ["[", "](https://a.example/x)"],
    ["__", "__"],
  ] as const
  const before = "Da ist Frau "
  const behind = " aus Kassel."
  const seen = (source: string) => textOfHtml(renderMarkdown(source, "body"))
  let looked = 0
  for (const [open, close] of signs)
    for (const inside of ["", "Da ist "])
      for (let from = 0; from <= word.length; from++)
        for (let to = from; to <= word.length + 4; to++) {
          const text = word + behind
          const source =
            inside === ""
              ? `${before}${text.slice(0, from)}${open}${text.slice(from, to)}${close}${text.slice(to)}`
              : `${open}Da ist ${text.slice(0, to)}${close}${text.slice(to)}`
          if (seen(source) !== `${inside || before}${text}`) continue
          looked++
          const after = redacted(source, [word])
          expect(seen(after), `${source} → ${after}`).toBe(`${inside || before}█████${behind}`)
        }
  expect(looked).toBeGreaterThan(300)
})

test.each([
  "K",
  "Ka",
  "*",
  "**a",
  "_",
  "`",
  "[",
  "](",
  "](a",
  "![a](",
  "&",
  "&#1;",
  "%C3",
  "> ",
  "-\n",
  "- ",
  "|",
  "\\",
  "<b>",
  "K*a",
  "Kaczmarowsk",
  "a-",
  "\u00ad",
  " ",
  "(",
  "'",
])("%j over and over is read in a moment", (pattern) => {
  const source = pattern.repeat(40_000 / pattern.length)
  expectQuick(() => redacted(source, ["Kaczmarowski", "Petra Kaczmarowski"]), 5_000)
})

describe("a telephone number is found in every grouping", () => {
  const groupings = [
    ...["0821 324-1234", "(0821) 3241234", "+49 821 324 1234", "0821/324 12 34", "(08 21) 3 24 12 34"],
    ...["+49 (0)821 324-1234", "0049 821 3241234", "08213241234", "0821.324.1234", "+49-821-3241234"],
    ...["0821\u00a0324\u20111234", "**0821** 324 1234", "0821 324\n1234", "08\u200b21 3241234"],
  ]
  const given = groupings.slice(0, 11)
  test.each(given)("by %s", (word) => {
    for (const grouping of groupings) {
      const text = redacted(`Sie hat ${grouping} gesagt.`, [word])
      expect(text, grouping).not.toMatch(/\d/)
      expect(text, grouping).toMatch(/^Sie hat .*█████[\s\S]* gesagt\.$/)
    }
  })

  it("in links, and with a number behind it", () => {
    const words = ["0821 324-1234"]
    expect(redacted("[Anruf](tel:+498213241234)", words)).toBe("[Anruf](tel:█████)")
    expect(redacted("Tel.0821/3241234, 0821 3241234-15", words)).toBe("Tel.█████, █████-15")
  })

  it("but neither a longer number nor another one; what stands behind the area code is offered", () => {
    const words = ["0821 324-1234"]
    expect(formsOf("0821 324-12345, 10821 324-1235, 0822 324-1235", words)).toEqual([])
    expect(formsOf("Ihre Nummer: 324 12 34", words)).toEqual(["-324 12 34"])
    expect(formsOf("am 09.07.1961 und 0907 1961", ["09.07.1961"])).toEqual(["+09.07.1961"])
    const austrian = "+43 1 5880 123 und 0043 1 5880-123, 01 5880 123"
    const forms = ["++43 1 5880 123", "+0043 1 5880-123", "-5880 123"]
    expect(formsOf(austrian, ["+43 1 5880 123"])).toEqual(forms)
  })
})
