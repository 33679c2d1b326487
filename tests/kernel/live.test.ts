import { once } from "node:events"
import type { AddressInfo } from "node:net"
import Fastify from "fastify"
import { Registry } from "prom-client"
import { afterEach, expect, it } from "vitest"
import WebSocket from "ws"
import type { Actor } from "../../server/kernel/actor.ts"
import { readConfig } from "../../server/kernel/config.ts"
import type { App } from "../../server/kernel/http.ts"
import { Hub } from "../../server/kernel/hub.ts"
import { type LiveLimits, liveRoutes } from "../../server/kernel/live.ts"

const ID = "0190a8a0-0000-7000-8000-000000000000"
const CHANNEL = { subscribe: "thread", id: ID }
/** How long the library waits for a goodbye. */
const LIBRARY_MS = 30_000

let stop = async () => undefined as unknown
afterEach(() => stop())

/** The live offers alone, without a database: everybody is who their cookie says. */
async function serve(limits: Partial<LiveLimits> = {}) {
  const actorOf = (id: string): Actor => ({
    id,
    displayName: id,
    roles: [],
    departments: [],
    locale: "de",
    sessionId: id,
  })
  const hub = new Hub(
    async (sessions) => new Map(sessions.map((session) => [session, actorOf(session)])),
    (error) => {
      throw error
    },
  )
  const rounds = { most: 0 }
  hub.declare("thread", async (ids) => {
    rounds.most = Math.max(rounds.most, ids.length)
    return () => true
  })
  const app = Fastify() as unknown as App
  app.decorateRequest("actor", {
    getter() {
      return actorOf(String(this.headers.cookie))
    },
  })
  await liveRoutes(app, {
    config: readConfig({}),
    hub,
    sessionOf: (request) => String(request.headers.cookie),
    metrics: new Registry(),
    limits,
  })
  await app.listen({ port: 0, host: "127.0.0.1" })
  const { port } = app.server.address() as AddressInfo
  const sockets: WebSocket[] = []
  stop = async () => {
    await app.close()
    for (const socket of sockets) socket.terminate()
  }
  return {
    hub,
    rounds,
    async connect(person: string, options: WebSocket.ClientOptions = {}) {
      const headers = { cookie: person, origin: "http://localhost:3000" }
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { ...options, headers })
      sockets.push(socket)
      const messages: Record<string, string>[] = []
      socket.on("message", (raw) => messages.push(JSON.parse(String(raw))))
      const closed = once(socket, "close").then(([code]) => Number(code))
      await once(socket, "open")
      return {
        socket,
        messages,
        closed,
        send: (message: object = CHANNEL) => socket.send(JSON.stringify(message)),
      }
    },
  }
}

it("answers a hundred messages of a socket one after the other, and closes it with 1008 at the next", async () => {
  const { connect, rounds } = await serve()
  const [flood, other] = [await connect("flood"), await connect("other")]
  for (let at = 10; at < 110; at += 1)
    flood.send({ subscribe: "thread", id: `${ID.slice(0, -3)}${at + 100}` })
  other.send()
  await expect.poll(() => other.messages.length).toBe(1)
  await expect.poll(() => flood.messages.length).toBe(100)
  // One of the flood and the other's, however they fell together.
  expect(rounds.most).toBeLessThanOrEqual(2)
  for (let at = 0; at < 50; at += 1) flood.send()
  expect(await flood.closed).toBe(1008)
  expect(flood.messages).toHaveLength(100)
  other.send()
  await expect.poll(() => other.messages.length).toBe(2)
})

it("counts what asks for an answer below messages, too", async () => {
  const { connect } = await serve({ messages: 10 })
  const pinging = await connect("pinging")
  for (let at = 0; at < 11; at += 1) pinging.socket.ping()
  expect(await pinging.closed).toBe(1008)
})

it("gives a person twenty sockets, and another when one is closed", async () => {
  const { connect } = await serve()
  const twenty = await Promise.all(Array.from({ length: 20 }, () => connect("busy")))
  const more = await Promise.all([connect("busy"), connect("busy")])
  expect(await Promise.all(more.map(({ closed }) => closed))).toEqual([1008, 1008])
  const other = await connect("other")
  for (const one of [other, ...twenty]) one.send()
  for (const one of [other, ...twenty]) await expect.poll(() => one.messages.length).toBe(1)
  twenty[0]?.socket.close()
  await twenty[0]?.closed
  await expect
    .poll(async () => {
      const again = await connect("busy")
      again.send()
      return Promise.race([again.closed, once(again.socket, "message").then(() => "heard")])
    })
    .toBe("heard")
})

it("closes a socket whose message is longer than any of ours", async () => {
  const { connect } = await serve()
  const long = await connect("long")
  long.send({ subscribe: "x".repeat(600), id: ID })
  expect(await long.closed).toBe(1009)
})

it("stops without waiting for whoever says no goodbye", async () => {
  const stopped = async () => {
    const begun = performance.now()
    await stop()
    return performance.now() - begun
  }
  await (await serve({ goodbye: 20 })).connect("polite")
  const usual = await stopped()
  const { connect } = await serve({ goodbye: 20 })
  const polite = await connect("polite")
  const silent = await connect("silent")
  silent.socket.pause()
  expect(await stopped()).toBeLessThan(usual + LIBRARY_MS / 2)
  expect(await polite.closed).toBe(1012)
  stop = async () => undefined
})

it("lets go of whoever gives no sign of life", async () => {
  const { connect } = await serve({ silence: 20 })
  const asleep = await connect("asleep", { autoPong: false })
  expect(await asleep.closed).toBe(1006)
})
