/** A thread as one hit: its best document, and what else of it fits, the best first. */
export type Threaded<T> = { best: T; others: T[] }

/** @param ranked the best first; the threads come in the order of their best ones */
export function byThread<T extends { threadId: string }>(ranked: readonly T[]): Threaded<T>[] {
  const threads = new Map<string, Threaded<T>>()
  for (const one of ranked) {
    const thread = threads.get(one.threadId)
    if (thread) thread.others.push(one)
    else threads.set(one.threadId, { best: one, others: [] })
  }
  return [...threads.values()]
}

/** One page of threads, as an engine answers. */
export function pageOfThreads<T extends { id: string }>(
  threads: readonly Threaded<T>[],
  start: number,
  size: number,
) {
  const page = start < 0 ? [] : threads.slice(start, start + size)
  return {
    ids: page.map(({ best }) => best.id),
    others: new Map(page.map(({ best, others }) => [best.id, others.map(({ id }) => id)])),
    last: page.at(-1)?.best,
    hasMore: start >= 0 && threads.length > start + size,
  }
}

/** Where the thread stands that the page before ended with; -1: nowhere, or it has moved. */
export const placeOfThread = <T extends { id: string }>(
  threads: readonly Threaded<T>[],
  id: string,
): number => threads.findIndex(({ best }) => best.id === id)
