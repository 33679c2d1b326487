/** Closes the menu inside it by Escape, by a click beside it, and when the focus leaves it. */
class MenuElement extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this)
    this.addEventListener("focusout", this)
    document.addEventListener("click", this)
  }

  disconnectedCallback() {
    document.removeEventListener("click", this)
  }

  handleEvent(event: Event) {
    const menu = this.querySelector("details")
    if (!menu?.open) return
    if (event instanceof KeyboardEvent) {
      if (event.key !== "Escape") return
      menu.open = false
      menu.querySelector("summary")?.focus()
    } else if (leaves(this, event)) {
      menu.open = false
    }
  }
}

function leaves(menu: HTMLElement, event: Event): boolean {
  // A lost focus without a new place is a click on something that takes none, possibly in the menu itself.
  const next = event instanceof FocusEvent ? event.relatedTarget : event.target
  return next instanceof Node && !menu.contains(next)
}

customElements.define("ff-menu", MenuElement)
