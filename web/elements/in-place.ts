import { make, parsePage } from "./dom.ts"
import { upgradeAll } from "./upgrade.ts"

/**
 * `data-in-place` on a link to a page with a form: the form comes in where the link stands, folded like others. Without
 * a connection, or where the page has no such form, the link leads to its page.
 */
export function upgradeInPlace(link: HTMLElement): void {
  if (!(link instanceof HTMLAnchorElement)) return
  let isComing = false
  link.addEventListener("click", (event) => {
    // Somebody wants it in another tab.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (isComing) return
    isComing = true
    fetchForm(link)
      .then((form) => putIn(link, form))
      .catch(() => location.assign(link.href))
  })
}

async function fetchForm(link: HTMLAnchorElement): Promise<HTMLFormElement> {
  const response = await fetch(link.href, { headers: { accept: "text/html" } })
  const page = parsePage(response.ok ? await response.text() : "")
  const form = page.querySelector<HTMLFormElement>(`form[action="${link.pathname}"]`)
  if (!form) throw new Error("no form there")
  return form
}

function putIn(link: HTMLAnchorElement, form: HTMLFormElement): void {
  const summary = make("summary", {}, ...link.childNodes)
  const fold = make("details", { class: "ff-details ff-details--quiet", open: "" }, summary)
  fold.append(make("div", { class: "ff-details__body" }, form))
  link.replaceWith(fold)
  upgradeAll(fold)
  form.querySelector<HTMLElement>("textarea")?.focus()
}
