import type { Tx } from "../../kernel/database.ts"
import { enqueue } from "../../kernel/jobs.ts"
import type { MailboxNotice } from "./words.ts"

export const MAILBOX_QUEUE = "notifications.mailbox"

type News = { notice: MailboxNotice; subjectId: string; groupId: string }

/** Tells a department's shared mailbox at once, within the write. Whether it has one is asked when the mail goes out. */
export const tellMailbox = (
  tx: Tx,
  { notice, subjectId, groupId }: News,
  departmentId: string,
): Promise<void> => enqueue(tx, MAILBOX_QUEUE, { notice, subjectId, groupId, departmentId })
