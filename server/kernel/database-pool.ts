import pg from "pg"
import { DatabaseMonitor, probeDatabase } from "./database-monitor.ts"
import { type DatabaseLimits, KEPT_ALIVE, limitStatements, takingCallbacks } from "./database-statements.ts"
import { DatabaseOutage, kindOf, type OutageKind } from "./outage.ts"
import { currentWaiting } from "./waiting.ts"

/** How the database is reached: `direct` past a pooler, which is the same where there is none. */
export type DatabaseWay = { url: string; direct: string }

type Taken = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void

/**
 * Connections that nobody waits for without end. What the state of the database refuses comes as `DatabaseOutage`;
 * connections that a failover or an outage left behind are thrown away.
 */
export class DatabasePool extends pg.Pool {
  readonly monitor: DatabaseMonitor
  readonly limits: DatabaseLimits | null
  readonly #direct: string
  /** Counts up when all connections are to be made anew. */
  #generation = 0
  #renewedAt = Number.NEGATIVE_INFINITY
  readonly #born = new WeakMap<pg.ClientBase, number>()
  readonly #unfit = new WeakSet<pg.ClientBase>()

  /**
   * @param limits null: no limits, for work of the operator such as migrations
   * @param changed is called once with what keeps the database from working, and with null when it works again
   */
  constructor(
    { url, direct }: DatabaseWay,
    maximum: number,
    limits: DatabaseLimits | null,
    changed: (fault: OutageKind | null) => void,
  ) {
    super({
      connectionString: url,
      max: maximum,
      application_name: "fachforum",
      ...KEPT_ALIVE,
      ...(limits && { connectionTimeoutMillis: limits.connect }),
    })
    this.limits = limits
    this.#direct = direct
    this.monitor = new DatabaseMonitor(
      probeDatabase(url, () => limits?.connect ?? PROBE_MS),
      (fault) => {
        if (fault === null) this.#renew()
        changed(fault)
      },
    )
    // A connection that breaks while idle is replaced by the pool; without a listener Node would stop.
    this.on("error", () => undefined)
    this.on("connect", (client) => {
      // One that breaks inside a transaction fails its statement; it is in nobody's care but ours meanwhile.
      client.on("error", () => undefined)
      this.#born.set(client, this.#generation)
      limitStatements(client, limits, (error) => this.#told(error, client))
    })
    this.query = takingCallbacks((...args) => this.#ask(args)) as typeof this.query
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Taken): void
  override connect(callback?: Taken): Promise<pg.PoolClient> | undefined {
    const taken = this.#take()
    if (!callback) return taken
    taken.then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => undefined),
    )
    return undefined
  }

  /**
   * A connection of its own past a pooler, for a lock that lasts as long as the connection. A standby takes such a lock,
   * too, and it holds nobody off: one that cannot be written to is refused. Whoever takes it ends it.
   */
  async openDirect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#direct,
      application_name: "fachforum-lock",
      ...KEPT_ALIVE,
      ...(this.limits && { connectionTimeoutMillis: this.limits.connect }),
    })
    // What breaks it fails the statement that is asked next.
    client.on("error", () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ standby: boolean }>("select pg_is_in_recovery() as standby")
      if (rows[0]?.standby) throw new DatabaseOutage("read-only")
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      throw this.#told(error)
    }
  }

  /**
   * The pool's own way tells of a connection that breaks before the statement can say why it failed. As there, one whose
   * statement failed is used no more: it may stand in a transaction that somebody opened by hand.
   */
  async #ask(args: unknown[]): Promise<unknown> {
    const client = await this.connect()
    let isFailed = true
    try {
      const result = await (client.query as (...args: unknown[]) => Promise<unknown>)(...args)
      isFailed = false
      return result
    } finally {
      client.release(isFailed)
    }
  }

  override end(): Promise<void>
  override end(callback: () => void): void
  override end(callback?: () => void): Promise<void> | undefined {
    this.monitor.stop()
    if (!callback) return super.end()
    super.end(callback)
    return undefined
  }

  async #take(): Promise<pg.PoolClient> {
    const down = this.monitor.down
    if (down) throw new DatabaseOutage(down)
    const waiting = currentWaiting()
    const waited = waiting?.begin()
    try {
      for (;;) {
        const client = await (waiting ? this.#within(waiting.left) : this.#patiently())
        if (this.#born.get(client) === this.#generation) return this.#watched(client)
        client.release(true)
      }
    } catch (error) {
      throw this.#told(error)
    } finally {
      waited?.()
    }
  }

  /** As the pool waits, but no longer than the request may. */
  async #within(milliseconds: number): Promise<pg.PoolClient> {
    const taken = super.connect()
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(
      () => {
        late.reject(new DatabaseOutage("slow"))
        taken.then(
          (client) => client.release(),
          () => undefined,
        )
      },
      Math.max(1, milliseconds),
    )
    return Promise.race([taken, late.promise]).finally(() => clearTimeout(timer))
  }

  /** What nobody waits for lets requests go first. */
  async #patiently(): Promise<pg.PoolClient> {
    const until = performance.now() + BACKGROUND_MS
    for (;;) {
      try {
        return await super.connect()
      } catch (error) {
        if (kindOf(error) !== "slow" || performance.now() > until || this.monitor.down) throw error
      }
    }
  }

  #watched(client: pg.PoolClient): pg.PoolClient {
    const { release } = client
    client.release = (error) => release(error || this.#unfit.has(client))
    return client
  }

  #told(error: unknown, client?: pg.ClientBase): unknown {
    const kind = error instanceof DatabaseOutage ? error.kind : kindOf(error)
    if (!kind) return error
    if (kind === "read-only" && client) this.#replace(client)
    if (this.limits) this.monitor.suspect(kind)
    return error instanceof DatabaseOutage ? error : new DatabaseOutage(kind, error)
  }

  /** After a failover it still leads to the former server; so do its neighbours. */
  #replace(client: pg.ClientBase): void {
    this.#unfit.add(client)
    // Where every connection is refused, making them anew each time would only add to the trouble.
    if (performance.now() - this.#renewedAt > RENEW_MS) this.#renew()
  }

  #renew(): void {
    this.#renewedAt = performance.now()
    this.#generation += 1
  }
}

const PROBE_MS = 5_000
const BACKGROUND_MS = 30_000
const RENEW_MS = 5_000
