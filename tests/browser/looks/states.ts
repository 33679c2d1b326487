import { isSeen, kindOf, lookAnew, nameOf } from "./elements.ts"

export type Spot = { kind: string; name: string; x: number; y: number; width: number; height: number }

const ROOM = 8

/** Every state that a control or an entry can be in, and how it is taken from it. */
const STATES: [selector: string, name: string, off: (element: HTMLElement) => void][] = [
  ["input:checked", "checked", (one) => Object.assign(one, { checked: false })],
  [
    ":is(button, input, select, textarea):disabled",
    "disabled",
    (one) => Object.assign(one, { disabled: false }),
  ],
  ["[aria-invalid=true]", "invalid", takeErrorLooks],
  ...(["aria-current", "aria-pressed", "aria-selected", "aria-checked", "aria-disabled"] as const).map(
    (state): [string, string, (one: HTMLElement) => void] => [
      `[${state}]:not([${state}=false])`,
      state,
      (one) => one.removeAttribute(state),
    ],
  ),
]

/** Without the words that say what is wrong. */
function takeErrorLooks(element: HTMLElement): void {
  element.removeAttribute("aria-invalid")
  for (const one of [element, element.parentElement, element.closest("fieldset, .ff-checks")])
    for (const name of [...(one?.classList ?? [])]) if (name.endsWith("--error")) one?.classList.remove(name)
}

let shown: { element: HTMLElement; off: () => void }[] = []

/** What is in some state on this page, one of each kind; the kinds that were looked at before are left out. */
export function findStates(before: string[]): Spot[] {
  lookAnew()
  const seenKinds = new Set(before)
  shown = []
  const spots: Spot[] = []
  for (const [selector, state, off] of STATES)
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const kind = `${kindOf(element.parentElement ?? element)} > ${kindOf(element)} ${state}`
      if (seenKinds.has(kind) || !isSeen(element)) continue
      // The name of the page itself stands in no row of others.
      if (state === "aria-current" && !element.matches("a, button, [role]")) continue
      seenKinds.add(kind)
      shown.push({ element, off: () => off(element) })
      spots.push(spotOf(element, kind))
    }
  return spots
}

export const takeStates = (): void => {
  for (const { off } of shown) off()
}

function spotOf(element: HTMLElement, kind: string): Spot {
  const { left, top, width, height } = element.getBoundingClientRect()
  return {
    kind,
    name: nameOf(element),
    x: Math.max(0, left + scrollX - ROOM),
    y: Math.max(0, top + scrollY - ROOM),
    width: width + 2 * ROOM,
    height: height + 2 * ROOM,
  }
}
