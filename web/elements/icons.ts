/** Drawn for this project on a grid of 24, in strokes, like those of the pages. */
const drawings = {
  bold: "M7 4.5h6a3.6 3.6 0 0 1 0 7.2H7zM7 11.7h7a3.9 3.9 0 0 1 0 7.8H7z",
  italic: "M10 4.5h8M6 19.5h8M14.5 4.5l-5 15",
  list: "M9.5 6h11M9.5 12h11M9.5 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1",
  numbers:
    "M10.5 6h10M10.5 12h10M10.5 18h10M3.5 4.7 5.2 4v5M3.5 15.2c1.2-1.4 3.2-.6 2.8.8-.3 1-1.8 2-2.8 3.2h3",
  quote: "M4.5 5v14M9 7h11M9 12h11M9 17h7",
  link: "M10 14a4 4 0 0 0 5.8 0l3.4-3.4a4.1 4.1 0 0 0-5.8-5.8L12 6.2M14 10a4 4 0 0 0-5.8 0l-3.4 3.4a4.1 4.1 0 0 0 5.8 5.8L12 17.8",
  table: "M4 5h16v14H4zM4 9.7h16M4 14.3h16M12 5v14",
  code: "m8.5 7-5 5 5 5M15.5 7l5 5-5 5",
  preview:
    "M3 12c.9-2.6 4-6.8 9-6.8s8.1 4.2 9 6.8c-.9 2.6-4 6.8-9 6.8S3.9 14.6 3 12M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
} as const

export type ElementIcon = keyof typeof drawings

const SVG = "http://www.w3.org/2000/svg"

export function makeIcon(name: ElementIcon): SVGSVGElement {
  const icon = document.createElementNS(SVG, "svg")
  const attributes = { viewBox: "0 0 24 24", width: "20", height: "20" }
  for (const [key, value] of Object.entries(attributes)) icon.setAttribute(key, value)
  icon.setAttribute("class", "ff-icon ff-icon--20")
  icon.setAttribute("aria-hidden", "true")
  const path = document.createElementNS(SVG, "path")
  path.setAttribute("d", drawings[name])
  icon.append(path)
  return icon
}
