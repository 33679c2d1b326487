import type { Actor } from "./actor.ts"
import { inRounds } from "./rounds.ts"
import { splitTopic } from "./signals.ts"

/** Somebody who listens, on one connection. */
export type Subscriber = {
  /** What their session is found by. */
  session: string
  topics: Set<string>
  send(message: Buffer): void
  /** Bytes that were sent and that the reader has not taken. */
  unread(): number
  close(why: Farewell): void
  /** Ends the connection without a word: whoever does not read would not read that either. */
  cut(): void
}

export type Farewell = "signed out" | "restart"

/** Reads once what the rights to some ids depend on; what it gives back then says who may listen to which. */
export type LoadRights = (ids: string[]) => Promise<(actor: Actor, id: string) => boolean>
/** The people of these sessions as they are now; a session that ended is missing. */
export type Identify = (sessions: string[]) => Promise<Map<string, Actor>>

const MAX_TOPICS = 50
/** About a thousand messages. Whoever is so far behind comes back and looks, which is all that a message would say. */
const MOST_UNREAD = 64 * 1024
/** So many sessions are asked for at once, and between two such questions others get their turn. */
const SESSIONS_AT_ONCE = 1000
const RETRY_MS = 1000

type Request = { kind: "subscribe" | "unsubscribe"; topic: string }

/** The subscribers of this process. Sessions and rights are asked at every subscription and every delivery. */
export class Hub {
  readonly #channels = new Map<string, LoadRights>()
  readonly #byTopic = new Map<string, Set<Subscriber>>()
  /** Gone for good, perhaps while a subscription of theirs was still being looked into. */
  readonly #gone = new WeakSet<Subscriber>()
  readonly #identify: Identify
  readonly #report: (error: unknown) => void
  readonly #join = inRounds((asked: { subscriber: Subscriber; topic: string }[]) => this.#joinAll(asked))
  #changed = new Set<string>()
  #delivering: Promise<void> | null = null
  #retry: NodeJS.Timeout | undefined

  constructor(identify: Identify, report: (error: unknown) => void) {
    this.#identify = identify
    this.#report = report
  }

  declare(name: string, rights: LoadRights): void {
    this.#channels.set(name, rights)
  }

  /** Works on one message; ends when it is answered. */
  async receive(subscriber: Subscriber, raw: string): Promise<void> {
    const request = readRequest(raw)
    if (!request) return subscriber.send(written({ refused: "unreadable" }))
    if (request.kind === "unsubscribe") return this.#drop(subscriber, request.topic)
    try {
      await this.#subscribe(subscriber, request.topic)
    } catch (error) {
      this.#report(error)
    }
  }

  leave(subscriber: Subscriber): void {
    this.#gone.add(subscriber)
    for (const topic of [...subscriber.topics]) this.#drop(subscriber, topic)
  }

