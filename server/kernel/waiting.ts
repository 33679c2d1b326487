import { AsyncLocalStorage } from "node:async_hooks"

/**
 * How much longer a request may wait for the database, all of its statements together. It goes with the request without
 * being handed on, as a statement cannot know who asks; nothing is decided by it but how long to wait. Work of the
 * background has none but for what the job queue asks by itself, nor has what goes on after the answer.
 */
export class Waiting {
  #left: number
  #statements = 0
  #since = 0

  /** @param milliseconds that the database may take, whatever else takes its time meanwhile */
  constructor(milliseconds: number) {
    this.#left = milliseconds
  }

  get left(): number {
    return this.#left - (this.#statements > 0 ? performance.now() - this.#since : 0)
  }

  /** Counts from now until what is returned is called; what waits at the same time counts once. */
  begin(): () => void {
    if (this.#statements === 0) this.#since = performance.now()
    this.#statements += 1
    return () => {
      this.#statements -= 1
      if (this.#statements === 0) this.#left -= performance.now() - this.#since
    }
  }

  /** The request was answered: what it leaves behind takes the time that it needs. */
  end(): void {
    this.#left = Number.POSITIVE_INFINITY
  }
}

const current = new AsyncLocalStorage<Waiting | null>()

/** The one of the request that this is done for; null in the background. */
export const currentWaiting = (): Waiting | null => {
  const waiting = current.getStore() ?? null
  return waiting && waiting.left < Number.POSITIVE_INFINITY ? waiting : null
}

export const whileWaiting = <T>(waiting: Waiting | null, work: () => T): T => current.run(waiting, work)
