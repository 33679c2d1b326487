/**
 * What of the scripts comes only with pages that have something for it, in the order in which it is run: the name of the
 * script and the attributes that it is for. What may stop a form comes before what keeps what was sent.
 */
export const PARTS = [
  ["forms", ["data-markdown", "data-upload", "data-days-off", "data-keep"]],
  ["similar", ["data-similar"]],
  ["thread", ["data-live-thread", "data-in-place"]],
  ["regions", ["data-outbox", "data-live-queue", "data-live", "data-timer"]],
] as const

export type Part = (typeof PARTS)[number][0]

/** The parts that a page needs, by its HTML. Words of people that look the same cost some bytes, no more. */
export const partsIn = (html: string): Part[] =>
  PARTS.flatMap(([part, names]) => (names.some((name) => has(html, name)) ? [part] : []))

const has = (html: string, name: string) =>
  html.includes(` ${name}=`) || html.includes(` ${name}>`) || html.includes(` ${name} `)
