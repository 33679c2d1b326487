import { Parser } from "marked"
import { afterEach, describe, expect, test, vi } from "vitest"
import { Refusal } from "../../server/kernel/errors.ts"
import {
  MAX_MARKDOWN_LENGTH,
  MAX_NESTING,
  renderMarkdown,
  showMarkdown,
  unrendered,
} from "../../server/kernel/markdown.ts"
import { renewed } from "../../server/kernel/rendering.ts"
import { expectQuick } from "../support/cpu.ts"

const PICTURE = "/anhaenge/0190a0b0-0000-7000-8000-000000000000"
const render = (source: string) => renderMarkdown(source, "body")

describe("what people write", () => {
  test.each([
    ["**fett** und *kursiv*", "<p><strong>fett</strong> und <em>kursiv</em></p>"],
    ["eine Zeile\nund noch eine", "<p>eine Zeile<br />und noch eine</p>"],
    ["zwei Leerzeichen  \nam Ende", "<p>zwei Leerzeichen  <br />am Ende</p>"],
    ["aktenzeichen_mit_strich", "<p>aktenzeichen_mit_strich</p>"],
    ["~~gilt nicht mehr~~", "<p><del>gilt nicht mehr</del></p>"],
    ["- [ ] offen\n- [x] fertig", "<ul><li>☐ offen</li><li>☑ fertig</li></ul>"],
    ["3. dritter Punkt", '<ol start="3"><li>dritter Punkt</li></ol>'],
    ["```\na < b &amp; c\n```", '<pre tabindex="0"><code>a &lt; b &amp;amp; c\n</code></pre>'],
    ["Tom & Tim &copy; &lt;", "<p>Tom &amp; Tim &amp;copy; &amp;lt;</p>"],
    ["> Zitat", "<blockquote><p>Zitat</p></blockquote>"],
    ["", ""],
    ["a\0b", "<p>ab</p>"],
  ])("%j becomes %j", (source, html) => expect(render(source)).toBe(html))

  test.each([
    [
      "siehe https://www.gesetze-im-internet.de/wogg/__27.html.",
      "https://www.gesetze-im-internet.de/wogg/__27.html",
    ],
    ["(www.example.org)", "https://www.example.org"],
    ["https://example.org/a_(b)", "https://example.org/a_(b)"],
    ["<https://example.org>", "https://example.org"],
    ["[Seite](https://example.org/?a=1&b=2)", "https://example.org/?a=1&amp;b=2"],
  ])("%s links to %s, without telling the other site about us", (source, href) =>
    expect(render(source)).toContain(`<a href="${href}" rel="noopener nofollow">`),
  )

  test.each([
    ["[Frage](/fragen/1)", '<a href="/fragen/1">Frage</a>'],
    ["[Mail](mailto:stelle@example.org)", '<a href="mailto:stelle@example.org">Mail</a>'],
    ["[](/fragen/1)", '<a href="/fragen/1">/fragen/1</a>'],
  ])("%s is a link of our own", (source, html) => expect(render(source)).toBe(`<p>${html}</p>`))

  test("a bare e-mail address stays text", () =>
    expect(render("frau.mueller@example.org")).toBe("<p>frau.mueller@example.org</p>"))

  test("a table can be scrolled by keyboard and is named by its own head", () => {
    const html = render("| Jahr | Betrag |  |\n|:-|-:|:-:|\n| 2025 | 10 | x |")
    expect(html).toContain('<div class="ff-table" role="group" tabindex="0" aria-label="Jahr, Betrag">')
    expect(html).toContain('<th scope="col" class="ff-right">Betrag</th>')
    expect(html).toContain('<td class="ff-center"></td>')
    expect(html).toContain("<td>2025</td>")
  })
})

describe("a line that ends within a cell", () => {
  const cells = (row: string) =>
    [...render(`| a | b |\n|---|---|\n${row}`).matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell)
  test.each([
    ["| Frau<br>Huber | x |", "Frau<br />Huber"],
    ["| eins <br/> zwei<BR />drei | x |", "eins<br />zwei<br />drei"],
    ["| **eins**<br>- zwei | x |", "<strong>eins</strong><br />- zwei"],
    ["| `<br>` | x |", "<code>&lt;br&gt;</code>"],
    ["| <br onclick=x> | x |", "&lt;br onclick=x&gt;"],
  ])("%s", (row, cell) => expect(cells(row)[0]).toBe(cell))

  test("is only there: elsewhere the same characters are text", () =>
    expect(render("a<br>b")).toBe("<p>a&lt;br&gt;b</p>"))
})

