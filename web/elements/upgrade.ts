export type Upgrade = (element: HTMLElement) => void

const upgrades: { selector: string; upgrade: Upgrade; done: WeakSet<HTMLElement> }[] = []

/** Declares what happens to every element that the selector names. */
export function define(selector: string, upgrade: Upgrade): void {
  upgrades.push({ selector, upgrade, done: new WeakSet() })
}

/** Upgrades what stands below `root`, each element once: at the start, and where content came in later. */
export function upgradeAll(root: ParentNode): void {
  for (const { selector, upgrade, done } of upgrades) {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      if (done.has(element)) continue
      done.add(element)
      try {
        upgrade(element)
      } catch (error) {
        // One comfort less; the page works without it, and the others still come.
        reportError(error)
      }
    }
  }
}