  /**
   * Tells everybody who listens and may. One delivery after the other: what changes meanwhile, however often, is told
   * once in the next.
   */
  async deliver(topics: string[]): Promise<void> {
    for (const topic of topics) if (this.#byTopic.has(topic)) this.#changed.add(topic)
    if (this.#changed.size > 0) this.#delivering ??= this.#deliverAllChanged()
    await this.#delivering
  }

  /** After a gap in listening nobody knows what was missed, so every listener is asked to look. */
  deliverAll(): void {
    void this.deliver([...this.#byTopic.keys()])
  }

  closeAll(): void {
    clearTimeout(this.#retry)
    const everybody = new Set([...this.#byTopic.values()].flatMap((set) => [...set]))
    for (const subscriber of everybody) subscriber.close("restart")
  }

  async #subscribe(subscriber: Subscriber, topic: string): Promise<void> {
    const verdict = await this.#join({ subscriber, topic })
    if (verdict === "signed out") return subscriber.close(verdict)
    const { channel, id } = splitTopic(topic)
    // Unknown, invisible and one too many are refused alike.
    if (verdict === "refused") return subscriber.send(written({ refused: channel, id }))
    subscriber.send(written({ subscribed: channel, id }))
  }

  async #joinAll(asked: { subscriber: Subscriber; topic: string }[]) {
    const [actors, mayListen] = await Promise.all([
      this.#identify([...new Set(asked.map(({ subscriber }) => subscriber.session))]),
      this.#loadRights([...new Set(asked.map(({ topic }) => topic))]),
    ])
    return asked.map(({ subscriber, topic }) => {
      const actor = actors.get(subscriber.session)
      if (!actor) return "signed out"
      if (this.#gone.has(subscriber) || subscriber.topics.size >= MAX_TOPICS) return "refused"
      if (!mayListen(actor, topic)) return "refused"
      subscriber.topics.add(topic)
      const listeners = this.#byTopic.get(topic) ?? new Set()
      this.#byTopic.set(topic, listeners.add(subscriber))
      return "subscribed"
    })
  }

  async #deliverAllChanged(): Promise<void> {
    while (this.#changed.size > 0) {
      const topics = [...this.#changed]
      this.#changed = new Set()
      try {
        await this.#deliverOnce(topics)
      } catch (error) {
        this.#report(error)
        // Some listeners may hear of it twice; none is forgotten.
        this.#retry = setTimeout(() => void this.deliver(topics), RETRY_MS).unref()
      }
    }
    // In one step with the last look: what changed after it would wait for a delivery that is over.
    this.#delivering = null
  }

  async #deliverOnce(topics: string[]): Promise<void> {
    const mayListen = await this.#loadRights(topics)
    const messages = new Map(topics.map((topic) => [topic, written(splitTopic(topic))]))
    const readers = new Set(topics.flatMap((topic) => [...(this.#byTopic.get(topic) ?? [])]))
    const bySession = [...Map.groupBy(readers, ({ session }) => session)]
    for (let at = 0; at < bySession.length; at += SESSIONS_AT_ONCE) {
      const some = bySession.slice(at, at + SESSIONS_AT_ONCE)
      const actors = await this.#identify(some.map(([session]) => session))
      for (const [session, connections] of some) {
        const actor = actors.get(session)
        for (const reader of connections)
          if (actor) this.#tell(reader, actor, messages, mayListen)
          else reader.close("signed out")
      }
    }
  }

  #tell(
    reader: Subscriber,
    actor: Actor,
    messages: Map<string, Buffer>,
    mayListen: (actor: Actor, topic: string) => boolean,
  ): void {
    for (const [topic, message] of messages) {
      if (!reader.topics.has(topic)) continue
      if (!mayListen(actor, topic)) this.#drop(reader, topic)
      else if (reader.unread() > MOST_UNREAD) reader.cut()
      else reader.send(message)
    }
  }

  /** One question a channel, however many ids. */
  async #loadRights(topics: string[]): Promise<(actor: Actor, topic: string) => boolean> {
    const ids = Map.groupBy(topics.map(splitTopic), ({ channel }) => channel)
    const loaded = await Promise.all(
      [...ids].map(async ([channel, of]) => {
        const rights = await this.#channels.get(channel)?.(of.map(({ id }) => id))
        return [channel, rights ?? (() => false)] as const
      }),
    )
    const byChannel = new Map(loaded)
    return (actor, topic) => {
      const { channel, id } = splitTopic(topic)
      return byChannel.get(channel)?.(actor, id) ?? false
    }
  }

  #drop(subscriber: Subscriber, topic: string): void {
    subscriber.topics.delete(topic)
    const listeners = this.#byTopic.get(topic)
    listeners?.delete(subscriber)
    if (listeners?.size === 0) this.#byTopic.delete(topic)
  }
}

const written = (message: object) => Buffer.from(JSON.stringify(message))

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readRequest(raw: string): Request | null {
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
