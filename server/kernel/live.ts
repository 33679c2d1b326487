import websocket from "@fastify/websocket"
import type { FastifyRequest } from "fastify"
import pg from "pg"
import { Type } from "typebox"
import type { Actor } from "./actor.ts"
import type { Config } from "./config.ts"
import { type Db, databaseOf, onCommit, type Tx } from "./database.ts"
import { type App, LIVE_PATH, refuseForeignOrigin } from "./http.ts"

/**
 * Live offers. A message says only *that* something changed (`{"channel","id"}`); what changed is asked of the
 * API, under the reader's rights at that moment. Changes cross processes by NOTIFY, sent after the commit, in batches.
 */
export type Live = {
  /** Declares a channel and who may listen to one of its ids. Asked at subscription and at every delivery. */
  channel(name: string, mayListen: (actor: Actor, id: string) => Promise<boolean>): void
  start(): Promise<void>
  stop(): Promise<void>
}

type Subscriber = {
  send(text: string): void
  close(why: keyof typeof CLOSE_CODES): void
  whoIsThere(): Promise<Actor | null>
  topics: Set<string>
}

/** A page whose person is signed out stays away; one whose server restarts comes back by itself. */
const CLOSE_CODES = { "signed out": 4401, restart: 1012 } as const

const NOTIFY_CHANNEL = "fachforum_live"
const BATCH_MS = 40
const BATCH_SIZE = 80 // ids of 36 characters and a channel name: stays below NOTIFY's 8,000 bytes
const MAX_TOPICS = 50

const publishers = new WeakMap<Db, (topic: string) => void>()

/** Tells listeners of the channel, once the transaction is durable. */
export function touch(tx: Tx, channel: string, id: string): void {
  const db = databaseOf(tx)
  onCommit(tx, () => publishers.get(db)?.(`${channel}:${id}`))
}

export function openLive(db: Db, url: string, report: (error: unknown) => void): Live & { hub: Hub } {
  const hub = new Hub(report)
  const outbox = new Outbox(db, report)
  const listener = new Listener(
    url,
    (topics) => hub.deliver(topics),
    () => hub.deliverAll(),
    report,
  )
  publishers.set(db, (topic) => outbox.add(topic))
  return {
    hub,
    channel: (name, mayListen) => hub.declare(name, mayListen),
    start: () => listener.start(),
    stop: async () => {
      await outbox.flush()
      await listener.stop()
      hub.closeAll()
    },
  }
}

/** `GET /api/live` as WebSocket: `{"subscribe":"question","id":"…"}` and `{"unsubscribe":…}`. */
export async function liveRoutes(
  app: App,
  options: { config: Config; hub: Hub; identify: (request: FastifyRequest) => Promise<Actor | null> },
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: 4096 } })
  // A refused upgrade has left the HTTP server's care: unless we end its socket, it would stay open for good.
  app.addHook("onResponse", async (request) => {
    if (request.headers.upgrade !== undefined) request.raw.socket.destroy()
  })
  app.get(
    LIVE_PATH,
    {
      websocket: true,
      config: { access: "signed-in" },
      schema: { response: { 101: Type.Null(), 426: Type.Null() } },
      preValidation: async (request) => refuseForeignOrigin(request, options.config),
    },
    (socket, request) => {
      const subscriber: Subscriber = {
        send: (text) => socket.readyState === socket.OPEN && socket.send(text),
        close: (why) => socket.close(CLOSE_CODES[why], why),
        whoIsThere: () => options.identify(request),
        topics: new Set(),
      }
      socket.on("message", (raw) => void options.hub.receive(subscriber, String(raw)))
      socket.on("close", () => options.hub.leave(subscriber))
      socket.on("error", () => options.hub.leave(subscriber))
    },
  )
}

/** The subscribers of this process. */
export class Hub {
  readonly #channels = new Map<string, (actor: Actor, id: string) => Promise<boolean>>()
  readonly #byTopic = new Map<string, Set<Subscriber>>()
  readonly #report: (error: unknown) => void

  constructor(report: (error: unknown) => void) {
    this.#report = report
  }

  declare(name: string, mayListen: (actor: Actor, id: string) => Promise<boolean>): void {
    this.#channels.set(name, mayListen)
  }

  async receive(subscriber: Subscriber, raw: string): Promise<void> {
    try {
      const request = readRequest(raw)
      if (!request) return subscriber.send(JSON.stringify({ refused: "unreadable" }))
      if (request.kind === "unsubscribe") this.#drop(subscriber, request.topic)
      else await this.#subscribe(subscriber, request.topic)
    } catch (error) {
      this.#report(error)
    }
  }

  leave(subscriber: Subscriber): void {
    for (const topic of [...subscriber.topics]) this.#drop(subscriber, topic)
  }

