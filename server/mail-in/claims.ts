import { eq, lt } from "drizzle-orm"
import type { Db, Reader, Tx } from "../kernel/database.ts"
import { today } from "../kernel/time.ts"
import { addDays } from "../kernel/workdays.ts"
import { incomingMails, type MailOutcome } from "./tables.ts"

/** As long as a reply may be sent: after that a mail that is found again has no valid address any more. */
const KEPT_DAYS = 90

export type Handled = { outcome: MailOutcome; subjectId: string | null; refused: string[] }

/** What became of a mail, or null where it was not handled yet. */
export async function findHandled(reader: Reader, id: string): Promise<Handled | null> {
  const { outcome, subjectId, refused } = incomingMails
  const [found] = await reader
    .select({ outcome, subjectId, refused })
    .from(incomingMails)
    .where(eq(incomingMails.id, id))
  return found ?? null
}

/** Takes a mail for oneself within the write: of two who handle it the second waits, and gets false. */
export async function claimMail(tx: Db | Tx, id: string, handled: Handled): Promise<boolean> {
  const claimed = await tx
    .insert(incomingMails)
    .values({ id, ...handled, day: today() })
    .onConflictDoNothing()
    .returning({ id: incomingMails.id })
  return claimed.length > 0
}

/** What the claimed mail has become. */
export const nameSubject = (tx: Tx, id: string, subjectId: string) =>
  tx.update(incomingMails).set({ subjectId }).where(eq(incomingMails.id, id))

export async function sweepMails(db: Db): Promise<void> {
  await db.delete(incomingMails).where(lt(incomingMails.day, addDays(today(), -KEPT_DAYS)))
}
