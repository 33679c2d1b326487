import { randomUUID } from "node:crypto"

/** Whether what this process sends by NOTIFY comes back to it; `unknown` until it was tried. */
export type SignalState = "unknown" | "ok" | "silent"

const CHECK_CHANNEL = "self"

/**
 * Sends a signal to itself, at the start and every minute. A pooler in transaction mode takes LISTEN without a word, and
 * nothing ever arrives; so does a line that died without goodbye, and a server that became a standby.
 */
export class SignalCheck {
  readonly #send: (topic: string) => Promise<unknown>
  readonly #silent: (isNews: boolean) => void
  readonly #patience: number
  state: SignalState = "unknown"
  #expected: string | null = null
  #timer: NodeJS.Timeout | null = null

  /**
   * @param silent is called every time nothing came, with whether that is news
   * @param patience milliseconds until what was sent and has not come counts as lost
   */
  constructor(
    send: (topic: string) => Promise<unknown>,
    silent: (isNews: boolean) => void,
    patience = PATIENCE_MS,
  ) {
    this.#send = send
    this.#silent = silent
    this.#patience = patience
  }

  /** Begins anew: now, and from now on every minute. */
  async start(): Promise<void> {
    this.stop()
    const topic = `${CHECK_CHANNEL}:${randomUUID()}`
    this.#expected = topic
    const isSent = await this.#send(topic).then(
      () => true,
      () => false,
    )
    // It may have waited for a connection: by now it has arrived, was stopped, or began anew.
    if (this.#expected !== topic) return
    // Where it cannot even be sent, the database is away, which is said elsewhere.
    if (!isSent) return this.#again()
    this.#timer = setTimeout(() => this.#note("silent"), this.#patience).unref()
  }

  /** Takes what is its own, from any process, out of what has arrived. */
  sift(topics: string[]): string[] {
    if (this.#expected && topics.includes(this.#expected)) this.#note("ok")
    return topics.filter((topic) => !topic.startsWith(`${CHECK_CHANNEL}:`))
  }

  /** The connection on which they arrive was lost. */
  lose(): void {
    if (this.state === "ok") this.state = "unknown"
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#expected = null
  }

  #note(state: SignalState): void {
    const former = this.state
    this.state = state
    this.#again()
    if (state === "silent") this.#silent(former !== "silent")
  }

  #again(): void {
    this.stop()
    const pause = this.state === "silent" ? SOON_MS : AGAIN_MS
    this.#timer = setTimeout(() => void this.start(), pause).unref()
  }
}

const PATIENCE_MS = 5_000
const AGAIN_MS = 60_000
const SOON_MS = 10_000
