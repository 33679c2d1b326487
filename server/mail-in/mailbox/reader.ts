import { setTimeout as pause } from "node:timers/promises"
import { newId } from "../../kernel/database.ts"
import type { Mailbox } from "../../kernel/mailbox.ts"
import { noteFault, noteLook } from "../../kernel/mailbox-state.ts"
import { connect } from "./connection.ts"
import { faultOf } from "./faults.ts"
import { openFolders } from "./folders.ts"
import { asOnlyReader } from "./lease.ts"
import { type Reading, readAll } from "./reading.ts"

/** The mailbox is looked through so often, whatever the server tells; and at once where it tells of a mail (IDLE). */
const LOOKED_EVERY_MS = 30_000
/** As long as another process reads, this one asks so often whether it still does. */
const ASKED_EVERY_MS = 10_000
const SHORTEST_BREAK_MS = 2_000
const LONGEST_BREAK_MS = 5 * 60_000

export type ReaderParts = Reading & {
  mailbox: Mailbox
  /**
   * For a mailbox without a password.
   * @param renew a new one, as the one that is kept may not have been taken
   */
  token: (renew: boolean) => Promise<string>
  /** Shorter in tests. */
  lookedEvery?: number
}

/** Reads the mailbox as long as the process runs, as the one of all processes; after a fault again, later and later. */
export function openReader(parts: ReaderParts): { start(): void; stop(): Promise<void> } {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  return {
    start() {
      running = readOn(parts, stopping.signal)
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function readOn(parts: ReaderParts, stopped: AbortSignal): Promise<void> {
  const { db, report } = parts
  let faults = 0
  const worked = () => {
    faults = 0
  }
  while (!stopped.aborted) {
    try {
      const hasRead = await asOnlyReader(db, newId(), (lost) =>
        readWhile(parts, AbortSignal.any([stopped, lost]), { isAgain: faults > 0, worked }),
      )
      await rest(hasRead ? 0 : ASKED_EVERY_MS, stopped)
    } catch (error) {
      // Whoever stops cuts a connection that is just being made.
      if (stopped.aborted) return
      faults += 1
      report(error)
      await noteFault(db, faultOf(error)).catch(() => undefined)
      await rest(Math.min(SHORTEST_BREAK_MS * 2 ** (faults - 1), LONGEST_BREAK_MS), stopped)
    }
  }
}

const rest = (milliseconds: number, stopped: AbortSignal) =>
  pause(milliseconds, undefined, { signal: stopped }).catch(() => undefined)

type Turn = { isAgain: boolean; worked: () => void }

/** One connection, until it breaks or nobody wants it any more. */
async function readWhile(parts: ReaderParts, ended: AbortSignal, { isAgain, worked }: Turn): Promise<void> {
  const connection = await connect(parts.mailbox, () => parts.token(isAgain), ended)
  try {
    const folders = await openFolders(connection.client)
    while (!ended.aborted) {
      connection.listen()
      const found = await readAll(connection.client, folders, parts, ended)
      await noteLook(parts.db, found > 0)
      worked()
      await connection.change(parts.lookedEvery ?? LOOKED_EVERY_MS)
    }
  } finally {
    await connection.end()
  }
}
