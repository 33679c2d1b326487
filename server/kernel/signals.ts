import pg from "pg"
import { type Db, databaseOf, onCommit, type Tx } from "./database.ts"
import { cutConnection, KEPT_ALIVE } from "./database-statements.ts"
import { SignalCheck, type SignalState } from "./signal-check.ts"
import { Waiting, whileWaiting } from "./waiting.ts"

/**
 * Tells every process that something changed: a topic is a channel and an id (`thread:…`, `job:…`) and says no more
 * than *that*. Sent by NOTIFY after the commit, in batches: a NOTIFY inside a write would make commits wait for one
 * another. What is sent while a process is not listening, it never hears; it learns of the gap instead.
 */
export type Signals = {
  /** @param onGap is called when nobody knows what was missed */
  listen(onTopics: (topics: string[]) => void, onGap: () => void): void
  start(): Promise<void>
  /** Whether what is sent arrives here. */
  state(): SignalState
  /** Looks now whether what is sent arrives: after an outage the connection may lead to a server that was replaced. */
  check(): void
  /** Sends what still waits. */
  stop(): Promise<void>
}

const NOTIFY_CHANNEL = "fachforum_live"
const BATCH_MS = 40
const RETRY_MS = 1000
/** A connection that takes longer for a NOTIFY leads nowhere any more; the next one may lead to the new server. */
const SEND_MS = 10_000
const CONNECT_MS = 5_000
const BATCH_SIZE = 80 // ids of 36 characters and a channel name: stays below NOTIFY's 8,000 bytes

const publishers = new WeakMap<Db, (topic: string) => void>()

/** Tells listeners of the channel, once the transaction is durable. */
export function signal(tx: Tx, channel: string, id: string): void {
  const db = databaseOf(tx)
  onCommit(tx, () => publishers.get(db)?.(`${channel}:${id}`))
}

/**
 * @param url past a pooler: in transaction mode it takes LISTEN without a word, and nothing ever arrives
 * @param silent is called once when nothing arrives, until something does again
 */
export function openSignals(
  db: Db,
  url: string,
  report: (error: unknown) => void,
  silent: () => void = () => undefined,
): Signals {
  const listeners: { onTopics: (topics: string[]) => void; onGap: () => void }[] = []
  const outbox = new Outbox(db, report)
  let isStarted = false
  const notify = (topic: string) =>
    whileWaiting(new Waiting(SEND_MS), () =>
      db.$client.query("select pg_notify($1, $2)", [NOTIFY_CHANNEL, topic]),
    )
  const check: SignalCheck = new SignalCheck(notify, (isNews) => {
    if (isNews) silent()
    listener.renew()
  })
  const listener: Listener = new Listener(
    url,
    (topics) => {
      const others = check.sift(topics)
      if (others.length > 0) for (const { onTopics } of listeners) onTopics(others)
    },
    {
      onLost: () => check.lose(),
      onGap: () => {
        void check.start()
        for (const { onGap } of listeners) onGap()
      },
    },
    report,
  )
  publishers.set(db, (topic) => outbox.add(topic))
  return {
    listen: (onTopics, onGap) => void listeners.push({ onTopics, onGap }),
    start: async () => {
      isStarted = true
      await listener.start()
      await check.start()
    },
    state: () => check.state,
    check: () => {
      if (isStarted) void check.start()
    },
    stop: async () => {
      isStarted = false
      await outbox.stop()
      await listener.stop()
      // Last, since a line that has just come back begins it anew.
      check.stop()
    },
  }
}

export function splitTopic(topic: string): { channel: string; id: string } {
  const at = topic.indexOf(":")
  return { channel: topic.slice(0, at), id: topic.slice(at + 1) }
}

/** Collects what changed and sends one NOTIFY for many changes. */
class Outbox {
  readonly #db: Db
  readonly #report: (error: unknown) => void
  #topics = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #stopped = false

  constructor(db: Db, report: (error: unknown) => void) {
    this.#db = db
    this.#report = report
  }

  add(topic: string): void {
    this.#topics.add(topic)
    this.#wait(BATCH_MS)
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const topics = [...this.#topics]
    this.#topics = new Set()
    const places = Array.from({ length: Math.ceil(topics.length / BATCH_SIZE) }, (_, at) => at * BATCH_SIZE)
    const batches = places.map((start) => topics.slice(start, start + BATCH_SIZE).join(" "))
    try {
      // One statement, however many people have to be told.
      if (batches.length > 0)
        await this.#db.$client.query(
          "select pg_notify($1, batch.topics) from unnest($2::text[]) as batch(topics)",
          [NOTIFY_CHANNEL, batches],
        )
    } catch (error) {
      this.#report(error)
      // Committed all the same, so it is still to be told.
      for (const topic of topics) this.#topics.add(topic)
      if (!this.#stopped) this.#wait(RETRY_MS)
    }
  }

  /** Sends what waits, and what cannot be sent is lost. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.flush()
  }

  #wait(milliseconds: number): void {
    // For all who changed something, not on the time of the one that did so first.
    const flush = () => void whileWaiting(new Waiting(SEND_MS), () => this.flush())
    this.#timer ??= setTimeout(flush, milliseconds)
  }
}

type Line = { onLost: () => void; onGap: () => void }

/** A direct connection that listens, and comes back when it was lost. */
class Listener {
  readonly #url: string
  readonly #onTopics: (topics: string[]) => void
  readonly #line: Line
  readonly #report: (error: unknown) => void
  #client: pg.Client | null = null
  #stopped = false
  #retry: NodeJS.Timeout | null = null

  constructor(
    url: string,
    onTopics: (topics: string[]) => void,
    line: Line,
    report: (error: unknown) => void,
  ) {
    this.#url = url
    this.#onTopics = onTopics
    this.#line = line
    this.#report = report
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "fachforum-live",
      connectionTimeoutMillis: CONNECT_MS,
      ...KEPT_ALIVE,
    })
    client.on("notification", ({ payload }) => this.#onTopics((payload ?? "").split(" ").filter(Boolean)))
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

  /** Where nothing arrives a new connection may help: this one may lead to a server that was replaced. */
  renew(): void {
    // Not by a goodbye, which one that leads nowhere would wait for.
    if (this.#client) cutConnection(this.#client)
  }

  #comeBack(): void {
    this.#client = null
    this.#line.onLost()
    if (this.#stopped || this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = null
      void this.start().then(() => this.#client && this.#line.onGap())
    }, RETRY_MS)
  }
}
