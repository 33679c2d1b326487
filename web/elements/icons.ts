import type { IconName } from "../assets/icons.ts"

/** Where the drawings are that pages show; filled in when the scripts are built. */
declare const ICONS: string

const SVG = "http://www.w3.org/2000/svg"

export function makeIcon(name: IconName): SVGSVGElement {
  const icon = document.createElementNS(SVG, "svg")
  icon.setAttribute("class", "ff-icon ff-icon--20")
  icon.setAttribute("aria-hidden", "true")
  const drawing = document.createElementNS(SVG, "use")
  drawing.setAttribute("href", `${ICONS}#${name}`)
  icon.append(drawing)
  return icon
}
