import { Waiting, whileWaiting } from "./waiting.ts"

/**
 * Does many small things at once: what is asked for while a round runs waits for the next one, and then all of it is
 * worked on together. A round begins after everything in it was asked for, so no answer is older than its question.
 * @param work answers in the order of what it is given
 * @param longest how long a round may wait for the database, in milliseconds; as the background when left out. It takes
 * nothing of the time that the request has which happens to begin it
 */
export function inRounds<T, R>(
  work: (gathered: T[]) => Promise<R[]>,
  longest?: number,
): (one: T) => Promise<R> {
  type Waiting = { one: T; resolve: (answer: R) => void; reject: (error: unknown) => void }
  let waiting: Waiting[] = []
  let isRunning = false
  const run = async () => {
    isRunning = true
    while (waiting.length > 0) {
      const round = waiting
      waiting = []
      try {
        const waits = longest === undefined ? null : new Waiting(longest)
        const answers = await whileWaiting(waits, () => work(round.map(({ one }) => one)))
        for (const [at, { resolve }] of round.entries()) resolve(answers[at] as R)
      } catch (error) {
        for (const { reject } of round) reject(error)
      }
    }
    isRunning = false
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      // Not at once: what arrives together is worked on together.
      if (!isRunning) {
        isRunning = true
        setImmediate(() => void run())
      }
    })
}
