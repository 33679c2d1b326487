import { describe, expect, test } from "vitest"
import { textOfHtml } from "../../server/kernel/html-text.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { asTyped } from "../../server/kernel/markdown-escape.ts"
import { failureOf, linesOf, randomFrom, sampleOf, smallest } from "../support/office-text.ts"

const render = (typed: string) => renderMarkdown(typed, "text")
/** What a reader sees, numbers of lists included. */
const shown = (typed: string) => linesOf(render(typed)).join("\n")
/** Without what only keeps words on a line, which `bound-spaces.test.ts` is about. */
const markup = (typed: string) => render(typed).replace(/<span class="ff-bound">([^<]*)<\/span>/g, "$1")

describe("shown as it was typed, and no mark-up at all", () => {
  test.each([
    "15. Mai 2026: Anträge\n1. Juni 2026: Bescheide\n31. Juli 2026: Frist",
    "15. Mai 2026\n\n1. Juni 2026\n\n31. Juli 2026",
    "Der Bescheid vom\n1. April 2026 ist bestandskräftig.",
    "Abgabe bis zum\n15. Januar oder\n31. Jan. oder\n2. Jänner oder\n4. Sept.",
    "1. 4. 2026 bis 31. 12.\n15. 5.",
    "15. bis 17. Mai geschlossen\n1. und 2. Rate\n3. – 5. Klasse\n30. / 31. Juli",
    "1. 2026 war es so",
    "01. Punkt\n1) Punkt\n2) Punkt\n1.2 Punkt\n1.2.3. Punkt\n2026. Punkt\n1.Punkt\na) Punkt\n1.\u00a0Punkt",
    "Er gilt im\n2. Halbjahr nicht.",
    "Nach Ansicht der\n1. Instanz gilt das.",
    "2*563 Euro und 3*451 Euro, 2**3, 2 * 3 * 4, 2 *3 und 4* 5, (a)*(b)*(c)",
    "Kund*innen und Antragsteller*innen, Kund**innen/Bürger**innen, Mitarbeiter_innen und Leser_innen",
    "__init__ und ~50 bis ~60, H~2~O, a^2^, datei_name_neu.pdf, __fett__",
    "*) Fußnote. Siehe oben.*) Ende\n**) zweite **)",
    "* zzgl. Mehrwertsteuer",
    "Preis* und Menge*",
    "*1961 und *1962",
    "Felder mit * (*Pflichtfeld), Name*, Ort*",
    "src/**/*.ts und lib/**/*.js, S:/_alt_/x, /_neu_/y und und/_oder_/beides",
    "Taste ` und Taste ` drücken",
    "- eine Million Euro\n- 1 Million Euro\n- 1 Person\n- anderthalb Stunden\n- ein Viertel\n- höchstens 5 %\n- ¥ 5",
    "- xx,xx €\n- __ Euro\n- … Prozent\n- 50 m²",
    "> XX Prozent\n> zwei Drittel\n> n Tage\n> mehr als 5 Euro",
    "[Frist]: 31.12.2031",
    "[1]: https://example.org\nsiehe [1], [a][b] und [Frist]",
    "Erster Satz.\nZweiter Satz.\n----------\nDanach.",
    "Titel\n=====\nText\n-",
    "---\n\n***\n\n___\n\n- - -\n\n* * *",
    "Bitte:\n\n    • Nachweis\n    Text\n\n\tmit Tabulator",
    "> 15 Prozent der Miete",
    ">15 %\n> 1.000 Euro\n> ca. 30 Tage\n>= 3 Personen\n> € 50\n> zehn Prozent\n> 18 Jahre",
    "+ 20 Euro\n- 50,00 Euro\n* 3,5 %\n- 5 °C\n+ 30\n- € 5\n- 12 Monate\n- 1.000.000 Euro\n- 1 000 Euro",
    "- fünf Euro\n- ca. 20 %\n- 2 x 50 Euro\n- (20 Euro)\n- 50,- Euro\n- 1/2",
    "- 3 Kontoauszüge\n- 2 Passfotos",
    "  Bedarf 563 Euro\n+ Miete 500 Euro\n- Einkommen 200 Euro\n= 863 Euro",
    "+ Vorteil\n+ noch einer",
    "Der Antrag ist\n- wie gesagt - abzulehnen.",
    "-Punkt\n*Punkt\n>Punkt\n#Punkt\n- \n* \n> \n#\n1. ",
    "# 12\n## 3/4\n####### x\n#1",
    "C:\\_alt\\#1 und \\\\server\\freigabe\\*.doc und D:\\*neu*\\x und ..\\-alt und \\ und a\\*b*",
    "\\# 5\n\\- 5 Euro",
    "&nbsp; &lt; &copy; &#8364; AT&T",
    "<b>fett</b> <br> <!-- x --> <https://example.org> <script>",
    '[x](javascript:alert) [Anlage 1](siehe dort) [a](b "c") [](x) ![x](y) [a](https://example.org "Titel")',
    "`einzeln und geht`s ´so´ ``Zitat''",
    "a  b\tc\u00a0d\u202fe\u2009f  ",
    "a | b | c\n1 | 2 | 3\n||\n-----",
    "```\noffen",
    "```\n```",
    ">>> Name 03.11.2026 10:15 >>>",
    "Mit freundlichen Grüßen\n-- \nM. Muster",
    "\u00ad weich\u00adgetrennt \u200bnull",
    "\\",
    "**",
    "** fett ** und * kursiv * und ~~ weg ~~",
    "5 Stück * 3",
    "☐ offen ☑ fertig [ ] [x] [X]",
  ])("%j", (typed) => {
    expect(shown(typed)).toBe(
      typed
        .split("\n")
        .filter((line) => line.trim() !== "")
        .join("\n"),
    )
    expect(markup(typed)).not.toMatch(/<(?!\/?(?:p|br|a)\b)/)
  })
})

