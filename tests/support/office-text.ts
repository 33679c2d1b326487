/**
 * Random office text whose visible lines are known by how it was put together, not by reading it again: every piece
 * says what was typed and what a reader sees. What the property test and `npm run bench:grammar` are fed with.
 */
export type Piece = { typed: string; shown: string[] }
type Sample = { typed: string; shown: string[] }
export type Random = () => number

/** Mulberry32: the same numbers from the same seed, everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
const chance = (random: Random, share: number) => random() < share
const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))

const WORDS = [
  ...[
    "Antrag",
    "Bescheid",
    "Wohngeld",
    "Müller-Straße",
    "Größe",
    "ÄÖÜ",
    "Straße",
    "Haushalt",
    "ist",
    "und",
    "nach",
    "laut",
    "die",
  ],
  ..."Kund*innen Antragsteller*innen Bürger:innen Mitarbeiter_innen Kolleg/-innen SachbearbeiterInnen Leser(innen)".split(
    " ",
  ),
  ..."2*563 3*451 2**3 (a)*(b)*(c) file_name_new __init__ a_b_c datei_name_neu.pdf H~2~O a^2^ ~50 ~60 x~y".split(
    " ",
  ),
  ...[
    "563,00 €",
    "1.000 Euro",
    "12,5 %",
    "§ 5 [alt]",
    "§§ 7 ff.",
    "Nr. 5",
    "1/2",
    "½",
    "5 °C",
    "50,-",
    "+49 30 12345",
    "−5",
  ],
  ...[
    "C:\\_alt\\#1",
    "\\\\server\\freigabe\\*.doc",
    "D:\\Daten\\*neu*\\x",
    "..\\-alt",
    "K:\\_a_\\_b_",
    "\\",
    "\\\\",
    "a\\b",
    "C:\\[2026]\\",
  ],
  ...[
    "[1]",
    "[x]",
    "[ ]",
    "(a)",
    "a)",
    "b)",
    "[Anlage 1](siehe dort)",
    "[x](javascript:alert)",
    "[a][b]",
    "[Frist]: 31.12.2031",
    "[](x)",
  ],
  ...[
    "„Zitat“",
    '"Zitat"',
    "»Zitat«",
    "‚so‘",
    "’s",
    "(siehe dort)",
    "{x}",
    "<b>",
    // Not `<br>`, which is a line break in a cell; that it is text elsewhere has a test of its own.
    "<hr>",
    "<!-- x -->",
    "</p>",
    "<a@b.de>",
    "<script>",
  ],
  ...[
    "&nbsp;",
    "&lt;",
    "&copy;",
    "&#8364;",
    "AT&T",
    "&",
    "<",
    ">",
    ">=",
    "->",
    "=>",
    "→",
    "…",
    "–",
    "—",
    "--",
    "---",
    "===",
    "#",
    "#1",
    "##",
  ],
  ...[
    "!",
    "?!",
    "![x](y)",
    "|",
    "||",
    "^",
    "~",
    "~~",
    "**",
    "***",
    "____",
    "_",
    "*",
    ":-)",
    "x@example.org",
    "mailto:x@example.org",
    "'",
    "´",
    "geht`s",
  ],
  ...[
    "15. Mai 2026",
    "1. 4. 2026",
    "31.12.",
    "01.02.2026",
    "2026-07-09",
    "9:30 Uhr",
    "15.\u00a0Mai",
    "§\u202f5",
    "a\u00a0b",
    "Az.\u00a012/34-5",
    "soft\u00adhyphen",
  ],
  ...[
    "S 12 AS 345/26",
    "B 4 AS 10/20 R",
    "2 BvR 1/26",
    "AZ-2026_04-17",
    "4711/08*15",
    "I.1.a)",
    "1.1",
    "1.2.3",
    "1)",
    "(1)",
    "1.",
    "2.)",
    "e. V.",
    "z. B.",
  ],
  ...["👍", "Ǆ", "Łódź", "Nguyễn", "İ", "ﬁ", "𝔄", "a\u0308", "x\u200by", "e.g.", "u.\u202fa."],
]
const GAPS = [" ", " ", " ", " ", " ", " ", "  ", "\t", "\u00a0", "\u202f", ", ", "; ", " – ", " / ", ": "]
/** What may follow an address directly and does not belong to it. */
const ENDS = [
  " ",
  " ",
  ". ",
  ", ",
  "; ",
  "! ",
  "? ",
  ") ",
  "“ ",
  "” ",
  "« ",
  "» ",
  "‘ ",
  "’ ",
  "… ",
  "] ",
  "} ",
  "|",
  "–Ende ",
  '" ',
  ": ",
]
const ADDRESSES = [
  ..."https://www.example.org/a https://example.org/a_b_c http://example.org/?q=§11&x=ä https://example.org/a_(b)".split(
    " ",
  ),
  ..."www.example.org https://example.org/foo_bar_baz/ https://example.org/a*b*c https://example.org/#x https://example.org/~a/~b".split(
    " ",
  ),
]
const PLAIN = [
  "Antrag",
  "Größe",
  "die Miete",
  "nach § 11 SGB II",
  "1.4.2026 bis heute",
  "Kund*innen",
  "Wohn-Geld",
  "a_b_c",
  "H~2~O",
]
const AROUND = [
  ["", ""],
  ["", ""],
  ["„", "“"],
  ["(", ")"],
  ["", "."],
  ["", ","],
  ["", ":"],
  ["»", "«"],
  ["–", "–"],
  ["/", "/"],
] as const

