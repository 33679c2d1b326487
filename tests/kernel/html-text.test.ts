import { describe, expect, test } from "vitest"
import { plainText, textOfHtml } from "../../server/kernel/html-text.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { expectQuick } from "../support/cpu.ts"

/** Rendered and read again: what a mail, the file note, an export or a PDF holds. */
const textOf = (source: string) =>
  textOfHtml(renderMarkdown(source, "body"), { origin: "https://forum.example" })

describe("rendered HTML becomes text again", () => {
  test.each([
    ["Ein **Absatz**\nmit Umbruch\n\nund noch einer", "Ein Absatz\nmit Umbruch\n\nund noch einer"],
    ["## Ergebnis\nEs gilt *das*.", "Ergebnis\n\nEs gilt das."],
    ["15. Absatz\n17. Absatz\n18. Absatz", "15. Absatz\n17. Absatz\n18. Absatz"],
    ["- a\n- b\n  1. x\n  2. y\n- c", "- a\n- b\n  1. x\n  2. y\n- c"],
    ["- Punkt\n\n  Absatz darin\n- zwei", "- Punkt\n\n  Absatz darin\n\n- zwei"],
    ["- [ ] offen\n- [x] erledigt", "- ☐ offen\n- ☑ erledigt"],
    ["| Jahr | Betrag |\n|---|---|\n| 2026 | 563 |\n| 2027 |", "Jahr | Betrag\n2026 | 563\n2027 |"],
    ["| a | b |\n|---|---|\n| Frau<br>Huber,<br>Amt | 2 |", "a | b\nFrau; Huber, Amt | 2"],
    ["Davor\n\n> Zitat\n> zwei\n\ndanach", "Davor\n\n    Zitat\n    zwei\n\ndanach"],
    ["```\n  a\n\n\tb\n```\ndanach", "  a\n\n\tb\n\ndanach"],
    ["[Text](https://a.example/x?a=1&b=2)", "Text (https://a.example/x?a=1&b=2)"],
    [
      "[Frage](/fragen/1) https://a.example www.b.example",
      "Frage (https://forum.example/fragen/1) https://a.example www.b.example",
    ],
    ['![Skizze "1"](/anhaenge/0190a0b0-0000-7000-8000-000000000000)', 'Skizze "1"'],
    ["2 < 3 & 4 > 1 &copy; \"a\" 'b'", "2 < 3 & 4 > 1 &copy; \"a\" 'b'"],
    ["`**so**` und ~~weg~~", "**so** und weg"],
    ["    • eingerückt\n\tTab\n a  b", "    • eingerückt\n\tTab\n a  b"],
  ])("%j becomes %j", (source, text) => expect(textOf(source)).toBe(text))

  test("every entity is decoded, named or numbered", () =>
    expect(
      textOfHtml("<p>&auml;&Ouml;&szlig; &euro; &sect; &#8364; &#x20AC; &bdquo;&ldquo; &hellip;</p>"),
    ).toBe("äÖß € § € € „“ …"))

  test("what older versions stored, with line ends between the elements, reads the same", () =>
    expect(
      textOfHtml(
        '<p>eins<br />zwei</p>\n<ol start="3">\n<li>drei\n<ul>\n<li>a</li>\n</ul>\n</li>\n<li>vier</li>\n</ol>\n<hr />\n<p>Ende</p>',
      ),
    ).toBe("eins\nzwei\n\n3. drei\n   - a\n4. vier\n\nEnde"))

  test("a long line of spaces is read in a moment", () => {
    expectQuick(() => textOfHtml(`<p>${" ".repeat(200_000)}x</p>`), 2_000)
  })
})

describe("the excerpt", () => {
  test.each([
    ["<p>eins</p>\n<p>zwei &amp; &lt;drei&gt;</p>", 100, "eins zwei & <drei>"],
    ["<p>eins<br />zwei</p><ul><li>drei</li><li><strong>vi</strong>er</li></ul>", 100, "eins zwei drei vier"],
    ['<ol start="3"><li>eins</li><li value="7">zwei</li></ol>', 100, "3. eins 7. zwei"],
    ["<table><tr><td>a</td><td>b</td></tr></table>", 100, "a b"],
    ["<table><tr><td>a<br>b</td><td>c</td></tr></table>", 100, "a b c"],
    ["<p>ein langer Satz, der nicht passt</p>", 17, "ein langer Satz…"],
    ["<p>Donaudampfschifffahrt</p>", 10, "Donaudamp…"],
    ["<p>genau zehn</p>", 10, "genau zehn"],
    ["<p>&#8364; &#x20AC; &nbsp; &quot; &#39; &unknown;</p>", 100, "€ € \" ' &unknown;"],
    ["<p>😀😀😀😀</p>", 4, "😀…"],
    ["", 10, ""],
  ])("%j within %d characters is %j", (html, max, text) => expect(plainText(html, max)).toBe(text))

  test("is never longer than asked", () => {
    for (let max = 1; max < 40; max++) {
      expect(
        plainText("<p>Wohngeld für Haushalte mit 2 Personen, seit 2023</p>", max).length,
      ).toBeLessThanOrEqual(max)
    }
  })
})
