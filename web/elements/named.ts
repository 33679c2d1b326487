import { unfold } from "./dom.ts"

/**
 * What an address names is shown also where it is a fold itself: the browser opens only those around it. It is looked
 * for by its id, because the browser marks it as the target only once the page is drawn.
 */
export function unfoldNamed(): void {
  const show = () => {
    const named = document.getElementById(location.hash.slice(1))
    if (named) unfold(named)
  }
  window.addEventListener("hashchange", show)
  show()
}
