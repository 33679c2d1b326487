import websocket, { type WebSocket } from "@fastify/websocket"
import type { FastifyRequest } from "fastify"
import type { Registry } from "prom-client"
import { Type } from "typebox"
import type { Config } from "./config.ts"
import { type App, LIVE_PATH, refuseForeignOrigin } from "./http.ts"
import { type Farewell, Hub, type Identify, type LoadRights, type Subscriber } from "./hub.ts"
import { measure } from "./measuring.ts"
import { type Signals, signal } from "./signals.ts"

/**
 * Live offers. A message says only *that* something changed (`{"channel","id"}`); what changed is asked of the
 * API, under the reader's rights at that moment.
 */
export type Live = {
  hub: Hub
  /** Declares a channel and who may listen to its ids. Asked at every subscription and every delivery. */
  channel(name: string, rights: LoadRights): void
}

/** Tells listeners of the channel, once the transaction is durable. */
export const touch = signal

export function openLive(signals: Signals, identify: Identify, report: (error: unknown) => void): Live {
  const hub = new Hub(identify, report)
  signals.listen(
    (topics) => void hub.deliver(topics),
    () => hub.deliverAll(),
  )
  return { hub, channel: (name, rights) => hub.declare(name, rights) }
}

/** What one person may ask of one process. Pages stay far below. */
export type LiveLimits = {
  sockets: number
  /** Of one socket, within a minute; so many can wait at most. */
  messages: number
  /** Milliseconds between two signs of life of a socket. */
  silence: number
  /** How long a client that was asked to leave may take to close its connection, in milliseconds. */
  goodbye: number
}
const LIMITS: LiveLimits = { sockets: 20, messages: 100, silence: 30_000, goodbye: 2000 }
const LONGEST_MESSAGE = 512

/** A page whose person is signed out stays away; one whose server restarts comes back by itself. */
const CLOSE_CODES: Record<Farewell, number> = { "signed out": 4401, restart: 1012 }
const POLICY_VIOLATION = 1008
const MINUTE = 60_000

type LiveOptions = {
  config: Config
  hub: Hub
  /** What the session of a request is found by. */
  sessionOf: (request: FastifyRequest) => string
  metrics: Registry
  limits?: Partial<LiveLimits>
}

/** `GET /api/live` as WebSocket: `{"subscribe":"question","id":"…"}` and `{"unsubscribe":…}`. */
export async function liveRoutes(
  app: App,
  { config, hub, sessionOf, metrics, ...options }: LiveOptions,
): Promise<void> {
  const limits = { ...LIMITS, ...options.limits }
  const open = openSockets(hub, limits)
  measure(metrics, "live_connections", "WebSockets of this process", open.count)
  // Before the library closes them, which would wait half a minute for one that does not answer.
  app.addHook("preClose", async () => open.closeAll())
  await app.register(websocket, { options: { maxPayload: LONGEST_MESSAGE } })
  // A refused upgrade has left the HTTP server's care: unless we end its socket, it would stay open for good.
  app.addHook("onResponse", async (request) => {
    if (request.headers.upgrade !== undefined) request.raw.socket.destroy()
  })
  const watch = setInterval(open.dropSilent, limits.silence).unref()
  app.addHook("onClose", async () => clearInterval(watch))
  app.get(
    LIVE_PATH,
    {
      websocket: true,
      config: { access: "signed-in" },
      schema: {
        summary: "Open the WebSocket that says when a thread or queue has changed",
        response: { 101: Type.Null(), 426: Type.Null() },
      },
      preValidation: async (request) => refuseForeignOrigin(request, config),
    },
    (socket, request) => {
      // There is no answer that would end it, and what comes over the socket is no part of it.
      request.waiting?.end()
      open.add(socket, sessionOf(request), request.actor.id)
    },
  )
}

/** The sockets of this process, a person's counted together. */
function openSockets(hub: Hub, limits: LiveLimits) {
  const alive = new Map<WebSocket, boolean>()
  const perPerson = new Map<string, number>()
  return {
    /** Keeps nothing of the request: it would stay in memory as long as the socket. */
    add(socket: WebSocket, session: string, personId: string): void {
      const count = (perPerson.get(personId) ?? 0) + 1
      perPerson.set(personId, count)
      alive.set(socket, true)
      socket.once("close", () => {
        alive.delete(socket)
        const left = (perPerson.get(personId) ?? 1) - 1
        if (left > 0) perPerson.set(personId, left)
        else perPerson.delete(personId)
      })
      socket.on("error", () => socket.terminate())
      socket.on("pong", () => alive.set(socket, true))
      if (count > limits.sockets) sayGoodbye(socket, POLICY_VIOLATION, "too many connections", limits)
      else listenOn(socket, session, hub, limits)
    },
    /** A closed lid says no goodbye. What comes through here also keeps proxies from closing a quiet connection. */
    dropSilent(): void {
      for (const [socket, isAlive] of alive) {
        if (!isAlive) socket.terminate()
        else {
          alive.set(socket, false)
          socket.ping()
        }
      }
    },
    count: () => alive.size,
    closeAll(): void {
      for (const socket of alive.keys()) sayGoodbye(socket, CLOSE_CODES.restart, "restart", limits)
    },
  }
}

/** Works on a socket's messages one after the other; whoever sends too many is sent away, and is heard no more. */
function listenOn(socket: WebSocket, session: string, hub: Hub, limits: LiveLimits): void {
  const subscriber = subscriberOn(socket, session, limits)
  let work = Promise.resolve()
  let minute = performance.now()
  let count = 0
  const isTooMany = () => {
    const at = performance.now()
    if (at - minute >= MINUTE) [minute, count] = [at, 0]
    count += 1
    return count > limits.messages
  }
  const hear = (act: () => void) => {
    if (socket.readyState !== socket.OPEN) return
    if (isTooMany()) sayGoodbye(socket, POLICY_VIOLATION, "too many messages", limits)
    else act()
  }
  socket.on("message", (raw) =>
    hear(() => {
      work = work.then(async () => {
        if (socket.readyState === socket.OPEN) await hub.receive(subscriber, String(raw))
      })
    }),
  )
  // Each is answered, whether the answers are read or not.
  for (const frame of ["ping", "pong"]) socket.on(frame, () => hear(() => undefined))
  socket.once("close", () => hub.leave(subscriber))
}

function subscriberOn(socket: WebSocket, session: string, limits: LiveLimits): Subscriber {
  return {
    session,
    topics: new Set(),
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(message, { binary: false })
    },
    unread: () => socket.bufferedAmount,
    close: (why) => sayGoodbye(socket, CLOSE_CODES[why], why, limits),
    cut: () => socket.terminate(),
  }
}

function sayGoodbye(socket: WebSocket, code: number, why: string, { goodbye }: LiveLimits): void {
  if (socket.readyState !== socket.OPEN) return
  socket.close(code, why)
  const cut = setTimeout(() => socket.terminate(), goodbye).unref()
  socket.once("close", () => clearTimeout(cut))
}
