import { once } from "node:events"
import WebSocket from "ws"

/** So many connections are opened at the same time. */
const AT_ONCE = 100

export type Clients = {
  /** Milliseconds from the first connection to the last confirmed subscription. */
  joining: number
  /**
   * Sends something and waits until all listeners of the topic heard of it.
   * @param send resolves when it is confirmed
   * @returns milliseconds from the confirmation (or the first message, where that is earlier) to the last message
   */
  untilLast(topic: string, send: () => Promise<void>): Promise<number>
  close(): Promise<void>
}

type Seat = { cookie: string; topic: string }

/** Connects a client for each seat, each with one subscription. */
export async function connectAll(url: string, seats: Seat[]): Promise<Clients> {
  const heard = new Map<string, (() => void) | undefined>()
  const sockets: WebSocket[] = []
  const begun = performance.now()
  const waiting = seats.values()
  const connectNext = async () => {
    for (const { cookie, topic } of waiting) {
      const socket = new WebSocket(`${url.replace("http", "ws")}/api/live`, {
        headers: { cookie, origin: url },
        perMessageDeflate: false,
      })
      sockets.push(socket)
      await once(socket, "open")
      socket.send(JSON.stringify({ subscribe: "thread", id: topic }))
      const [answer] = await once(socket, "message")
      if (!String(answer).includes("subscribed")) throw new Error(`not joined: ${answer}`)
      socket.on("message", () => heard.get(topic)?.())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, connectNext))
  const joining = performance.now() - begun
  return {
    joining,
    async untilLast(topic, send) {
      const all = seats.filter((seat) => seat.topic === topic).length
      const done = Promise.withResolvers<void>()
      const times = { confirmed: Number.POSITIVE_INFINITY, first: 0, last: 0, count: 0 }
      heard.set(topic, () => {
        times.last = performance.now()
        times.first ||= times.last
        times.count += 1
        if (times.count === all) done.resolve()
      })
      await send()
      times.confirmed = performance.now()
      const tooLong = setTimeout(
        () => done.reject(new Error(`${times.count} of ${all} clients heard of it within two minutes`)),
        120_000,
      )
      await done.promise
      clearTimeout(tooLong)
      heard.delete(topic)
      return times.last - Math.min(times.confirmed, times.first)
    },
    async close() {
      const closed = sockets.map((socket) => once(socket, "close"))
      for (const socket of sockets) socket.terminate()
      await Promise.all(closed)
    },
  }
}