describe("headings", () => {
  test.each([
    ["# a\n### b", ["h3", "h4"]],
    ["### a\n# b\n## c", ["h3", "h3", "h4"]],
    ["# a\n## b\n### c\n#### d\n##### e\n###### f", ["h3", "h4", "h5", "h6", "h6", "h6"]],
    ["a\n=\n\nb\n-", []],
    ["#\n\n## a", ["h3"]],
    ["# a\n> ### b", ["h3", "h4"]],
  ])("%j gives %j: in order, none skipped, none empty", (source, levels) =>
    expect([...render(source).matchAll(/<(h\d)>/g)].map((found) => found[1])).toEqual(levels),
  )

  test("begin where the page asks for it", () =>
    expect(renderMarkdown("# a\n## b", "body", 4)).toBe("<h4>a</h4><h5>b</h5>"))
})

describe("pictures", () => {
  test.each([
    [
      `![Bildschirm "1"](${PICTURE})`,
      `<img src="${PICTURE}" alt="Bildschirm &quot;1&quot;" loading="lazy" />`,
    ],
    [`![](${PICTURE})`, `<img src="${PICTURE}" alt="" loading="lazy" />`],
    [
      "![Logo](https://example.org/x.png)",
      '!<a href="https://example.org/x.png" rel="noopener nofollow">Logo</a>',
    ],
    [
      "[![Logo](https://example.org/x.png)](/fragen)",
      '<a href="/fragen">![Logo](https://example.org/x.png)</a>',
    ],
    [`[![](${PICTURE})](/fragen)`, `<a href="/fragen">/fragen</a>`],
    ["![x](/anhaenge/../abmelden)", '!<a href="/anhaenge/../abmelden">x</a>'],
    ["![x](data:image/png;base64,AAAA)", "![x](data:image/png;base64,AAAA)"],
    [`![x](//evil.example${PICTURE})`, `![x](//evil.example${PICTURE})`],
  ])("%s", (source, html) => expect(render(source)).toBe(`<p>${html}</p>`))
})

/** What may be in the HTML at all. The sanitiser escapes < and > in values, so tags can be told by a pattern. */
const ALLOWED_TAG = new RegExp(
  `^(?:/?(?:h[3-6]|p|blockquote|ul|ol|li|strong|em|del|code|pre|table|thead|tbody|tr|th|td|div|a)|br /|${[
    'a href="(?:https?://[^/"][^"]*" rel="noopener nofollow|/(?![/\\\\])[^"\\t\\n]*|mailto:[^"]+@[^"]+)"',
    `img src="${PICTURE}" alt="[^"]*" loading="lazy" /`,
    'pre tabindex="0"',
    'ol start="\\d+"',
    'li value="\\d+"',
    'div class="ff-table" role="group" tabindex="0"(?: aria-label="[^"]*")?',
    '(?:th scope="col"|td)(?: class="ff-(?:right|center)")?',
  ].join("|")})$`,
)

function expectHarmless(html: string) {
  for (const [, tag = ""] of html.matchAll(/<([^>]*)>?/g)) expect(tag).toMatch(ALLOWED_TAG)
}

describe("nothing executes and nothing is loaded from elsewhere", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<iframe src=//evil.example></iframe>",
    "<style>@import 'https://evil.example'</style>",
    "<math><mtext></p><img src=x onerror=alert(1)>",
    "<!--<img src=--><img src=x onerror=alert(1)//>",
    "<![CDATA[><script>alert(1)</script>]]>",
    "<div\nonclick=alert(1)>x</div>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](<java\tscript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](</\t/evil.example>)",
    "[x](\\\\evil.example)",
    "[x](https:///evil.example)",
    "[x](relative/path)",
    "[x](#anchor)",
    '[x](https://a.example "onmouseover=alert(1) \\"x")',
    '[x](https://a.example/"onmouseover="alert(1))',
    "[x]: javascript:alert(1)\n\n[x] [y][x] ![z][x]",
    "<javascript:alert(1)>",
    "<https://a.example/\"onclick='x'>",
    'https://a.example/"onclick="alert(1)',
    '![" onerror="alert(1)](https://a.example/x.png)',
    `!["><script>alert(1)</script>](${PICTURE})`,
    `![&quot;&gt;&lt;script&gt;](${PICTURE})`,
    `![x](${PICTURE} "onload=alert(1)")`,
    `![x](${PICTURE}?x=1)`,
    "![x](javascript:alert(1))",
    '```"><script>alert(1)</script>\nx\n```',
    "`<script>alert(1)</script>`",
    '| <script>alert(1)</script> | "><img src=x onerror=alert(1)> |\n|-|-|\n| <b> | &lt;script&gt; |',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "# <img src=x onerror=alert(1)>",
    "- <form action=//evil.example><input>",
    "**<b onmouseover=alert(1)>x</b>**",
    "</div></main><h1>x</h1>",
    "<xmp><script>alert(1)</script></xmp>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  ])("%j", (source) => {
    expectHarmless(render(source))
    expectHarmless(render(`Text davor ${source} danach`))
    expectHarmless(render(`> - ${source}\n\n[a ${source} b](https://example.org)`))
  })

  test("raw HTML is shown as it was typed", () =>
    expect(render("<b>x</b>\n<div>\ny")).toBe("<p>&lt;b&gt;x&lt;/b&gt;<br />&lt;div&gt;<br />y</p>"))

  test("a link that is not allowed stays what was typed", () =>
    expect(render("[Klick *hier*](javascript:x) bitte")).toBe(
      "<p>[Klick <em>hier</em>](javascript:x) bitte</p>",
    ))
})

