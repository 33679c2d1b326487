import { CONTROLS, hasOwnText, isSeen, lookAnew, nameOf, seen } from "./elements.ts"

/** Nothing is cut off, nothing stands out of the page or of its own box, no control lies on another. */
export function findShapeFaults(): string[] {
  lookAnew()
  const { scrollWidth, clientWidth } = document.documentElement
  const over = scrollWidth - clientWidth
  return [
    ...(over > 0 ? [`${over} pixels too wide, by ${widest()}`] : []),
    ...findCut(),
    ...findOverlaps(),
    ...findScrollers(),
    ...findCovers(),
  ]
}

const BOXES = "button, .kern-btn, summary, label, legend, th, td, h1, h2, h3, h4, p, li, dt, dd, span"

function widest(): string {
  const right = (element: Element) => element.getBoundingClientRect().right
  const outside = seen("body *").filter((one) => right(one) > document.documentElement.clientWidth + 1)
  const innermost = outside.findLast((one) => !outside.some((other) => other !== one && one.contains(other)))
  return innermost ? nameOf(innermost) : "nothing that is seen"
}

/** A line that ends in "…" on purpose is no fault: the whole text stands behind its link. */
function findCut(): string[] {
  const faults: string[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const tooWide = element.scrollWidth > element.clientWidth + 1
    if ((!tooWide && element.scrollHeight <= element.clientHeight + 1) || !element.clientWidth) continue
    const style = getComputedStyle(element)
    if (style.webkitLineClamp !== "none" || style.textOverflow === "ellipsis" || !isSeen(element)) continue
    if (element.matches("input, textarea, select, progress, svg, svg *, option")) continue
    const isCut = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY)
    const sticksOut =
      tooWide && style.overflowX === "visible" && element.matches(BOXES) && hasOwnText(element)
    if (isCut) faults.push(`cut off: ${nameOf(element)}`)
    else if (sticksOut) faults.push(`stands out of its box: ${nameOf(element)}`)
  }
  return faults
}

type Placed = { element: HTMLElement; box: DOMRect }

function findOverlaps(): string[] {
  const placed: Placed[] = seen(CONTROLS).flatMap((element) =>
    [...element.getClientRects()].map((box) => ({ element, box })),
  )
  placed.sort((one, other) => one.box.top - other.box.top)
  const faults: string[] = []
  for (const [index, one] of placed.entries())
    for (let next = index + 1; next < placed.length; next++) {
      const other = placed[next] as Placed
      if (other.box.top >= one.box.bottom - 2) break
      if (lieOnEachOther(one, other)) faults.push(`${nameOf(one.element)} under ${nameOf(other.element)}`)
    }
  return faults
}

function lieOnEachOther(one: Placed, other: Placed): boolean {
  if (one.element.contains(other.element) || other.element.contains(one.element)) return false
  const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
  const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
  return wide > 2 && high > 2
}

/** What goes on beyond its edge can be reached by keyboard, has a name and says so; tables are stacked where they can be. */
function findScrollers(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>("*")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && isSeen(one))
    .filter(
      (one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && !one.matches("textarea, input, select"),
    )
    .flatMap((one) => {
      const faults: string[] = []
      if (one.tabIndex < 0) faults.push(`scrolls, but not by keyboard: ${nameOf(one)}`)
      if (one.tabIndex >= 0 && !one.getAttribute("aria-label"))
        faults.push(`scrolls without a name: ${nameOf(one)}`)
      if (getComputedStyle(one, "::before").display !== "block")
        faults.push(`does not show that it scrolls: ${nameOf(one)}`)
      if (one.querySelector(".ff-data")) faults.push(`a table loses columns: ${nameOf(one)}`)
      return faults
    })
}

/** What stays in its place while the page scrolls leaves at least half of the screen. */
function findCovers(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>("*")]
    .filter((one) => {
      const { position, overflowY } = getComputedStyle(one)
      return position === "fixed" || (position === "sticky" && overflowY === "visible")
    })
    .filter((one) => one.getBoundingClientRect().height > innerHeight / 2 && isSeen(one))
    .map((one) => `covers the screen: ${nameOf(one)}`)
}