/** Mark-up as the toolbar and the help name it. */
const MARKED: ((words: string) => [string, string])[] = [
  (words) => [`**${words}**`, words],
  (words) => [`*${words}*`, words],
  (words) => [`_${words}_`, words],
  (words) => [`~~${words}~~`, words],
  (words) => [`***${words}***`, words],
  (words) => [`**_${words}_**`, words],
  (words) => [`\`${words}\``, words],
  (words) => [`\`**${words}**\``, `**${words}**`],
  (words) => [`[${words}](https://example.org/x)`, words],
  (words) => [`[**${words}**](/fragen/1)`, words],
  (words) => [`**[${words}](https://example.org/a_(b))**`, words],
  (words) => [`[${words}](mailto:a@example.org)`, words],
  (words) => [`\\*${words}*`, `*${words}*`],
  (words) => [`\\_${words}_`, `_${words}_`],
  (words) => [`\\[${words}](/fragen/1)`, `[${words}](/fragen/1)`],
]

/** A line of running text that begins with a word. */
function lineOf(random: Random): { typed: string; shown: string } {
  let typed = pick(random, ["Der", "Wir", "„Ab", "Im Fall", "Größe", "§ 7", "(siehe", "Az."])
  let shown = typed
  const add = (more: string, seen = more) => {
    typed += more
    shown += seen
  }
  for (let left = between(random, 0, 7); left > 0; left--) {
    add(pick(random, GAPS))
    if (chance(random, 0.2)) {
      const [mark, words] = pick(random, MARKED)(pick(random, PLAIN))
      const [before, after] = pick(random, mark.startsWith("\\") ? AROUND.slice(0, 8) : AROUND)
      add(" ")
      add(before + mark + after, before + words + after)
      add(" ")
    } else if (chance(random, 0.15))
      add(
        ` ${pick(random, ["", "", "(", "„", "[", "{", "|"])}${pick(random, ADDRESSES)}${pick(random, ENDS)}`,
      )
    else add(pick(random, WORDS))
  }
  if (chance(random, 0.1)) add(pick(random, ["  ", " ", "\t", ":", "."]))
  return { typed, shown }
}

const MONTHS =
  "Januar Jänner Jan. Februar Feb. März Mrz April Apr. Mai Juni Juli August Aug. September Sept. Oktober Okt. November Nov. Dezember Dez. MAI june".split(
    " ",
  )
const UNITS = [
  "Euro",
  "€",
  "EUR",
  "Prozent",
  "%",
  "°C",
  "Tage",
  "Monate",
  "Stunden",
  "m²",
  "km",
  "Cent",
  "Personen",
  "Jahre",
  "kg",
  "Mio. Euro",
  ",- Euro",
  "",
]
const SIGNS = ["- ", "+ ", "* ", "-  ", "-\t"]

