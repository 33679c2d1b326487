import { connect as open } from "node:net"
import type { Duplex } from "node:stream"
import type pg from "pg"
import { DatabaseOutage } from "./outage.ts"
import { named } from "./statement-names.ts"
import { currentWaiting, type Waiting } from "./waiting.ts"

/** How long the database may take, in milliseconds. */
export type DatabaseLimits = {
  /** To a connection. */
  connect: number
  /** For a statement of a request, and for all that one request waits. */
  statement: number
  /** For a row or table that somebody else holds. */
  lock: number
  /** For a statement of the job queue's own: they are short, and all workers look again after a server was gone. */
  jobs: number
  /** For a statement of the background: building an index takes its time, a connection that is dead has none. */
  background: number
}

/** What `pg` has, and its types do not name. */
type Inside = {
  connection: { stream: Duplex }
  processID: number | null
  secretKey: number | null
  host: string
  port: number
}

/**
 * The way of every statement to its connection. Gives it its name, and cuts what takes too long: here by the clock, as a server that is gone cuts nothing, and on the server by a
 * request to cancel and, in transactions, by `set local`. What is set at the start of a connection or for the session
 * PgBouncer refuses or hands to a stranger.
 * @param told makes of a fault what the asker gets
 */
export function limitStatements(
  client: pg.ClientBase,
  limits: DatabaseLimits | null,
  told: (error: unknown) => unknown,
): void {
  const send = client.query as (...args: unknown[]) => Promise<unknown>
  let broken: DatabaseOutage | null = null
  const giveUp = () => {
    broken = new DatabaseOutage("slow")
    cancel(client as unknown as Inside)
    // Nothing else may use it: what was asked may still be answered, and a transaction is open.
    cutConnection(client)
  }
  const ask = async (args: unknown[]): Promise<unknown> => {
    if (broken) throw new DatabaseOutage("slow", broken)
    const waiting = currentWaiting()
    const most = limitFor(waiting, limits)
    if (most <= 0) giveUp()
    const timer = most > 0 && most < Number.POSITIVE_INFINITY ? setTimeout(giveUp, most) : null
    const waited = waiting?.begin()
    try {
      return await send.apply(client, named(waiting && limits ? withLimits(args, limits) : args))
    } catch (error) {
      throw told(broken ? new DatabaseOutage("slow", error) : error)
    } finally {
      waited?.()
      if (timer) clearTimeout(timer)
    }
  }
  const query = takingCallbacks((...args) => ask(args))
  client.query = ((...args: unknown[]) =>
    // A stream or cursor has its own ways.
    isSubmittable(args[0]) ? send.apply(client, args) : query(...args)) as typeof client.query
}

/** At once, and without a word to whoever may not be there any more. */
export function cutConnection(client: pg.ClientBase): void {
  const { connection } = client as unknown as Inside
  connection.stream.destroy()
}

/** A server that is gone without a word is noticed after some twenty seconds by a connection on which nothing is asked. */
export const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** As the driver's functions do it: what comes last may be told instead of a promise. */
export const takingCallbacks =
  (ask: (...args: unknown[]) => Promise<unknown>) =>
  (...args: unknown[]): Promise<unknown> | undefined => {
    const callback = args.at(-1)
    if (typeof callback !== "function") return ask(...args)
    ask(...args.slice(0, -1)).then(
      (result) => callback(null, result),
      (error) => callback(error),
    )
    return undefined
  }

function limitFor(waiting: Waiting | null, limits: DatabaseLimits | null): number {
  if (!limits) return Number.POSITIVE_INFINITY
  return waiting ? waiting.left : limits.background
}

/** In one message with `begin`, so that it costs no way of its own. */
function withLimits(args: unknown[], { statement, lock }: DatabaseLimits): unknown[] {
  const [asked] = args
  const text = typeof asked === "string" ? asked : String(Object(asked).text)
  if (text.trim().toLowerCase() !== "begin") return args
  return [`begin; set local statement_timeout = ${statement}; set local lock_timeout = ${lock}`]
}

const isSubmittable = (asked: unknown) => typeof Object(asked).submit === "function"

/** Asks the server to let go of the statement that the connection waits for. Where it cannot be asked, nothing helps. */
function cancel({ host, port, processID, secretKey }: Inside): void {
  if (typeof processID !== "number" || typeof secretKey !== "number") return
  const message = Buffer.alloc(16)
  message.writeInt32BE(16, 0)
  message.writeInt32BE(CANCEL_CODE, 4)
  message.writeInt32BE(processID, 8)
  message.writeInt32BE(secretKey, 12)
  const socket = host.startsWith("/") ? open(`${host}/.s.PGSQL.${port}`) : open(port, host)
  socket.setTimeout(CANCEL_MS, () => socket.destroy())
  socket.on("error", () => undefined)
  socket.unref()
  socket.end(message)
}
/** https://www.postgresql.org/docs/current/protocol-message-formats.html, CancelRequest */
const CANCEL_CODE = (1234 << 16) | 5678
const CANCEL_MS = 2_000
