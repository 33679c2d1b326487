import type { Db } from "../../kernel/database.ts"
import type { InboxNotice } from "../inbox/schema.ts"
import type { MailTime } from "../reasons.ts"

/**
 * Chooses when the mail about something goes out to a person.
 * @param reason null: everything that they may choose for
 */
export async function setMailTime(
  _db: Db,
  _personId: string,
  _reason: InboxNotice | null,
  _time: MailTime,
): Promise<void> {
  throw new Error("the times of mails are not chosen yet")
}