test.each([["a\r\nb"], ["a\rb"], ["a\u2028b"], ["a\u2029b"], ["a\u000bb"], ["a\fb"], ["a\u0085b"]])(
  "%j has a line break, as Word and Windows write it",
  (typed) => expect(render(typed)).toBe("<p>a<br />b</p>"),
)

describe("mark-up that the toolbar and the help name", () => {
  test.each([
    [
      "**fett**, *kursiv*, _kursiv_, ~~weg~~",
      "<p><strong>fett</strong>, <em>kursiv</em>, <em>kursiv</em>, <del>weg</del></p>",
    ],
    [
      "„**Zitat**“ (*so*) »_so_« –~~weg~~–",
      "<p>„<strong>Zitat</strong>“ (<em>so</em>) »<em>so</em>« –<del>weg</del>–</p>",
    ],
    [
      "***beides*** und **_beides_**",
      "<p><strong><em>beides</em></strong> und <strong><em>beides</em></strong></p>",
    ],
    ["**Frist:**31.12.", "<p><strong>Frist:</strong>31.12.</p>"],
    [
      "Kacz**marow**ski und Wohn**geld**",
      "<p>Kacz<strong>marow</strong>ski und Wohn<strong>geld</strong></p>",
    ],
    ["**Kund*innen und 2*3**", "<p><strong>Kund*innen und 2*3</strong></p>"],
    ["**zwei\nZeilen**", "<p><strong>zwei<br />Zeilen</strong></p>"],
    ["*zwei\nZeilen*", "<p>*zwei<br />Zeilen*</p>"],
    ["`so **wie** \\es`", "<p><code>so **wie** \\es</code></p>"],
    ["`` `a` ``", "<p><code>`a`</code></p>"],
    ["§ 7 *1.4.2026 bis heute*", "<p>§ 7 <em>1.4.2026 bis heute</em></p>"],
    [
      "15. Absatz\n17. Absatz\n18. Absatz",
      '<ol start="15"><li>Absatz</li><li value="17">Absatz</li><li>Absatz</li></ol>',
    ],
    [
      "1. a\n\n2. b\n\nText\n\n3. c",
      '<ol><li><p>a</p></li><li><p>b</p></li></ol><p>Text</p><ol start="3"><li>c</li></ol>',
    ],
    ["7. a\n7. b\n5. c", '<ol start="7"><li>a</li><li value="7">b</li><li value="5">c</li></ol>'],
    ["1. eins\n31. Juli ist Ende\n2. zwei", "<ol><li>eins<br />31. Juli ist Ende</li><li>zwei</li></ol>"],
    ["Bitte:\n1. Antrag", "<p>Bitte:</p><ol><li>Antrag</li></ol>"],
    ["Bitte\n1. Antrag\n2. Ausweis", "<p>Bitte</p><ol><li>Antrag</li><li>Ausweis</li></ol>"],
    ["Bitte\n- Antrag\n- Ausweis", "<p>Bitte</p><ul><li>Antrag</li><li>Ausweis</li></ul>"],
    [
      "- Ideen sammeln\n- Eine Woche lang mitzählen\n- Eine Person fragen",
      "<ul><li>Ideen sammeln</li><li>Eine Woche lang mitzählen</li><li>Eine Person fragen</li></ul>",
    ],
    [
      "- Antrag\n- 3 Kontoauszüge\n- 15. Mai: Abgabe\n- 9:30 Uhr: Termin",
      "<ul><li>Antrag</li><li>3 Kontoauszüge</li><li>15. Mai: Abgabe</li><li>9:30 Uhr: Termin</li></ul>",
    ],
    ["- Miete\n- 50,00 Euro", "<ul><li>Miete<br />- 50,00 Euro</li></ul>"],
    ["* a\n* b", "<ul><li>a</li><li>b</li></ul>"],
    ["- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"],
    ["1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"],
    ["- a\n\t1. b", "<ul><li>a<ol><li>b</li></ol></li></ul>"],
    ["- - a", "<ul><li>- a</li></ul>"],
    [
      "> Zitat\n> > darin\n>\n> Ende\nAntwort",
      "<blockquote><p>Zitat</p><blockquote><p>darin</p></blockquote><p>Ende</p></blockquote><p>Antwort</p>",
    ],
    ["> Es waren\n> 15 Prozent", "<blockquote><p>Es waren<br />15 Prozent</p></blockquote>"],
    ["# Titel ##", "<h3>Titel ##</h3>"],
    ["```sql\nselect 1\n```", '<pre tabindex="0"><code>sql\nselect 1\n</code></pre>'],
    [
      "[Seite](www.example.org/a_(b))",
      '<p><a href="https://www.example.org/a_(b)" rel="noopener nofollow">Seite</a></p>',
    ],
    ["[Anlage [1]](/fragen/1)", '<p><a href="/fragen/1">Anlage [1]</a></p>'],
    ["\\*so* und \\_so_ und \\`so` und \\[so](/a)", "<p>*so* und _so_ und `so` und [so](/a)</p>"],
    ["\\```\nx\n```", "<p>```<br />x<br />```</p>"],
    ["a | b\n\\---|---", "<p>a | b<br />---|---</p>"],
    ["| a | b |\n|\\---|---|", "<p>| a | b |<br />|---|---|</p>"],
    ["\\# Titel\n\\> Zitat\n\\- Punkt", "<p># Titel<br />&gt; Zitat<br />- Punkt</p>"],
  ])("%j becomes %j", (typed, html) => expect(markup(typed)).toBe(html))

  test("a row with more cells than the head loses none, and one with fewer is filled", () =>
    expect(linesOf(render("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 \\| 5 |"))).toEqual([
      "a␟b␟␟",
      "1␟2␟3␟",
      "4 | 5␟␟␟",
    ]))

  test("a link ends before what belongs to the sentence", () => {
    const ends = [
      "“",
      "”",
      "„",
      "«",
      "»",
      "‚",
      "‘",
      "’",
      "…",
      "]",
      "}",
      "|",
      "–",
      "—",
      '"',
      "<",
      ">",
      "›",
      ")",
      ".",
      ",",
      "!",
      "?",
      ":",
      ";",
      "`",
      "\u00a0",
    ]
    for (const end of ends)
      for (const address of ["https://example.org/a_b", "www.example.org/x?y=1&z=ä"])
        expect(render(`siehe ${address}${end} und`)).toContain(
          `${address.replace("&", "&amp;")}</a>${end.replace(/[<>"]/, (sign) => ({ "<": "&lt;", ">": "&gt;" })[sign] ?? sign)}`,
        )
  })

  test.each([
    "https://example.org/a_(b)",
    "https://example.org/?a[]=1&b={x}",
    "https://example.org/§11#a~b",
    "HTTPS://EXAMPLE.ORG",
  ])("%s is a link as a whole", (address) =>
    expect(textOfHtml(render(address), { origin: "" })).toBe(address),
  )
})

