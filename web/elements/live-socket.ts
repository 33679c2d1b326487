const SIGNED_OUT = 4401
const SHORTEST = 1_000
const LONGEST = 30_000

export type Topic = { channel: string; id: string }

/**
 * Listens to topics. `onHint` is called when something may have changed: at a message, and after every connection,
 * because nobody knows what was missed before it. A lost connection comes back by itself, unless the person signed out.
 */
export function listen(topics: Topic[], onHint: () => void): void {
  let socket: WebSocket | null = null
  let isOver = false
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const connect = () => {
    clearTimeout(retry)
    // Nobody looks at a hidden page: it comes back when somebody does.
    if (socket || isOver || document.hidden) return
    const current = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/live`)
    socket = current
    current.addEventListener("open", () => {
      for (const { channel, id } of topics) current.send(JSON.stringify({ subscribe: channel, id }))
    })
    current.addEventListener("message", ({ data }) => {
      attempt = 0
      if (isHint(String(data))) onHint()
    })
    current.addEventListener("close", ({ code }) => {
      if (socket !== current) return
      socket = null
      isOver = code === SIGNED_OUT
      retry = setTimeout(connect, waitFor(attempt++, Math.random()))
    })
  }

  // A page that is put aside must not hold a connection; it comes back with it.
  window.addEventListener("pagehide", () => {
    clearTimeout(retry)
    const current = socket
    socket = null
    current?.close()
  })
  window.addEventListener("pageshow", ({ persisted }) => persisted && connect())
  window.addEventListener("online", connect)
  document.addEventListener("visibilitychange", connect)
  connect()
}

/** Doubles up to half a minute, scattered, so that after a restart not everybody comes at once. */
export function waitFor(attempt: number, chance: number): number {
  const longest = Math.min(LONGEST, SHORTEST * 2 ** attempt)
  return Math.max(SHORTEST, longest * (0.5 + chance / 2))
}

/** A change, or the confirmation of a subscription: from then on nothing is missed, before it something may have been. */
export function isHint(raw: string): boolean {
  try {
    const message: unknown = JSON.parse(raw)
    return (
      typeof message === "object" && message !== null && ("channel" in message || "subscribed" in message)
    )
  } catch {
    return false
  }
}
