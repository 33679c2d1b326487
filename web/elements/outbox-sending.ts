import { parsePage } from "./dom.ts"
import type { Waiting } from "./outbox-store.ts"
import { words } from "./words.ts"

const PATIENCE = 15_000

export type Outcome = "sent" | "offline" | "signed-out" | { refused: string }

/** Once. Anything but a yes or a no of the server means that it keeps waiting. */
export async function sendOne({ action, multipart, fields }: Waiting): Promise<Outcome> {
  const body = multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of fields)
    if (body instanceof FormData) body.append(name, value)
    else body.append(name, String(value))
  try {
    const signal = AbortSignal.timeout(multipart ? 4 * PATIENCE : PATIENCE)
    const response = await fetch(action, { method: "POST", body, redirect: "manual", signal })
    if (response.type === "opaqueredirect" || response.ok) return "sent"
    if (response.status === 401) return "signed-out"
    if (response.status >= 500 || response.status === 429) return "offline"
    return { refused: reasonIn(parsePage(await response.text())) }
  } catch {
    return "offline"
  }
}

/** The page says what is wrong with it, above the form. */
const reasonIn = (page: Document): string =>
  page.querySelector(".ff-error-summary li, main .ff-alert__text, main p")?.textContent?.trim() ??
  words.failed
