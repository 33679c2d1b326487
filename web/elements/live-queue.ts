import { parsePage } from "./dom.ts"
import { checkQuietly, openOffer } from "./live-offer.ts"
import { listen } from "./live-socket.ts"
import { words } from "./words.ts"

/** `data-live-queue="<departmentId> …"` on the list: offers to load it again when the server would show another one. */
export function upgradeLiveQueue(list: HTMLElement): void {
  const ids = (list.dataset.liveQueue ?? "").split(/\s+/).filter(Boolean)
  if (ids.length === 0) return
  const offer = openOffer()
  const before = contentOf(list)
  const check = checkQuietly(async () => {
    const response = await fetch(location.href, { headers: { accept: "text/html" } })
    if (!response.ok) return
    const current = parsePage(await response.text()).querySelector<HTMLElement>("[data-live-queue]")
    if (!current) return
    if (contentOf(current) === before) offer.hide()
    else offer.show(words.live.queueChanged, () => location.reload())
  })
  listen(
    ids.map((id) => ({ channel: "queue", id })),
    check,
  )
}

/** What a reader would see of it: words and targets, without times that pass by themselves, and how many there are on all pages. */
function contentOf(list: HTMLElement): string {
  const copy = list.cloneNode(true) as Element
  for (const time of copy.querySelectorAll("time, input[name=idempotencyKey]")) time.remove()
  const targets = [...copy.querySelectorAll("a")].map((link) => link.getAttribute("href"))
  return [list.dataset.open, ...targets, copy.textContent?.replace(/\s+/g, " ")].join("\n")
}
