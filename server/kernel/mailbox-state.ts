import { sql } from "drizzle-orm"
import { Gauge, type Registry } from "prom-client"
import type { Db, Reader } from "./database.ts"
import { mailboxReader } from "./tables.ts"

export const MAILBOX_FAULTS = ["unreachable", "refused", "untrusted", "folder", "failed"] as const
/**
 * Why the mailbox is not read: nobody answers; the sign-in is refused; the connection is not safe; a folder cannot be
 * opened, made or written to; or something else, which the log has.
 */
export type MailboxFault = (typeof MAILBOX_FAULTS)[number]

export type MailboxState = {
  /** When it was last looked through without a fault. */
  lookedAt: Date | null
  /** When a mail last lay in it. */
  mailAt: Date | null
  fault: MailboxFault | null
  faultSince: Date | null
}

/** The one row: an installation has one mailbox. */
export const MAILBOX = "imap"

/** How the mailbox is read, whichever process does; null where none was ever read. */
export async function mailboxState(reader: Reader): Promise<MailboxState | null> {
  const [row] = await reader
    .select({
      lookedAt: mailboxReader.lookedAt,
      mailAt: mailboxReader.mailAt,
      fault: mailboxReader.fault,
      faultSince: mailboxReader.faultSince,
    })
    .from(mailboxReader)
  return row ? { ...row, fault: MAILBOX_FAULTS.find((fault) => fault === row.fault) ?? null } : null
}

/** The mailbox was looked through, and whether there were mails in it. */
export async function noteLook(db: Db, hadMail: boolean): Promise<void> {
  const seen = {
    lookedAt: sql`now()`,
    ...(hadMail && { mailAt: sql`now()` }),
    fault: null,
    faultSince: null,
  }
  await db
    .insert(mailboxReader)
    .values({ id: MAILBOX, ...seen })
    .onConflictDoUpdate({ target: mailboxReader.id, set: seen })
}

/** The mailbox cannot be read. A fault that goes on keeps the time at which it began. */
export async function noteFault(db: Db, fault: MailboxFault): Promise<void> {
  await db
    .insert(mailboxReader)
    .values({ id: MAILBOX, fault, faultSince: sql`now()` })
    .onConflictDoUpdate({
      target: mailboxReader.id,
      set: { fault, faultSince: sql`coalesce(${mailboxReader.faultSince}, now())` },
    })
}

/** For an alarm: a mailbox that is not looked through any more has a time that stands still. */
export function measureMailbox(registry: Registry, db: Db): void {
  new Gauge({
    name: "mailbox_last_look_timestamp_seconds",
    help: "When the mailbox of incoming mail was last looked through without a fault",
    registers: [registry],
    async collect() {
      const state = await mailboxState(db).catch(() => null)
      if (state?.lookedAt) this.set(state.lookedAt.getTime() / 1000)
    },
  })
}
