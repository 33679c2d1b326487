import { decode, encode } from "@jridgewell/sourcemap-codec"

/**
 * A map with one place a line instead of one a word. A line of the bundle is a statement at most, so that the log still
 * names the right line; and the first fault after a start no longer stops everybody for two seconds and takes 120 MB,
 * which is what Node needs to read the whole.
 */
export function shortenMap(text: string): string {
  const map = JSON.parse(text)
  const mappings = decode(map.mappings).map(([first]) => (first ? [first] : []))
  return JSON.stringify({ ...map, names: [], mappings: encode(mappings) })
}
