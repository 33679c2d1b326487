import { upgradeAll } from "./upgrade.ts"

let isWanted = false

/**
 * What reads texts is the largest part, and most people read: it comes when somebody goes to a field to write, at once
 * where a text stands in it already (a refused one comes back with its page, and is looked at).
 */
export function loadWhenWriting(field: HTMLElement): void {
  if (isWanted) return
  if (isFilled(field)) loadWriting()
  // Also before a pointer that comes along is pressed, so that it is there for the first paste; and with each key, where
  // nothing came although the line was said to be back.
  for (const event of ["focusin", "pointerenter", "touchstart", "dragenter", "input"])
    field.addEventListener(event, loadWriting, { passive: true })
}

const isFilled = (field: HTMLElement) =>
  (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== ""

/** All at once, so that whoever writes needs no line any more before they send. */
const fetchWriting = () =>
  Promise.all([import("./writing.ts"), import("./markdown-edit.ts"), import("./upload-files.ts")])

/**
 * Once for a page, however many fields there are. Where the line is gone, it comes when the line is back, which may be
 * before it is said that nothing came, or when somebody goes to a field or writes on.
 */
function loadWriting(): void {
  if (isWanted) return
  isWanted = true
  let again = () => addEventListener("online", loadWriting, { once: true })
  const isBack = () => {
    again = loadWriting
  }
  addEventListener("online", isBack, { once: true })
  fetchWriting()
    .then(
      () => upgradeAll(document),
      () => {
        isWanted = false
        again()
      },
    )
    .finally(() => removeEventListener("online", isBack))
}