const number = (random: Random) =>
  pick(random, [
    "5",
    "15",
    "50,00",
    "1.000",
    "1.234,56",
    "0,5",
    "12",
    "1/2",
    "2 x 50",
    "3*451",
    "99",
    "1 000",
    "ca. 20",
    "rund 5",
    "€ 50",
    "(20",
  ])

/** Lines that Markdown would take for something else. All of them are shown as they were typed. */
const TRAPS: ((random: Random) => string)[] = [
  (random) =>
    `${between(random, 1, 31)}. ${pick(random, MONTHS)} ${pick(random, ["2026", "2026: Frist", "", "ist Abgabe"])}`,
  (random) =>
    `${between(random, 1, 31)}. ${between(random, 1, 12)}. ${pick(random, ["2026", "", "26 um 10 Uhr"])}`,
  (random) =>
    `${between(random, 1, 31)}. ${pick(random, ["bis 17. Mai", "und 2. Rate", "– 3. Klasse", "2026", "/ 16. Juni", "30 Uhr"])}`,
  (random) => `${pick(random, SIGNS)}${number(random).replace(/^(?:1\/2)$/, "1/2")} ${pick(random, UNITS)}`,
  (random) => `${pick(random, ["> ", ">", ">  ", ">= ", "> = "])}${number(random)} ${pick(random, UNITS)}`,
  (random) => pick(random, ["-", "=", "_", "*", "~", "–", "#", "."]).repeat(between(random, 1, 40)),
  (random) =>
    pick(random, [
      "- - -",
      "* * *",
      "_ _ _",
      "-- ",
      "***",
      "+++",
      "=== x ===",
      "--- Ende ---",
      "- –",
      "*)",
      "**) x",
    ]),
  (random) =>
    `${pick(random, ["1) ", "2)\t", "a) ", "01. ", "007. ", "1234. ", "I. ", "§ 5 ", "• ", "•\t", "– ", "·  ", "o\t", "1.\u00a0", "-\u00a0", "\u2022\u00a0"])}Punkt`,
  (random) =>
    `${pick(random, ["    ", "\t", "      ", " ", "\u00a0\u00a0", "\t\t"])}${pick(random, ["eingerückt", "• Punkt", "Text mit  Lücke", "15. Mai"])}`,
  () => "[Frist]: 31.12.2031",
  () => "[1]: https://example.org/x",
  (random) => pick(random, ["a | b | c", "| a | b |", "Summe | 5", "|---|", "||", "--|--"]),
  (random) =>
    pick(random, ["#1", "#Thema", "#", "## ", "# 12", "####### x", "#!/x", "# 3/4", "\\# 5", "# -"]),
  (random) =>
    pick(random, [
      "```",
      "``` x",
      "~~~",
      "````",
      "    code",
      "<div>",
      "<!--",
      "</details>",
      "<?php",
      "<![CDATA[",
      "&nbsp;",
      "\\",
      "C:\\",
    ]),
  (random) =>
    pick(random, [
      "+ Miete",
      "= 863 Euro",
      "+ Freibetrag 30 Euro",
      "-Punkt",
      "*Punkt",
      "+Punkt",
      ">Punkt",
      "1.Punkt",
      "- ",
      "* ",
      "1. ",
      "> ",
      "-",
      "1.",
    ]),
  (random) => `${pick(random, ["A", "B", ""])}${pick(random, ["\u2028", "\v", "\f", "\u0085"])}C`.trim(),
]

function paragraph(random: Random): Piece {
  const lines: { typed: string; shown: string }[] = []
  for (let left = between(random, 1, 5); left > 0; left--) {
    const typed = pick(random, TRAPS)(random)
    // Below a line with bars, dashes with bars make a table.
    const isTable = lines.at(-1)?.typed.includes("|") && /^[|-]+$/.test(typed)
    const isCode = /^`{3}/.test(typed) && lines.some((line) => /^`{3}/.test(line.typed))
    lines.push(chance(random, 0.5) || isTable || isCode ? lineOf(random) : { typed, shown: typed })
  }
  return {
    typed: lines.map((line) => line.typed).join("\n"),
    shown: lines.flatMap((line) => line.shown.split(/[\u2028\v\f\u0085]/)),
  }
}

