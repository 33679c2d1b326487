import { openQueue } from "../../kernel/queue.ts"

/**
 * One after the other, and no more than `most` at a time that wait. Of this process's time, so it is kept in its memory:
 * each process has its own.
 */
export function openTurns(most: number) {
  const queue = openQueue(1)
  let waiting = 0
  return {
    /** Null where too many wait already. */
    async take<Result>(work: () => Promise<Result>): Promise<Result | null> {
      if (waiting >= most) return null
      waiting += 1
      return queue.run("", work).finally(() => {
        waiting -= 1
      })
    },
  }
}
