import { later, make, makeButton } from "./dom.ts"

/** A quiet place at the edge of the window, read out politely; nothing on the page moves. */
export function openOffer() {
  const region = make("div", { class: "ff-live", role: "status" })
  document.body.append(region)
  let shown = ""
  let accept = () => {}
  return {
    show(label: string, onClick: () => void) {
      accept = onClick
      // Saying the same again would only disturb.
      if (label === shown) return
      shown = label
      region.replaceChildren(makeButton(label, { kind: "primary" }, () => accept()))
    },
    hide() {
      shown = ""
      region.replaceChildren()
    },
  }
}

/** Runs a check soon after a hint, one at a time, and only while somebody looks at the page. */
export function checkQuietly(check: () => Promise<void>): () => void {
  let isRunning = false
  let isWanted = false
  const run = async () => {
    isWanted = true
    if (isRunning || document.hidden) return
    isRunning = true
    while (isWanted) {
      isWanted = false
      // A failed check is made up for at the next hint; there is nothing to tell the reader.
      await check().catch(() => undefined)
    }
    isRunning = false
  }
  document.addEventListener("visibilitychange", () => {
    if (isWanted) void run()
  })
  return later(() => void run(), 250)
}
