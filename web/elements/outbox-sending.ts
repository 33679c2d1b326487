import { later, parsePage } from "./dom.ts"
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
    const { status, text } = multipart ? await sendSlowly(action, body) : await send(action, body)
    if (status < 400) return "sent"
    if (status === 401) return "signed-out"
    if (status >= 500 || [408, 429].includes(status)) return "offline"
    return { refused: reasonIn(parsePage(await text())) }
  } catch {
    return "offline"
  }
}

type Answer = { status: number; text: () => Promise<string> }

async function send(action: string, body: BodyInit): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE)
  const response = await fetch(action, { method: "POST", body, redirect: "manual", signal })
  return { status: response.type === "opaqueredirect" ? 303 : response.status, text: () => response.text() }
}

/** A photo over a slow line takes as long as it takes; given up is only what does not move any more. */
function sendSlowly(action: string, body: XMLHttpRequestBodyInit): Promise<Answer> {
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    const giveUp = later(() => request.abort(), 4 * PATIENCE)
    request.upload.addEventListener("progress", giveUp)
    for (const name of ["error", "abort"]) request.addEventListener(name, () => reject(new Error(name)))
    request.addEventListener("load", () =>
      resolve({ status: request.status, text: async () => request.responseText }),
    )
    request.open("POST", action)
    giveUp()
    request.send(body)
  })
}

/** The page says what is wrong with it, above the form. */
const reasonIn = (page: Document): string =>
  page.querySelector(".ff-error-summary li, main .ff-alert__text, main p")?.textContent?.trim() ??
  words.failed
