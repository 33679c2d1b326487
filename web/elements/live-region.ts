import { announce, parsePage } from "./dom.ts"
import { subjectOf } from "./form-subject.ts"
import { mergeContent, replaceSmall } from "./live-content.ts"
import { checkQuietly } from "./live-offer.ts"
import { listen } from "./live-socket.ts"
import { released } from "./pressing.ts"
import { upgradeAll } from "./upgrade.ts"
import { words } from "./words.ts"

const regionsOf = new Map<string, Set<HTMLElement>>()
/** One for all topics: of two that ask at the same time, the later answer could be the older one. */
let check: (() => void) | undefined

/**
 * `data-live="channel:id"` on a region with an id: what it shows is always the present state. It comes anew from the
 * page's own address; what is typed, unfolded or focused in it stays. All regions of a page are fetched together.
 */
export function upgradeLiveRegion(region: HTMLElement): void {
  const topic = region.dataset.live ?? ""
  const [channel, id] = topic.split(":")
  if (!channel || !id || !region.id) return
  const regions = regionsOf.get(topic)
  if (regions) {
    regions.add(region)
  } else {
    regionsOf.set(topic, new Set([region]))
    check ??= checkQuietly(refresh)
    listen([{ channel, id }], check)
  }
  region.addEventListener("ff-refresh", refreshRegions)
}

/** Something was sent by a script: shows what became of it, also where no live update comes. */
export function refreshRegions(): void {
  check?.()
}

async function refresh(): Promise<void> {
  const page = await fetchPage()
  if (!page) return
  await released()
  await answered()
  replaceSmall(page)
  for (const regions of regionsOf.values())
    for (const region of regions) {
      const fresh = page.getElementById(region.id)
      if (fresh && region.isConnected) replace(region, fresh)
    }
}

/** The page as the server shows it now; null without a connection. */
export async function fetchPage(): Promise<Document | null> {
  try {
    const address = new URL(location.href)
    address.searchParams.delete("hinweis")
    const response = await fetch(address, { headers: { accept: "text/html" } })
    return response.ok ? parsePage(await response.text()) : null
  } catch {
    return null
  }
}

/** Whoever is being asked whether they are sure must find the form that they answer about still in its place. */
async function answered(): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]")
  if (dialog) await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }))
}

function replace(region: HTMLElement, fresh: HTMLElement): void {
  const title = phaseOf(region)
  const find = focusIn(region)
  mergeContent(region, fresh)
  upgradeAll(region)
  find?.()
  const now = phaseOf(region)
  if (title !== undefined && now !== undefined && now !== title) announce(words.timer.phase(now))
}

const phaseOf = (region: HTMLElement) => region.querySelector<HTMLElement>("[data-timer]")?.dataset.timerTitle

/** How to find again what has the focus in the region: the same button of the same form, link, fold or field. */
function focusIn(region: HTMLElement): (() => void) | null {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !region.contains(active)) return null
  const name = nameOf(active)
  const value = active.getAttribute("value")
  return () => {
    if (document.activeElement === active) return
    const all = [...region.querySelectorAll<HTMLElement>(active.tagName)].filter(
      (one) => nameOf(one) === name,
    )
    // A button that is pressed now says another value, and is still the same.
    const same =
      all.find((one) => one.getAttribute("value") === value) ?? (all.length === 1 ? all[0] : undefined)
    const place = same ?? region
    if (!same) region.tabIndex = -1
    place.focus({ preventScroll: true })
  }
}

function nameOf(element: HTMLElement): string {
  const form =
    element instanceof HTMLButtonElement || element instanceof HTMLInputElement ? element.form : null
  const own = ["id", "name", "href"].map((name) => element.getAttribute(name) ?? "")
  const words = element.matches("summary") ? element.textContent : ""
  return [form?.getAttribute("action"), ...(form ? subjectOf(form) : []), ...own, words].join(" ")
}
