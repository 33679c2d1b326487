import type { Random } from "../../tests/support/office-text.ts"

export const pick = <T>(random: Random, from: readonly T[]): T => {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new Error("nothing to choose from")
  return one
}
export const chance = (random: Random, share: number) => random() < share
export const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))

/** The header that a text with line ends would add, if anything let it through. */
export const PLANTED_HEADER = "x-planted"

/** Texts that mean something somewhere on their way: in a header, an address, a query, a file name, a date, a name. */
export const ODD_TEXTS: readonly string[] = [
  "",
  " ",
  "\n",
  "\t\u00a0\u2003",
  "\0",
  "a\0b",
  "\ud800",
  "\udfffa",
  "\u202egnp.exe",
  "\ufeff",
  "\u200b\u200d",
  "\u2028\u2029",
  "a\u0308o\u0308",
  "👩‍👩‍👧‍👦".repeat(5),
  "x".repeat(300),
  "ß".repeat(20_001),
  "Zeile\r\nZeile",
  `a\r\n${PLANTED_HEADER}: 1`,
  `a%0d%0a${PLANTED_HEADER}:%201`,
  `a\u010d\u010a${PLANTED_HEADER}: 1`,
  "//planted.invalid/weiter",
  "/\\planted.invalid",
  "/.//planted.invalid",
  "/%2fplanted.invalid",
  "https://planted.invalid/",
  "http:planted.invalid",
  "https://anna:geheim@planted.invalid/",
  "javascript:marker()",
  "data:text/html,marker",
  "../../../etc/hosts",
  "..\\..\\hosts",
  "%00",
  "%",
  "%zz",
  "'",
  "''; --",
  '"',
  "\\",
  "$1",
  "#{1+1}",
  "{{1+1}}",
  "_%",
  "*",
  "(",
  "[",
  "a&b:*|!c",
  "<->",
  "-",
  "-1",
  "0",
  "1e400",
  "NaN",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "2026-02-30",
  "0000-01-01",
  "9999-12-31",
  "10000-01-01",
  "2026-11-30T25:00:00Z",
  "2026-11-30T12:00:00.123456789+23:59",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "@Sabine",
  "=1+1",
  "+49 30 1",
  "a@b",
  "ä@ö.example",
  "a@[127.0.0.1]",
  "xn--a",
  "§ 14 WoGG",
  "# \n\n- \n\n> \n\n| a |\n| - |\n",
  "```\n",
  "[x]: y\n\n[x]",
  "![](/anhaenge/x)",
  "1. \n".repeat(400),
]

const ODD_OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [null],
  [[]],
  ["a", "a"],
  Array.from({ length: 1_000 }, () => "a"),
  { id: null },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  JSON.parse('{"constructor":{"prototype":{"isAdmin":true}}}'),
]

export const oddText = (random: Random): string => pick(random, ODD_TEXTS)
const oddValue = (random: Random): unknown =>
  chance(random, 0.6) ? oddText(random) : pick(random, ODD_OTHERS)

/** The same value with something wrong at one place: another value, a field too many, or one missing. */
export function spoil(random: Random, value: unknown): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0 || chance(random, 0.2)) return oddValue(random)
    const at = between(random, 0, value.length - 1)
    return value.map((one, index) => (index === at ? spoil(random, one) : one))
  }
  if (typeof value !== "object" || value === null) return oddValue(random)
  const entries = Object.entries(value)
  if (entries.length === 0 || chance(random, 0.1)) return { ...value, [oddText(random)]: oddValue(random) }
  const [name] = pick(random, entries)
  if (chance(random, 0.1)) return Object.fromEntries(entries.filter(([other]) => other !== name))
  return Object.fromEntries(entries.map(([key, one]) => [key, key === name ? spoil(random, one) : one]))
}

const WORDS =
  "Antrag Bescheid Wohngeld Größe Haushalt § 14 WoGG und nach laut (neu) – „Frist“ 563,00 €".split(" ")

/** Words as somebody types them, of at least and at most so many characters. */
export function words(random: Random, least: number, most: number, glue = " "): string {
  const long = Math.min(most, between(random, least, least + 80))
  let text = pick(random, WORDS)
  while (text.length < long) text += chance(random, 0.05) ? glue : ` ${pick(random, WORDS)}`
  return text.slice(0, Math.max(1, most)).trim().padEnd(least, "x")
}
