import { readFileSync } from "node:fs"
import { join } from "node:path"
import { createDocument } from "@mixmark-io/domino"
import { describe, expect, it } from "vitest"
import { toMarkdown } from "../../../server/kernel/html-markdown/index.ts"
import { textOfHtml } from "../../../server/kernel/html-text.ts"
import { renderMarkdown } from "../../../server/kernel/markdown.ts"
import { fitted } from "../../../web/elements/paste-place.ts"
import { expectQuick } from "../../support/cpu.ts"

const pasted = (html: string) => toMarkdown(html, createDocument, "https://forum.example")
const markdown = (html: string) => pasted(html).markdown
const file = (name: string) => readFileSync(join(import.meta.dirname, "clipboards", `${name}.html`), "utf8")
const shown = (text: string) => textOfHtml(renderMarkdown(text, "body"))

/** Written by hand after what the programs put on the clipboard; each holds what went wrong with a converter alone. */
const CLIPBOARDS: Record<string, string> = {
  "word-lists": `Prüfen Sie **vor dem Bescheid**:

5. Liegt der Antrag vor?

   - a. unterschrieben
     - i. von beiden
   - b. vollständig

   Sonst fordern Sie Unterlagen an.
6. Ist die Frist um?

- Miete
  - kalt
    - ohne Stellplatz
- Nebenkosten

Danach:

- I. Grundlage
- II. Berechnung`,
  "word-unnamed-list": `- Ausweis
  - a) Reisepass
- Mietvertrag`,
  "word-text": `# 1.1 Sachverhalt

Die Wohnung hat 54 m² und kostet 2*563 Euro + 3*451 Euro; gefragt haben Kund*innen und Antragsteller*innen.

**Frist**:31.12.2031, Wiedervorlage _bald_, ~~erledigt~~ und **_beides_**.
Neue Zeile[1] nach dem Tabulator

Siehe [§\u00a021 WoGG](https://www.gesetze-im-internet.de/wogg/__21.html), Ablage plan.docx, Amt Musterstadt.

Weiter → Bescheid

[Frist]: C:\\Daten\\_alt\\*.xlsx, Ordner_neu_2 <eilt> 100\u00a0% ~5 ~6 \\\`x\` # 3

[1] Stand 2031`,
  "word-table": `| Haushalt | Betrag \\| Grenze | Hinweis |
| --- | --- | --- |
| 1 Person | 651,00 € | erste Zeile<br>zweite Zeile |
|  | 702,00 € |  |
| Ende |  |  |

Danach`,
  "word-online": `Liste:

1. eins
   - a. tiefer
2. **zwei**`,
  excel: `**Miete 2031**

| Stufe | Höchstbetrag | Ort |
| --- | ---: | --- |
| 1 | 1.234,50 € | Bad A.<br>und B. |
| 2 | 987,00 € |  |
| **Summe** | 2.221,50 € |  |`,
  "google-docs": `## Ablauf

Der Antrag ist **vollständig** _zu prüfen_ (~~sofort~~), siehe [Merkblatt](https://www.example.org/a?b=1).

1. Erstens
   - a. Unterpunkt
     - Punkt
2. Zweitens

- [x] geprüft
- [ ] offen`,
  outlook: `Von: Beispiel, Anna <anna.beispiel@example.org>
Gesendet: Donnerstag, 3. Juli 2031 10:15
An: Wohngeldstelle
Betreff: Mieterhöhung zum 1. März

Sehr geehrte Damen und Herren,

ab wann gilt die neue Miete?
Mehr unter https://www.example.org/miete.

**Anna Beispiel**
anna.beispiel@example.org`,
  "outlook-web": `Hallo zusammen,

bitte **beides**\u00a0prüfen 😀:

3. Einkommen
4. Miete
   - kalt

> zitiert`,
  teams: `Hallo Team Wohngeld,

- Frist **31.12.**
- siehe [Leitfaden](https://www.example.org/leitfaden)
  - Seite 3

> **B. Muster**
>
> Gilt das noch?

\`\`\`
SUMME(A1:A3)
*2
\`\`\``,
  libreoffice: `## Berechnung

Ein **wichtiger** Satz mit
Umbruch.

5. fünftens
   - a. erster Fall
   - b. zweiter Fall
6. sechstens

- Strich

| Jahr | Betrag |
| --- | --- |
| 2031 | 60.000,00 |`,
  "web-page": `### Wann besteht ein Anspruch?

Wer _Wohngeld_ beantragt, liest [hier](/fragen/1) oder dort weiter.

**Mietstufe**
je nach Ort

| Ort | Stufe |
| --- | --- |
| Musterstadt | III |

- [x] erledigt
- Absatz eins

  Absatz zwei

\`a_b*c\` und \`Strg\`+\`V\`

\`\`\`
  eingerückt
zweite
\`\`\``,
}