function outcomeOf(source: string): string | Refusal {
  try {
    return render(source)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const refusalOf = (source: string) => {
  const outcome = outcomeOf(source)
  return typeof outcome === "string" ? undefined : `${outcome.status} ${outcome.code} ${outcome.field}`
}

describe("what nobody could see", () => {
  test.each([
    "\u200b",
    "\u00ad \u2060",
    "\u3164",
    "\u2800",
    "\ufe0f",
    "\0\u200d",
    "\u0001",
    "- \u200b",
    "# \u00ad",
    "> \u200b",
    "```\n\u200b\n```",
  ])("%j is refused with the name of its field", (source) => {
    expect(refusalOf(source)).toBe("422 markdown.empty body")
  })

  test.each([
    "[Frist]: 31.12.2031",
    "**",
    "---",
    "\\",
    "&nbsp;",
    "<!-- x -->",
    `![](${PICTURE})`,
    "| |\n|-|",
    "> ",
    "- ",
    "#",
    "```\n```",
  ])("%j is shown", (source) => expect(refusalOf(source)).toBeUndefined())

  test("an empty field is the business of whoever asks for a text", () => {
    expect(refusalOf("")).toBeUndefined()
    expect(refusalOf(" \n\t")).toBeUndefined()
  })
})

describe("what cannot be rendered", () => {
  const told: unknown[] = []
  const tell = (fault: unknown) => told.push(fault)
  afterEach(() => {
    vi.restoreAllMocks()
    unrendered.unsubscribe(tell)
    told.length = 0
  })

  test("is never refused where it is stored already: too deep or too long, it is shown as it was typed, and told", () => {
    unrendered.subscribe(tell)
    expect(showMarkdown(`${"> ".repeat(30)}x\n<zwei>`)).toBe(
      `<p>${"&gt; ".repeat(30)}x<br />&lt;zwei&gt;</p>`,
    )
    expect(told).toMatchObject([{ code: "markdown.too-deep" }])
    expect(showMarkdown("**fett**")).toBe("<p><strong>fett</strong></p>")
    expect(told).toHaveLength(1)
  })

  test("by a fault of ours is nobody's fault who writes: it is taken as it was typed, and told", () => {
    unrendered.subscribe(tell)
    const fault = new TypeError("planted")
    vi.spyOn(Parser, "parse").mockImplementation(() => {
      throw fault
    })
    expect(render("**fett**\n<x>")).toBe("<p>**fett**<br />&lt;x&gt;</p>")
    expect(told).toEqual([fault])
    expect(renewed(() => render("**fett**"))).toBeNull()
    expect(refusalOf(`${">".repeat(MAX_NESTING + 1)} x`)).toBe("422 markdown.too-deep body")
    expect(told).toHaveLength(2)
  })
})

describe("limits", () => {
  const fill = (pattern: string, length = MAX_MARKDOWN_LENGTH) =>
    pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length)

  test("a text as long as allowed is rendered, one character more is refused", () => {
    expect(refusalOf(fill("Ein Wort nach dem anderen. "))).toBeUndefined()
    expect(refusalOf(fill("x", MAX_MARKDOWN_LENGTH + 1))).toBe("422 markdown.too-long body")
  })

  test("line ends count as one character, as the browser counts them", () =>
    expect(refusalOf(`${fill("x", MAX_MARKDOWN_LENGTH - 2)}\r\nx`)).toBeUndefined())

  test("nesting is allowed up to the limit and refused above", () => {
    expect(refusalOf(`${">".repeat(MAX_NESTING)} x`)).toBeUndefined()
    expect(refusalOf(`${">".repeat(MAX_NESTING + 1)} x`)).toBe("422 markdown.too-deep body")
  })

  test.each([
    ["10,000 quotes", `${">".repeat(10_000)} x`],
    ["lists below each other", Array.from({ length: 190 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n")],
    ["lists in quotations", Array.from({ length: 190 }, (_, i) => `${"> ".repeat(i)}- a`).join("\n")],
  ])("%s are too deep, told quickly", (_name, source) => {
    expectQuick(() => expect(refusalOf(source)).toBe("422 markdown.too-deep body"))
  })

  test.each([
    ["many short lines", fill("a\n")],
    ["a wide table with empty rows", `${fill("|a", 1_000)}\n${fill("|-", 1_000)}\n${fill("|\n", 5_000)}`],
  ])("%s are too long", (_name, source) => expect(refusalOf(source)).toBe("422 markdown.too-long body"))

  test.each(
    [
      [
        "[",
        "![",
        "[a](",
        "[a](b",
        "[a](<",
        "[[a](b)",
        "*",
        "**a ",
        "*_",
        "**_a* ",
        "_*a",
        "*a**b",
        "a_",
        "_a_b ",
      ],
      [
        "~~a ",
        "~",
        "`",
        "`a",
        "<",
        "<a ",
        '<a b="',
        "<!--",
        "&",
        "\\",
        "|",
        "!",
        "#",
        "www.",
        "http://",
        "http://a.",
      ],
      [
        "a@",
        "a@a.",
        "mailto:",
        "http://a&a;",
        "http://a/(",
        " ",
        "\t",
        "\u00a0",
        "[a]: b ",
        "<http://a>",
        "[](/a)",
      ],
      ["![a](b)", "- ", "wort ", "\u202e", "😀", "*😀_", "_\\["],
      [
        "> - ",
        "1. ",
        "**a** ",
        "*a* ",
        "a**b",
        "~~a~~ b~~c",
        "\\*a* ",
        "\\`",
        "`a` ",
        "[a](/b)",
        "![a](/",
        "a`b",
        "(",
        "[](a",
      ],
      [
        "- a\n",
        "- 3 a\n",
        "* a\n",
        "1. a\n",
        "15. Mai\n",
        "> a\n",
        "> 1\n",
        "|a\n|-\n",
        "```\n",
        "````\n",
        "+ a\n",
        "\\# a\n",
      ],
      ["  - a\n", "- a\n\n", "# a\n", "www.a(", "https://a[", "**a*b", "`` ` ", "[a [b](/c) ", "*a\n"],
    ].flat(),
  )("%j over and over is read in a moment", (pattern) => {
    for (const source of [
      `${fill(pattern, 39_000)}x`,
      `x${fill(pattern, 39_000)}@`,
      `<${fill(pattern, 39_000)}`,
    ]) {
      let outcome: ReturnType<typeof outcomeOf> = ""
      expectQuick(() => {
        outcome = outcomeOf(source)
      })
      if (typeof outcome === "string") expectHarmless(outcome)
    }
  })
})
