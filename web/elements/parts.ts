/**
 * What of the scripts comes only with pages that have something for it, in the order in which it is run: the name of the
 * script and the attributes that it is for. What may stop a form comes before what keeps what was sent.
 */
export const PARTS = [
  ["forms", ["data-markdown", "data-upload", "data-days-off", "data-keep"]],
  ["similar", ["data-similar"]],
  ["thread", ["data-live-thread", "data-in-place"]],
  ["live", ["data-live"]],
  ["queue", ["data-live-queue"]],
  ["sending", ["data-outbox", "data-timer"]],
] as const

export type Part = (typeof PARTS)[number][0]

/** All of them in one look: a page is long, and looked through whenever it is made. */
const ATTRIBUTES = new RegExp(` (${PARTS.flatMap(([, names]) => names).join("|")})(?=[ =>])`, "g")

/** The parts that a page needs, by its HTML. Words of people that look the same cost some bytes, no more. */
export function partsIn(html: string): Part[] {
  const found = new Set(Array.from(html.matchAll(ATTRIBUTES), ([, name]) => name))
  return PARTS.flatMap(([part, names]) => (names.some((name) => found.has(name)) ? [part] : []))
}
