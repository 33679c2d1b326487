import autocannon from "autocannon"
import { type Candidate, envOf, HERE, median } from "../load/candidates.ts"
import type { Postgres } from "../load/postgres.ts"
import { type Served, serve } from "../load/processes.ts"
import type { Crowd } from "./crowd.ts"

type Options = { rounds: number; seconds: number }
export type Bell = { perSecond: number; without: number; ratio: number }

const CONNECTIONS = 4

/** The page of a thread with the bell and without it, in turn, for people who have entries that they have not read. */
export async function measureBell(
  postgres: Postgres,
  one: Candidate,
  crowd: Crowd,
  { rounds, seconds }: Options,
): Promise<Bell> {
  const start = (entry: string) => serve(HERE, entry, envOf(one, postgres), "/health/ready")
  const [whole, without] = [await start("server/main.ts"), await start("bench/notify/without-bell.ts")]
  try {
    const figures: { whole: number; without: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const pair = {
        whole: await shoot(whole, crowd, seconds),
        without: await shoot(without, crowd, seconds),
      }
      // The first round warms up: plans, caches, compiled code.
      if (round > 0) figures.push(pair)
    }
    return {
      perSecond: median(figures.map((pair) => pair.whole)),
      without: median(figures.map((pair) => pair.without)),
      ratio: median(figures.map((pair) => pair.whole / pair.without)),
    }
  } finally {
    await whole.stop()
    await without.stop()
  }
}

async function shoot(server: Served, { watchers, threads }: Crowd, duration: number): Promise<number> {
  const requests = Array.from({ length: 200 }, (_, at) => ({
    method: "GET" as const,
    path: `/fragen/${threads[at % threads.length]}`,
    headers: { cookie: watchers[at % watchers.length]?.cookie ?? "" },
  }))
  const result = await autocannon({ url: server.url, connections: CONNECTIONS, duration, requests })
  const { non2xx, errors, timeouts } = result
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${server.url}: ${non2xx} refused, ${errors} broken off, ${timeouts} too late`)
  return result.requests.total / result.duration
}