/** Begins with a letter, so that no doubt is left that it is an item. */
const itemOf = (random: Random) => {
  const { typed, shown } = lineOf(random)
  return { typed: `Punkt ${typed}`.trimEnd(), shown: `Punkt ${shown}`.trimEnd() }
}

function bullets(random: Random): Piece {
  const sign = pick(random, ["- ", "- ", "* ", "-  ", " - "])
  const items = Array.from({ length: between(random, sign.includes("*") ? 2 : 1, 4) }, () => {
    const item = itemOf(random)
    const [box, seen] = pick(random, [
      ["", ""],
      ["", ""],
      ["", ""],
      ["[ ] ", "☐ "],
      ["[x] ", "☑ "],
    ] as const)
    return { typed: `${sign}${box}${item.typed}`, shown: [seen + item.shown] }
  })
  for (const item of items) {
    if (!chance(random, 0.2)) continue
    const inner = itemOf(random)
    item.typed += `\n${" ".repeat(between(random, 2, 4))}${chance(random, 0.5) ? " " : ""}- ${inner.typed}`
    item.shown.push(inner.shown)
  }
  const gap = pick(random, ["\n", "\n", "\n\n"])
  return { typed: items.map((item) => item.typed).join(gap), shown: items.flatMap((item) => item.shown) }
}

function numbers(random: Random): Piece {
  let count = between(random, 1, chance(random, 0.8) ? 20 : 900)
  const items = Array.from({ length: between(random, 1, 4) }, () => {
    const item = itemOf(random)
    const mark = `${count}. `
    count += chance(random, 0.7) ? 1 : between(random, 0, 5)
    return { typed: mark + item.typed, shown: mark + item.shown }
  })
  const gap = pick(random, ["\n", "\n", "\n\n"])
  return { typed: items.map((item) => item.typed).join(gap), shown: items.map((item) => item.shown) }
}

function quotation(random: Random): Piece {
  const lines = Array.from({ length: between(random, 1, 3) }, () => lineOf(random))
  return {
    typed: lines.map((line) => `> ${line.typed}`).join("\n"),
    shown: lines.map((line) => line.shown),
  }
}

function heading(random: Random): Piece {
  const { typed, shown } = lineOf(random)
  return { typed: `${"#".repeat(between(random, 1, 6))} ${typed}`, shown: [shown] }
}