  async deliver(topics: string[]): Promise<void> {
    for (const topic of topics) {
      for (const subscriber of [...(this.#byTopic.get(topic) ?? [])]) {
        await this.#deliverTo(subscriber, topic).catch(this.#report)
      }
    }
  }

  /** After a gap in listening nobody knows what was missed, so everybody is told to look. */
  deliverAll(): void {
    void this.deliver([...this.#byTopic.keys()])
  }

  closeAll(): void {
    const everybody = new Set([...this.#byTopic.values()].flatMap((set) => [...set]))
    for (const subscriber of everybody) subscriber.close("restart")
  }

  async #subscribe(subscriber: Subscriber, topic: string): Promise<void> {
    const actor = await subscriber.whoIsThere()
    if (!actor) return subscriber.close("signed out")
    const { channel, id } = splitTopic(topic)
    // Unknown, invisible and one too many are refused alike.
    if (subscriber.topics.size >= MAX_TOPICS || !(await this.#allows(actor, topic)))
      return subscriber.send(JSON.stringify({ refused: channel, id }))
    subscriber.topics.add(topic)
    const listeners = this.#byTopic.get(topic) ?? new Set()
    this.#byTopic.set(topic, listeners.add(subscriber))
    subscriber.send(JSON.stringify({ subscribed: channel, id }))
  }

  async #deliverTo(subscriber: Subscriber, topic: string): Promise<void> {
    const actor = await subscriber.whoIsThere()
    if (!actor) return subscriber.close("signed out")
    if (!(await this.#allows(actor, topic))) return this.#drop(subscriber, topic)
    subscriber.send(JSON.stringify(splitTopic(topic)))
  }

  async #allows(actor: Actor, topic: string): Promise<boolean> {
    const { channel, id } = splitTopic(topic)
    const mayListen = this.#channels.get(channel)
    return mayListen !== undefined && (await mayListen(actor, id))
  }

  #drop(subscriber: Subscriber, topic: string): void {
    subscriber.topics.delete(topic)
    const listeners = this.#byTopic.get(topic)
    listeners?.delete(subscriber)
    if (listeners?.size === 0) this.#byTopic.delete(topic)
  }
}

function splitTopic(topic: string): { channel: string; id: string } {
  const at = topic.indexOf(":")
  return { channel: topic.slice(0, at), id: topic.slice(at + 1) }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readRequest(raw: string): { kind: "subscribe" | "unsubscribe"; topic: string } | null {
  let message: unknown
  try {
    message = JSON.parse(raw)
  } catch {
    return null
  }
  if (typeof message !== "object" || message === null || !("id" in message)) return null
  if (typeof message.id !== "string" || !UUID.test(message.id)) return null
  if ("subscribe" in message && typeof message.subscribe === "string")
    return { kind: "subscribe", topic: `${message.subscribe}:${message.id}` }
  if ("unsubscribe" in message && typeof message.unsubscribe === "string")
    return { kind: "unsubscribe", topic: `${message.unsubscribe}:${message.id}` }
  return null
}

/** Collects what changed and sends one NOTIFY for many changes. */
class Outbox {
  readonly #db: Db
  readonly #report: (error: unknown) => void
  #topics = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  constructor(db: Db, report: (error: unknown) => void) {
    this.#db = db
    this.#report = report
  }

  add(topic: string): void {
    this.#topics.add(topic)
    this.#timer ??= setTimeout(() => void this.flush(), BATCH_MS)
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const topics = [...this.#topics]
    this.#topics = new Set()
    try {
      for (let start = 0; start < topics.length; start += BATCH_SIZE)
        await this.#db.$client.query("select pg_notify($1, $2)", [
          NOTIFY_CHANNEL,
          topics.slice(start, start + BATCH_SIZE).join(" "),
        ])
    } catch (error) {
      this.#report(error)
    }
  }
}

/** A direct connection that listens, and comes back when it was lost. */
class Listener {
  readonly #url: string
  readonly #onTopics: (topics: string[]) => Promise<void>
  readonly #onGap: () => void
  readonly #report: (error: unknown) => void
  #client: pg.Client | null = null
  #stopped = false
  #retry: NodeJS.Timeout | null = null

  constructor(
    url: string,
    onTopics: (topics: string[]) => Promise<void>,
    onGap: () => void,
    report: (error: unknown) => void,
  ) {
    this.#url = url
    this.#onTopics = onTopics
    this.#onGap = onGap
    this.#report = report
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "fachforum-live",
      keepAlive: true,
    })
    client.on(
      "notification",
      ({ payload }) => void this.#onTopics((payload ?? "").split(" ").filter(Boolean)),
    )
    client.on("error", (error) => this.#report(error))
    client.on("end", () => this.#comeBack())
    try {
      await client.connect()
      await client.query(`listen ${NOTIFY_CHANNEL}`)
      this.#client = client
    } catch (error) {
      this.#report(error)
      await client.end().catch(() => undefined)
      this.#comeBack()
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#retry) clearTimeout(this.#retry)
    await this.#client?.end().catch(() => undefined)
  }

  #comeBack(): void {
    this.#client = null
    if (this.#stopped || this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = null
      void this.start().then(() => this.#client && this.#onGap())
    }, 1000)
  }
}
