import { backgroundOf, contrast, mix, paint } from "./colours.ts"
import { CONTROLS, isSeen, kindOf, lookAnew } from "./elements.ts"

/**
 * Whoever reaches a control by keyboard sees a line around it; the page was reached by keyboard before. One of each kind
 * is tried: moving the focus makes the browser work out all styles anew.
 */
export function findUnseenFocus(before: string[]): { kinds: string[]; faults: string[] } {
  lookAnew()
  const tried = new Set(before)
  const kinds: string[] = []
  const faults: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>(CONTROLS)) {
    const kind = `${kindOf(element.parentElement ?? element)} > ${kindOf(element)}${stateOf(element)}`
    if (tried.has(kind) || element.matches(":disabled") || !isSeen(element)) continue
    tried.add(kind)
    kinds.push(kind)
    if (!showsFocus(element)) faults.push(`focus is not seen: ${kind}`)
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return { kinds, faults }
}

function stateOf(element: Element): string {
  const states = ["aria-pressed", "aria-current", "aria-invalid"].map((name) => element.getAttribute(name))
  return [...states, element.matches(":checked") ? "checked" : null]
    .filter(Boolean)
    .map((one) => `:${one}`)
    .join("")
}

function showsFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true })
  // What gives the focus on, as a dialog or a search field does, is looked at itself.
  if (document.activeElement !== element) return true
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return false
  const behind = backgroundOf(element.parentElement)
  return contrast(mix(paint(outlineColor), behind), behind) >= 3
}
