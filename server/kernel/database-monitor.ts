import pg from "pg"
import { kindOf, type OutageKind } from "./outage.ts"

/**
 * Whether one can reach the database and write to it, asked over a connection of its own: one of the pool may be busy
 * with what is slow, or still lead to a server that was replaced.
 */
export class DatabaseMonitor {
  readonly #probe: (isFull: boolean) => Promise<OutageKind | null>
  readonly #changed: (fault: OutageKind | null) => void
  #fault: OutageKind | null = null
  #wasFull = false
  #asked: Promise<OutageKind | null> | null = null
  #timer: NodeJS.Timeout | null = null
  #stopped = false

  /** @param changed is called with what is wrong, and with null when nothing is any more */
  constructor(
    probe: (isFull: boolean) => Promise<OutageKind | null>,
    changed: (fault: OutageKind | null) => void,
  ) {
    this.#probe = probe
    this.#changed = changed
  }

  /** Nothing can be asked at all: no request needs to find that out by waiting. */
  get down(): OutageKind | null {
    return this.#fault === "unreachable" || this.#fault === "slow" ? this.#fault : null
  }

  /** A statement met this; whether it is the database's state or only the statement's bad luck is asked at once. */
  suspect(kind: OutageKind): void {
    if (kind === "full") this.#wasFull = true
    if (!this.down) void this.#ask()
  }

  /** What is wrong now; null when people can read and write. While it is down, known without asking. */
  check(): Promise<OutageKind | null> {
    return this.down ? Promise.resolve(this.down) : this.#ask()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  #ask(): Promise<OutageKind | null> {
    this.#asked ??= this.#probe(this.#wasFull)
      .then((fault) => this.#note(fault))
      .finally(() => {
        this.#asked = null
      })
    return this.#asked
  }

  #note(fault: OutageKind | null): OutageKind | null {
    if (this.#stopped) return fault
    const former = this.#fault
    this.#fault = fault
    if (this.#timer) clearTimeout(this.#timer)
    if (fault === null) this.#wasFull = false
    if (fault !== former) this.#changed(fault)
    // Of a standby nobody's request may ever ask again: where one can only read, people do.
    if (this.down || fault === "read-only") this.#timer = setTimeout(() => void this.#ask(), AGAIN_MS).unref()
    return fault
  }
}

/** So much later than the database, at most, do we notice that it is there again. */
const AGAIN_MS = 1_000

/** @param patience how long, in milliseconds, for the connection and as much again for its answers */
export const probeDatabase = (url: string, patience: () => number) => async (isFull: boolean) => {
  const milliseconds = patience()
  const client = new pg.Client({
    connectionString: url,
    application_name: "fachforum-probe",
    connectionTimeoutMillis: milliseconds,
    query_timeout: milliseconds,
  })
  client.on("error", () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ refuses: boolean }>(
      "select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as refuses",
    )
    if (rows[0]?.refuses) return "read-only"
    if (isFull) await client.query(TAKE_SPACE)
    return null
  } catch (error) {
    // A role that may not make tables for the moment (42501) tells nothing about space.
    return kindOf(error) ?? (isTimeout(error) ? "slow" : null)
  } finally {
    // Not awaited: of a server that does not answer there is no farewell.
    void client.end().catch(() => undefined)
  }
}

/** A change of what is there may find room where a disk is full; a megabyte of something new does not. */
const TAKE_SPACE =
  "begin; create temporary table fachforum_space on commit drop as select repeat(md5(n::text), 20) from generate_series(1, 2000) n; rollback"

const isTimeout = (error: unknown) => error instanceof Error && error.message === "Query read timeout"