describe("what office programs put on the clipboard", () => {
  it.each(Object.entries(CLIPBOARDS))("becomes our Markdown from %s", (name, expected) => {
    expect(markdown(file(name))).toBe(expected)
  })

  it("says how many pictures could not come along, and does not count emoji and spacers", () => {
    expect(pasted(file("word-text")).lostPictures).toBe(1)
    expect(pasted(file("outlook-web")).lostPictures).toBe(0)
    expect(pasted('<p>x<img src="https://example.org/t.gif" width="1" height="1"></p>').lostPictures).toBe(0)
  })
})

describe("a list", () => {
  it.each([
    ["a number of its own", "<ol><li value=7>a</li><li>b</li></ol>", "7. a\n8. b"],
    ["a start", '<ol start="5"><li>a</li><li>b</li></ol>', "5. a\n6. b"],
    ["Roman numbers", "<ol type=I><li>a</li><li>b</li></ol>", "- I. a\n- II. b"],
    ["letters far on", '<ol type="a" start="26"><li>a</li><li>b</li></ol>', "- z. a\n- aa. b"],
    ["numbers with a bracket", `<ol style="list-style-type:'1) '"><li>a</li></ol>`, "1. a"],
    ["a list directly in it", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"],
    ["a deeper start", "<ul><ul><li>a</li></ul><li>b</li></ul>", "- a\n- b"],
    ["an item that holds only a list", "<ul><li><ul><li>a</li></ul></li></ul>", "- a"],
    ["an empty item", "<ul><li></li><li>a</li></ul>", "- a"],
    ["a paragraph between", "<ul><li>a</li><p>mehr</p><li>b</li></ul>", "- a\n\n  mehr\n- b"],
    ["a heading in it", "<ul><li><h3>Titel</h3><p>Text</p></li></ul>", "- **Titel**\n\n  Text"],
    ["counted backwards", "<ol reversed><li>a</li><li>b</li></ol>", "2. a\n1. b"],
    ["zero as its number", "<ol><li value=0>a</li><li>b</li></ol>", "0. a\n1. b"],
    [
      "Roman numbers among other styles",
      '<ol style="list-style:upper-roman inside"><li>a</li></ol>',
      "- I. a",
    ],
    ["leading zeros", '<ol style="list-style-type:decimal-leading-zero"><li>a</li></ol>', "01. a"],
    [
      "its levels said by an indent (chats)",
      "<ul data-indent=0><li>a</li></ul><ul data-indent=1><li>b</li></ul><ul data-indent=0><li>c</li></ul>",
      "- a\n  - b\n- c",
    ],
    [
      "its kinds said by attributes (editors in the browser)",
      '<ol><li data-list="ordered">a</li><li data-list="ordered" class="ql-indent-1">b</li><li data-list="ordered" class="ql-indent-1">c</li><li data-list="ordered">d</li></ol><ol><li data-list="bullet">e</li><li data-list="checked">f</li><li data-list="unchecked">g</li></ol>',
      "1. a\n   - a. b\n   - b. c\n2. d\n\n- e\n- [x] f\n- [ ] g",
    ],
    [
      "tasks of a wiki",
      '<ul class="inline-task-list"><li>a</li><li class="checked">b</li></ul><ul><li data-checked=true>c</li></ul>',
      "- [ ] a\n- [x] b\n\n- [x] c",
    ],
    [
      "code, a table or a quotation at once",
      "<ol><li><pre><code>a\nb</code></pre></li><li>c</li><li><blockquote>d</blockquote></li></ol><ul><li><table border=1><tr><td>e</td><td>f</td></tr></table></li><li>g</li></ul>",
      "1.\n\n```\na\nb\n```\n\n2. c\n3. d\n\n| e | f |\n| --- | --- |\n\n- g",
    ],
    ["items that are hidden", '<ul><li style="display:none">x</li><li>a</li></ul>', "- a"],
  ])("with %s keeps its numbers and levels", (_name, html, expected) => expect(markdown(html)).toBe(expected))

  it("of a law on the web keeps its numbers beside their text", () => {
    const letters = "<dl><dt>a)</dt><dd><div>Heizung</div></dd></dl>"
    const law = `<div>(1) Wohngeld gibt es, wenn<dl style="font-weight:normal"><dt>1.</dt><dd><div>die Höhe feststeht,${letters}</div></dd><dt>2a.</dt><dd><div>alle zustimmen.</div></dd></dl></div><div>(2) Sonst nicht.</div>`
    expect(markdown(law)).toBe(
      "(1) Wohngeld gibt es, wenn\n\n1. die Höhe feststeht,\n   - a) Heizung\n\n2a. alle zustimmen.\n\n(2) Sonst nicht.",
    )
    expect(markdown("<dl><dt>Mietstufe</dt><dd>je nach Ort</dd></dl>")).toBe("Mietstufe\nje nach Ort")
  })

  it("of Word with numbers of several parts keeps them as words", () => {
    const item = (label: string, level: number, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${label}<span>&nbsp;&nbsp; </span></span>${text}</p>`
    expect(markdown(item("1.", 1, "Antrag") + item("1.1", 2, "Form") + item("(2)", 2, "Frist"))).toBe(
      "1. Antrag\n\n   1.1 Form\n\n   (2) Frist",
    )
  })
})

describe("a table", () => {
  const cell = (text: string) => `<td style="border:1px solid">${text}</td>`
  it.each([
    ["one cell", "<table><tr><td>allein</td></tr></table>", "allein"],
    ["one column", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\nb"],
    [
      "a table within it (a mail's frame)",
      `<table><tr><td>Kopf</td><td></td></tr><tr><td><table><tr>${cell("a")}${cell("b")}</tr><tr>${cell("1")}${cell("2")}</tr></table></td></tr></table>`,
      "Kopf\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    ],
    [
      "a cell over two rows",
      "<table border=1><tr><td>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>",
      "| a | b |\n| --- | --- |\n| c | d |\n|  | e |",
    ],
    [
      "its foot written first",
      "<table border=1><tfoot><tr><td>Summe</td><td>3</td></tr></tfoot><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>x</td><td>1</td></tr></table>",
      "| A | B |\n| --- | --- |\n| x | 1 |\n| Summe | 3 |",
    ],
    [
      "fields that were filled in",
      '<table border=1><tr><td>Name</td><td><input value="Muster"></td></tr><tr><td>Ort</td><td><textarea>Bad A.</textarea></td></tr><tr><td>Art</td><td><select><option>a</option><option selected>b</option></select></td></tr><tr><td>ja</td><td><input type=checkbox checked></td></tr></table>',
      "| Name | Muster |\n| --- | --- |\n| Ort | Bad A. |\n| Art | b |\n| ja | ☑ |",
    ],
    [
      "lists in a cell",
      "<table border=1><tr><td>a</td><td>b</td></tr><tr><td><ul><li>x</li><li>y</li></ul></td><td>z</td></tr></table>",
      "| a | b |\n| --- | --- |\n| • x<br>• y | z |",
    ],
  ])("of %s", (_name, html, expected) => expect(markdown(html)).toBe(expected))
})

describe("a link", () => {
  it.each([
    ['<a href="https://x.de/a?utm_source=b&c=1">Text</a>', "[Text](https://x.de/a?c=1)"],
    ['<a href="https://x.de/a (b)">Text</a>', "[Text](https://x.de/a%20%28b%29)"],
    ['<a href="mailto:amt@example.org?subject=x">Amt</a>', "[Amt](mailto:amt@example.org)"],
    ['<a href="mailto:amt@example.org">amt@example.org</a>', "amt@example.org"],
    ['<a href="#_Toc1">Kapitel</a>', "Kapitel"],
    ['<a href="file:///H:/x.docx">x.docx</a>', "x.docx"],
    ['<a href="https://forum.example/fragen/1#a">Frage</a>', "[Frage](/fragen/1#a)"],
    ['<a href="https://x.de"><b>fett</b> [1]</a>', "[**fett** [1]](https://x.de)"],
  ])("%s becomes %s", (html, expected) => expect(markdown(`<p>${html}</p>`)).toBe(expected))
})

describe("signs of the text", () => {
  it.each([
    "Kund*innen und Antragsteller*innen, 2*563 und 3*451",
    "**nicht fett** und __auch nicht__ und ~~hier~~ und *da* und _dort_",
    "[Text](https://example.org) und `Code` und ![Bild](/anhaenge/0190a0b0-0000-7000-8000-000000000000)",
    "# keine Überschrift",
    "> 15 Prozent",
    "- 50,00 Euro",
    "15. Mai 2031",
    "31. Juli 2031",
    "1) eins und (2) zwei und § 3",
    "C:\\Daten\\_alt\\*.xlsx und \\\\server\\ablage",
    "<b>kein Fett</b> &amp; kein Zeichen",
    "[Frist]: 31.12.2031",
    "a | b | c",
    "„Zitat“ – Gedanke … 1/2 § 21 Abs. 1 Satz 2",
    "Datei_name_neu und _eins zwei_drei",
    "***wichtig*** *** ___ ---",
    "S:/_alt_/x und (*Pflicht), Name* und ` oder `",
    "~5 bis ~6",
    "\\*x",
  ])("are read back as they were: %s", (text) => {
    const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    expect(shown(markdown(`<p>${html}</p>`))).toBe(text)
    expect(shown(markdown(`<ul><li>x ${html}</li></ul>`))).toBe(`- x ${text}`)
    expect(shown(markdown(`<p><b>Wort</b> ${html}</p>`))).toBe(`Wort ${text}`)
  })

  it("are read back over several lines: fences, tables and lists that were only typed", () => {
    const lines = [
      "| a | b |",
      "|---|---|",
      "| c | d |",
      "```",
      "x",
      "```",
      "a | b",
      "--- | ---",
      "# Titel",
      "**x**",
    ]
    const html = lines.map((line) => `<div>${line}</div>`).join("")
    expect(shown(markdown(html)).split("\n")).toEqual(lines)
  })

  it("of many lines are read in a moment, and cost no other line its look", () => {
    const line = "<div><b>Wort</b> 2<b>3</b>4 * _x_ *y* <a href='https://x.de'>a]b</a> und <i>Text</i>.</div>"
    expectQuick(() => markdown(line.repeat(60)), 5_000)
    const lines = markdown(line.repeat(60)).split("\n")
    expect(new Set(lines)).toEqual(new Set(["**Wort** 234 * \\_x_ \\*y* a]b und _Text_."]))
  })

  it("survive in every clipboard: what a reader saw is what a reader sees", () => {
    for (const name of Object.keys(CLIPBOARDS)) {
      const letters = shown(markdown(file(name))).replace(/[^\p{L}\p{N}*_~[\]<>#§€%]/gu, "")
      for (const word of visibleWords(file(name))) expect.soft(letters, name).toContain(word)
    }
  })
})

describe("formats", () => {
  it.each([
    [
      "<b>fett</b>, 2<b>3</b>4, <i>Wohn</i>geld, <b>*</b> und <a href='https://x.de'>Link</a>, <a href='https://x.de'>a]b</a> <b>Ende</b>",
      "**fett**, 234, Wohngeld, * und [Link](https://x.de), a]b **Ende**",
    ],
    ["Er sagte <q>ja, <q>so</q></q>", "Er sagte „ja, ‚so‘“"],
    [
      "Text<sup><a href='#x'><span>[</span>1<span>]</span></a></sup> und 7<sup>1, 2</sup>",
      "Text[1] und 7¹, ²",
    ],
    ["es gilt <math><mi>x</mi><mo>=</mo><mn>5</mn><annotation>x=5</annotation></math>", "es gilt x=5"],
    ["a<hr>b", "a\n\nb"],
    ["<b>Wohn</b>geld", "**Wohn**geld"],
    ["<b>Fr</b><b>ist</b>", "**Frist**"],
    ["<b>a <i>b</i></b> c", "**a _b_** c"],
    ["<b>Frist: </b>heute", "**Frist:** heute"],
    ["<b>Frist:</b>heute", "**Frist**:heute"],
    ["<i>Wohn</i>geld", "Wohngeld"],
    ['<b style="font-weight:normal">nicht</b>', "nicht"],
    ['<span style="font-weight:bold">fett</span>', "**fett**"],
    ["<b>eins<br>zwei</b>", "**eins**\n**zwei**"],
    ["<b> </b>x", "x"],
    ["CO<sub>2</sub> und m<sup>2</sup>", "CO₂ und m²"],
    ["a&nbsp;&nbsp; b&nbsp;c", "a b\u00a0c"],
  ])("%s becomes %s", (html, expected) => expect(markdown(`<p>${html}</p>`)).toBe(expected))
})

describe("the place where it is pasted", () => {
  it.each([
    ["Text‹›", "- a\n- b", "Text\n\n- a\n- b"],
    ["- ‹›", "- a\n- b", "- a\n- b"],
    ["Zeile\n‹›", "# Titel", "Zeile\n\n# Titel"],
    ["Vor ‹weg› nach", "neu", "Vor neu nach"],
    ["‹›Danach", "| a |\n| --- |", "| a |\n| --- |\n\nDanach"],
  ])("%j takes %j as %j", (field, text, expected) => {
    const [before = "", chosen = "", after = ""] = field.split(/[‹›]/)
    const value = before + chosen + after
    const { from, text: put } = fitted(text, value, before.length, before.length + chosen.length)
    expect(value.slice(0, from) + put + after).toBe(expected)
  })
})

/** Words between tags of the fragment, as a reader sees them; what is hidden or a label is left out by hand. */
function visibleWords(html: string): string[] {
  const body = html
    .replace(/^[\s\S]*<!--StartFragment-->/, "")
    .replace(/<!--EndFragment-->[\s\S]*$/, "")
    .replace(/<(style|script|xml|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g, "")
    .replace(/<span style='mso-list:Ignore'>[\s\S]*?<!?\[?endif|<a class=msocomanchor[\s\S]*?<\/a>/g, "")
    .replace(/versteckt|unsichtbar/g, "")
  return (body.replace(/<[^>]*>/g, "\n").match(/[\p{L}]{4,}/gu) ?? []).filter(
    (word) => !/^(?:nbsp|endif)$/.test(word),
  )
}
