import type { FastifyReply, FastifyRequest } from "fastify"
import type { Config } from "./config.ts"
import { connect, type Db } from "./database.ts"
import type { App } from "./http.ts"

/** Of the person's latest write: how far the log of the database was after it. */
const COOKIE = "written"
/** Longer than a replica may lag, so that the cookie is gone when nothing depends on it any more. */
const COOKIE_SECONDS = 60
/** Behind by more, a replica is not read. */
const MOST_BEHIND_MS = 5_000
/** How far it is, is asked so often at most, and only where somebody reads. */
const LOOK_MS = 500

export type Replica = {
  /**
   * Reads what may be some seconds old, which is never what the person has just written: from the replica where it is far
   * enough for them, and from the database itself everywhere else. What fails at the replica is done again there.
   */
  read<T>(request: Asking, work: (db: Db) => Promise<T>): Promise<T>
  /** Has whoever writes something read it from the database itself, until the replica has it. */
  watch(app: App): void
  close(): Promise<void>
}
type Asking = Pick<FastifyRequest, "cookies">

/** How far the database was, and when it was asked. */
type Mark = { at: number; position: bigint }

/** Without `databaseReadUrl` everything is read from the database itself. */
export function openReplica(db: Db, config: Config): Replica {
  const { databaseReadUrl: url, databasePoolSize, databaseLimits, secure } = config
  if (url === null)
    return { read: (_request, work) => work(db), watch: () => undefined, close: async () => undefined }
  const replica = connect(url, databasePoolSize, databaseLimits)
  /** Those that it has not reached yet, the eldest first. */
  let marks: Mark[] = []
  let reached: Mark | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    lookedAt = performance.now()
    const mark = { at: lookedAt, position: await positionOf(db, PRIMARY) }
    marks.push(mark)
    const replayed = await positionOf(replica, REPLICA)
    const passed = marks.filter(({ position }) => position <= replayed)
    marks = marks.filter(({ position, at }) => position > replayed && mark.at - at < MOST_BEHIND_MS)
    const last = passed.at(-1)
    if (last) reached = { at: last.at, position: replayed }
  }

  /** Looks in the background: nobody waits for it, and whoever asks too early is answered by the database itself. */
  function isNear(written: bigint): boolean {
    const now = performance.now()
    if (now - lookedAt > LOOK_MS)
      looking ??= look()
        .catch(() => undefined)
        .finally(() => {
          looking = null
        })
    return reached !== null && now - reached.at < MOST_BEHIND_MS && written <= reached.position
  }

  return {
    async read({ cookies }, work) {
      if (!isNear(positionIn(cookies[COOKIE]))) return work(db)
      try {
        return await work(replica)
      } catch {
        // Away, or a moment behind what somebody else has made: both are told by the database itself.
        return work(db)
      }
    },
    watch: (app) => {
      // After the handler: what the request has written is committed.
      app.addHook("onSend", async (request, reply) => {
        if (isReading(request) || !request.visitor || reply.statusCode >= 400) return
        // Where it cannot be told, the person reads from the database itself for as long as may be.
        const position = await positionOf(db, PRIMARY).catch(() => NEVER)
        keep(reply, position, secure)
      })
    },
    close: async () => {
      await looking
      await replica.$client.end()
    },
  }
}

const isReading = ({ method }: Pick<FastifyRequest, "method">) => ["GET", "HEAD", "OPTIONS"].includes(method)

const PRIMARY = "select (pg_current_wal_lsn() - '0/0'::pg_lsn)::text as position"
/** None of a server that replays nothing: one that was promoted, or that stands alone. */
const REPLICA =
  "select (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::text as position where pg_is_in_recovery()"

async function positionOf({ $client }: Db, statement: string): Promise<bigint> {
  const { rows } = await $client.query<{ position: string | null }>(statement)
  const position = rows[0]?.position
  if (!position) throw new Error("the server does not follow another one")
  return BigInt(position)
}

/** Further than any log comes: 64 bits. */
const NEVER = 2n ** 64n

const positionIn = (cookie: string | undefined): bigint =>
  cookie === undefined ? 0n : /^\d{1,20}$/.test(cookie) ? BigInt(cookie) : NEVER

function keep(reply: FastifyReply, position: bigint, secure: boolean): void {
  const attributes = `Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`
  reply.header("set-cookie", `${COOKIE}=${position}; ${attributes}`)
}
