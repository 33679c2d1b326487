import { Agent, request } from "node:http"

/**
 * A process of its own that asks: so many connections, each its next request as soon as the last was answered, for a
 * bounded time. Told and answering by messages.
 */
export type Order = {
  origin: string
  /** Of people who take turns. */
  cookies: string[]
  /** Several kinds of load at the same time. */
  loads: { name: string; connections: number; paths: string[]; bodies?: string[] }[]
  seconds: number
}
export type Times = Record<string, number[]>

process.on("message", (order: Order) => {
  void drive(order).then((times) => process.send?.(times))
})

async function drive({ origin, cookies, loads, seconds }: Order): Promise<Times> {
  const end = performance.now() + seconds * 1000
  const times: Times = {}
  await Promise.all(
    loads.flatMap(({ name, connections, paths, bodies }) => {
      const own: number[] = []
      times[name] = own
      const agent = new Agent({ keepAlive: true, maxSockets: connections })
      return Array.from({ length: connections }, async (_, connection) => {
        for (let turn = connection; performance.now() < end; turn += connections) {
          const begin = performance.now()
          await ask(
            agent,
            origin + paths[turn % paths.length],
            origin,
            cookies[turn % cookies.length] ?? "",
            bodies?.[turn % bodies.length],
          )
          own.push(performance.now() - begin)
        }
      })
    }),
  )
  return times
}

function ask(agent: Agent, url: string, origin: string, cookie: string, body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(body && { origin, "content-type": "application/json" }) }
    const sent = request(url, { agent, method: body ? "POST" : "GET", headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} ${url}`))
      response.resume()
      response.on("end", resolve)
    })
    sent.on("error", reject)
    sent.end(body)
  })
}