function code(random: Random): Piece {
  const lines = Array.from({ length: between(random, 1, 4) }, () => {
    const line = chance(random, 0.5) ? lineOf(random).typed : pick(random, TRAPS.slice(0, 6))(random)
    return line.replace(/^`+/, "x")
  })
  return { typed: `\`\`\`\n${lines.join("\n")}\n\`\`\``, shown: lines }
}

const trimmed = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, "")

function table(random: Random): Piece {
  const width = between(random, 2, 4)
  const cell = () => {
    const { typed, shown } = lineOf(random)
    return typed.includes("|") || /\\\s*$/.test(typed)
      ? { typed: "x", shown: "x" }
      : { typed: trimmed(typed), shown: trimmed(shown) }
  }
  const rowOf = (cells: number) => Array.from({ length: cells }, cell)
  const rows = [
    rowOf(width),
    ...Array.from({ length: between(random, 0, 3) }, () => rowOf(between(random, 1, 6))),
  ]
  const typed = rows.map((row) => `| ${row.map((one) => one.typed).join(" | ")} |`)
  typed.splice(1, 0, `|${"---|".repeat(width)}`)
  return { typed: typed.join("\n"), shown: rows.map((row) => row.map((one) => one.shown).join("\u241f")) }
}

const BLOCKS = [paragraph, paragraph, paragraph, paragraph, bullets, numbers, quotation, heading, code, table]

/** The pieces of a text: kept apart so that a failing one can be made smaller. */
export function sampleOf(random: Random): Piece[] {
  const pieces = Array.from({ length: between(random, 1, 6) }, () => pick(random, BLOCKS)(random))
  // A second line of backticks would end what a first one begins.
  const hasFence = ({ typed }: Piece) => /^`{3}/m.test(typed)
  return pieces.filter((piece, index) => !hasFence(piece) || pieces.findIndex(hasFence) === index)
}

/** A line that is indented below a list would belong to it: a paragraph stands between. */
function joined(pieces: readonly Piece[]): Sample {
  const apart = pieces.flatMap((piece, index) =>
    index > 0 && /^[ \t]/.test(piece.typed) ? [{ typed: "Danach", shown: ["Danach"] }, piece] : [piece],
  )
  return {
    typed: apart.map((piece) => piece.typed).join("\n\n"),
    shown: apart.flatMap((piece) => piece.shown),
  }
}

/**
 * The lines that a reader sees, numbers of lists included; cells are kept apart by ␟. A reading of its own, so that the
 * project's way from HTML to text is no witness in its own case.
 */
export function linesOf(html: string): string[] {
  const lists: number[] = []
  let text = ""
  for (const [token, slash = "", name = "", attributes = ""] of html.matchAll(/<(\/?)(\w+)([^>]*)>|[^<]+/g)) {
    if (!name) text += decode(token)
    else if (name === "br") text += "\n"
    else if (name === "ol" || name === "ul") {
      if (slash) lists.pop()
      else lists.push(name === "ul" ? Number.NaN : Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1))
    } else if (name === "li" && !slash) {
      const value = /value="(\d+)"/.exec(attributes)?.[1]
      const number = value ? Number(value) : (lists.at(-1) ?? Number.NaN)
      if (lists.length > 0) lists[lists.length - 1] = number + 1
      text += `\n${Number.isNaN(number) ? "" : `${number}. `}`
    } else if (/^(?:td|th)$/.test(name)) text += slash ? "\u241f" : ""
    else if (
      /^(?:p|h\d|pre|tr|div|blockquote)$/.test(name) &&
      !(name === "p" && !slash && /\n\d+\. $/.test(text))
    )
      text += "\n"
    if (name && slash && /^(?:ul|ol|li)$/.test(name)) text += "\n"
  }
  return text.split("\n").filter((line) => line.replace(/[ \t\u241f]/g, "") !== "")
}

const decode = (text: string) =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (_entity, name: string) => DECODED[name] ?? "")
const DECODED: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" }

export type Failure = { typed: string; expected: string[]; seen: string[] }

/** Renders a sample and compares what is seen with what was typed. */
export function failureOf(pieces: readonly Piece[], render: (typed: string) => string): Failure | undefined {
  const { typed, shown } = joined(pieces)
  const withoutEnd = (line: string) => line.replace(/\u241f+$/, "")
  const expected = shown.filter((line) => line.replace(/[ \t]/g, "") !== "").map(withoutEnd)
  const seen = linesOf(render(typed)).map(withoutEnd)
  return expected.join("\n") === seen.join("\n") ? undefined : { typed, expected, seen }
}

/** Leaves pieces, then lines out for as long as what is left still fails. */
export function smallest(pieces: Piece[], render: (typed: string) => string): Failure | undefined {
  for (let index = 0; index < pieces.length; index++) {
    const fewer = pieces.toSpliced(index, 1)
    if (fewer.length > 0 && failureOf(fewer, render)) return smallest(fewer, render)
  }
  for (const [index, piece] of pieces.entries()) {
    const lines = piece.typed.split("\n")
    if (lines.length < 2 || lines.length !== piece.shown.length) continue
    for (let line = 0; line < lines.length; line++) {
      const shorter = { typed: lines.toSpliced(line, 1).join("\n"), shown: piece.shown.toSpliced(line, 1) }
      if (failureOf(pieces.with(index, shorter), render)) return smallest(pieces.with(index, shorter), render)
    }
  }
  return failureOf(pieces, render)
}
