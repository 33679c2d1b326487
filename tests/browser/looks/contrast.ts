import { backgroundOf, contrast, mix, paint } from "./colours.ts"
import { CONTROLS, hasOwnText, kindOf, lookAnew, seen } from "./elements.ts"

export type Wanted = {
  /** Least contrast of words against what lies behind them. */
  words: number
  /** Least contrast of the lines that say where something begins and ends. */
  lines: number
  /** Least contrast of a drawing. */
  icons: number
}

/** Words, drawings and the lines around controls are told from what lies behind them. */
export function findFaintness(wanted: Wanted): string[] {
  lookAnew()
  const faults = [...faintWords(wanted.words), ...faintIcons(wanted.icons), ...faintLines(wanted.lines)]
  return [...new Set(faults)]
}

/** What cannot be used may be faint (WCAG 1.4.3). */
const isOff = (element: Element) => element.closest(":disabled, [aria-disabled=true]") !== null

function faintWords(least: number): string[] {
  return seen("body *")
    .filter((one) => hasOwnText(one) && !isOff(one))
    .flatMap((one) => {
      const behind = groundOf(one)
      const ratio = contrast(mix(paint(getComputedStyle(one).color), behind), behind)
      return ratio >= least ? [] : [`words of ${ratio.toFixed(1)} to 1: ${kindOf(one)}`]
    })
}

/** In forced colours the browser lays its own ground below words, whatever the background, unless it is told not to. */
function groundOf(element: Element) {
  const isForced = matchMedia("(forced-colors: active)").matches
  if (!isForced || getComputedStyle(element).forcedColorAdjust === "none") return backgroundOf(element)
  return backgroundOf(document.documentElement)
}

/** Every drawing has a part, a stroke or a surface, that is seen. */
function faintIcons(least: number): string[] {
  return [...document.querySelectorAll("svg")]
    .filter((svg) => svg.checkVisibility({ visibilityProperty: true }) && svg.clientWidth > 0)
    .filter((svg) => !isOff(svg))
    .flatMap((svg) => {
      const behind = backgroundOf(svg.parentElement)
      const best = Math.max(...[...svg.querySelectorAll("*")].map((part) => seenBest(part, behind)))
      return best >= least
        ? []
        : [`a drawing of ${best.toFixed(1)} to 1: ${`${kindOf(svg)} in ${kindOf(svg.parentElement ?? svg)}`}`]
    })
}

function seenBest(part: Element, behind: ReturnType<typeof paint>): number {
  // Its drawing stands in another file, and did not come.
  if (part.matches("use") && part.getBoundingClientRect().width === 0) return 1
  const { fill, stroke, opacity } = getComputedStyle(part)
  const seenOf = (colour: string) => {
    if (colour === "none") return 1
    const own = paint(colour)
    return contrast(mix({ ...own, a: own.a * Number(opacity) }, behind), behind)
  }
  return Math.max(seenOf(fill), seenOf(stroke))
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const

/** Fields, buttons with a frame, cards, tables, badges: whatever draws a line. */
function faintLines(least: number): string[] {
  const lined = `${CONTROLS}, .ff-card, .ff-badge, .ff-alert, .ff-list, .ff-post, .ff-details, th, td`
  return seen(lined)
    .filter((one) => !isOff(one))
    .flatMap((one) => {
      const style = getComputedStyle(one)
      if (style.appearance !== "none" && one.matches("input[type=radio], input[type=checkbox]")) return []
      const behind = backgroundOf(one.parentElement)
      const drawn = SIDES.filter((side) => Number.parseFloat(style[`border${side}Width`]) > 0).map((side) =>
        contrast(mix(paint(style[`border${side}Color`]), behind), behind),
      )
      const best = Math.max(...drawn)
      return drawn.length === 0 || best >= least ? [] : [`a line of ${best.toFixed(1)} to 1: ${kindOf(one)}`]
    })
}
