export type Queue = {
  /** Carries `work` out when its turn has come; whoever has much waiting lets others go between. */
  run<T>(who: string, work: () => Promise<T>): Promise<T>
}

/** At most so many works at a time. Those waiting are taken in turn, a person at a time. */
export function openQueue(places: number): Queue {
  const waiting = new Map<string, (() => void)[]>()
  let free = places

  function enter(who: string): Promise<void> {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve) => waiting.set(who, [...(waiting.get(who) ?? []), resolve]))
  }

  /** The place goes to the next one directly, so that nobody slips in between. */
  function leave(): void {
    const [who, works] = waiting.entries().next().value ?? []
    if (who === undefined || !works) {
      free += 1
      return
    }
    const [next, ...others] = works
    waiting.delete(who)
    if (others.length > 0) waiting.set(who, others)
    next?.()
  }

  return {
    async run(who, work) {
      await enter(who)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
