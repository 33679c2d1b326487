/** A long thread of answers has some thousands; each takes its time to be read. */
const MOST_ELEMENTS = 10_000
/** As deep as a layout of tables within tables is; readers go down element by element. */
const DEEPEST = 500

/** They hold nothing, or end where the next one begins. */
const SHALLOW = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dd dt td th tr thead tbody tfoot option"
  ).split(" "),
)

/** Whether HTML is larger or more tangled than a mail that somebody wrote, so that reading it would hold up everybody. */
export function isTangled(html: string): boolean {
  let elements = 0
  let depth = 0
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!end) elements++
    if (!SHALLOW.has(name.toLowerCase())) depth = Math.max(0, depth + (end ? -1 : 1))
    if (elements > MOST_ELEMENTS || depth > DEEPEST) return true
  }
  return false
}
