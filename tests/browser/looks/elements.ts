/** Controls that somebody can reach. */
export const CONTROLS =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])"

/** It takes room on the screen, and is not there for the ear alone. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && !isForTheEar(element)
}

let ears = new WeakMap<Element, boolean>()

/** The page has changed its looks: what was found out about it counts no longer. */
export const lookAnew = (): void => {
  ears = new WeakMap()
}

function isForTheEar(element: Element | null): boolean {
  if (!element) return false
  const known = ears.get(element)
  if (known !== undefined) return known
  const is = getComputedStyle(element).clipPath !== "none" || isForTheEar(element.parentElement)
  ears.set(element, is)
  return is
}

/** Short, and the same for things that look alike: `button.kern-btn.kern-btn--primary`. */
export function kindOf(element: Element): string {
  const type = element.getAttribute("type")
  return [element.localName + (type ? `[${type}]` : ""), ...element.classList].join(".")
}

/** What it is, for a person who looks for it. */
export function nameOf(element: Element): string {
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim()
  return `${kindOf(element)} in ${kindOf(element.parentElement ?? element)} "${text.slice(0, 40)}"`
}

export const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ""))

export const seen = (selector: string, root: ParentNode = document): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter(isSeen)
