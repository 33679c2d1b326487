/** Closes the menu inside by Escape, by a click beside it, and when the focus leaves it. */
export function upgradeMenu(element: HTMLElement): void {
  const menu = element.querySelector("details")
  if (!menu) return
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return
    menu.open = false
    menu.querySelector("summary")?.focus()
  })
  const closeWhenLeft = (next: EventTarget | null) => {
    if (next instanceof Node && !element.contains(next)) menu.open = false
  }
  // A lost focus without a new place is a click on something that takes none, possibly in the menu itself.
  element.addEventListener("focusout", (event) => closeWhenLeft(event.relatedTarget))
  document.addEventListener("click", (event) => closeWhenLeft(event.target))
}
