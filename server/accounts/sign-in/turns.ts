/**
 * One after the other, and no more than `most` at a time that wait. Of this process's time, so it is kept in its memory:
 * each process has its own.
 */
export function openTurns(most: number) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    /** Null where too many wait already. */
    async take<Result>(work: () => Promise<Result>): Promise<Result | null> {
      if (waiting >= most) return null
      waiting += 1
      const turn = last.then(work).finally(() => {
        waiting -= 1
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
