import { unfold } from "./dom.ts"

/** What an address names is shown also where it is a fold itself: the browser opens only those around it. */
export function unfoldNamed(): void {
  const show = () => {
    const named = document.querySelector(":target")
    if (named) unfold(named)
  }
  window.addEventListener("hashchange", show)
  show()
}
