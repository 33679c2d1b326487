import { SECOND } from "../kernel/time.ts"
import type { DeliveryFault } from "./tables.ts"

export type Outcome = { status: number | null; milliseconds: number; fault: DeliveryFault | null }

const PATIENCE = 10 * SECOND

/** Sends once. Of the answer nothing but its status is read, and it leads nowhere else. */
export async function send(url: string, head: Record<string, string>, body: string): Promise<Outcome> {
  const begun = performance.now()
  const ended = (status: number | null, fault: DeliveryFault | null): Outcome => {
    return { status, milliseconds: Math.round(performance.now() - begun), fault }
  }
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...head, "content-type": "application/json", "user-agent": "Fachforum" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    })
    await response.body?.cancel()
    return ended(response.status, faultOf(response.status))
  } catch (error) {
    return ended(null, faultIn(error))
  }
}

function faultOf(status: number): DeliveryFault | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? "redirect" : "status"
}

/** What `fetch` throws names the reason in its cause. */
function faultIn(error: unknown): DeliveryFault {
  if (!(error instanceof Error)) return "unreachable"
  if (error.name === "TimeoutError") return "timeout"
  const code = String(Object(error.cause).code ?? "")
  return /CERT|ERR_TLS|ERR_SSL|SELF_SIGNED|UNABLE_TO_/.test(code) ? "certificate" : "unreachable"
}

/** Whether the operator allows messages to this address. */
export const isAllowed = (hosts: readonly string[], url: string): boolean =>
  URL.canParse(url) && hosts.includes(new URL(url).origin)