test.each([
  "*so*",
  "**so** und *so* und _so_ und `so`",
  "[so](/fragen/1)",
  "C:\\_alt\\#1 Kund*innen 2*3",
  "~~so~~ ***so***",
  "![x](/anhaenge/0190a0b0-0000-7000-8000-000000000000)",
  "(*a*) „_b_“ –**c**– /_d_/",
])("%j in a text that is put together by us is shown as it is", (text) =>
  expect(shown(`- ${asTyped(text)}`)).toBe(text),
)

describe("random office text", () => {
  const seed = Number(process.env.GRAMMAR_SEED ?? Date.now() % 1_000_000)

  test(`nothing that was typed is lost but mark-up that is named (GRAMMAR_SEED=${seed})`, () => {
    const random = randomFrom(seed)
    for (let count = 0; count < 400; count++) {
      const pieces = sampleOf(random)
      if (failureOf(pieces, render)) expect.fail(JSON.stringify(smallest(pieces, render), null, 2))
    }
  })

  test(`no letter and no digit is lost from anything at all (GRAMMAR_SEED=${seed})`, () => {
    const random = randomFrom(seed)
    const signs = "  \n\n\t*_~`[]()#>-+=|\\!.:;„“–aäß1234567890".split("")
    const words = [
      "Mai ",
      "\n- ",
      "\n1. ",
      "\n> ",
      "**",
      "\n\n",
      "| ",
      "\n|--|--|\n",
      "Euro",
      "\n  - ",
      "```\n",
      "\\",
    ]
    const onlyLetters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "")
    for (let count = 0; count < 1_500; count++) {
      const typed = Array.from({ length: 40 }, () => {
        const from = random() < 0.6 ? signs : words
        return from[Math.floor(random() * from.length)]
      }).join("")
      // An address behind [words] is mark-up, and so is what is behind three backticks.
      if (/\]\(/.test(typed)) continue
      expect(onlyLetters(linesOf(render(typed || "x")).join("\n")), JSON.stringify(typed)).toBe(
        onlyLetters(typed || "x"),
      )
    }
  })

  test("a fault would be seen: a grammar that takes dates for lists, or stars for italics, fails at once", () => {
    const random = randomFrom(7)
    const faulty = (typed: string) => render(typed).replaceAll("*", "")
    const failures = Array.from({ length: 50 }, () => failureOf(sampleOf(random), faulty)).filter(Boolean)
    expect(failures.length).toBeGreaterThan(10)
  })
})
