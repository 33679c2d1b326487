import { diffLines, diffWordsWithSpace } from "diff"

export type Part = { text: string; in: "both" | "saved" | "mine" }

/** Beyond as many steps two lines have nothing in common that would help a reader. */
const MOST_STEPS = 2_000

/** What two texts have in common and what only one of them has: by lines first, and by words within lines that changed. */
export function differing(saved: string, mine: string): Part[] {
  const [former, own] = [saved, mine].map((text) => text.replace(/\r\n?/g, "\n")) as [string, string]
  const lines = diffLines(former, own, { maxEditLength: MOST_STEPS })
  if (!lines) return whole(former, own)
  const parts: Part[] = []
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at], lines[at + 1]]
    if (line?.removed && next?.added) {
      parts.push(...words(line.value, next.value))
      at++
    } else if (line)
      parts.push({ text: line.value, in: line.removed ? "saved" : line.added ? "mine" : "both" })
  }
  return parts.filter(({ text }) => text !== "")
}

function words(saved: string, mine: string): Part[] {
  const found = diffWordsWithSpace(saved, mine, { maxEditLength: MOST_STEPS })
  if (!found) return whole(saved, mine)
  return found.map(({ value, added, removed }) => ({
    text: value,
    in: removed ? "saved" : added ? "mine" : "both",
  }))
}

const whole = (saved: string, mine: string): Part[] => [
  { text: saved, in: "saved" },
  { text: mine, in: "mine" },
]
