import { findRecipient } from "../accounts/index.ts"
import { transact } from "../kernel/database.ts"
import { enqueueAt, type Handler } from "../kernel/jobs.ts"
import { NOTICE_QUEUE, type Notice } from "../kernel/notices.ts"
import { bundleJobs } from "./bundles.ts"
import { digestJobs } from "./digest/jobs.ts"
import { answerFormerQueues, formerNotices } from "./former-queues.ts"
import { findRest } from "./rest.ts"
import { MAILS_AT_ONCE, type MailParts, send } from "./sending.ts"

/** All mails: those made from entries of the inbox, and those of what has no entry there. */
export function mailJobs(parts: MailParts, notices: readonly Notice[]): void {
  const all = [...notices, ...formerNotices(parts)]
  const deliver = deliveryOf(parts, new Map(all.map((notice) => [notice.name, notice])))
  parts.jobs.declare(NOTICE_QUEUE, deliver, undefined, MAILS_AT_ONCE)
  answerFormerQueues(parts.jobs, deliver)
  bundleJobs(parts)
  digestJobs(parts)
}

/** One mail to one person, as things stand now: who left, may not see it any more or wants no such mail gets none. */
function deliveryOf(parts: MailParts, notices: ReadonlyMap<string, Notice>): Handler {
  const { db } = parts
  return async ({ notice: name, to, as, ...ids }, job) => {
    const notice = notices.get(name ?? "")
    // Of a newer version that runs beside this one: the job is done again, and then perhaps there.
    if (!notice || !to) throw new Error(`nobody declares the notice ${name}`)
    const recipient = await findRecipient(db, to)
    if (!recipient) return
    // A job that waited is another one, and the same mail.
    const first = as ?? job
    const rest = notice.urgent ? null : await findRest(db, to)
    if (rest) {
      const later = { ...ids, notice: notice.name, to, as: first }
      return transact(db, (tx) => enqueueAt(tx, NOTICE_QUEUE, later, rest))
    }
    const told = await notice.tell(parts, recipient, ids)
    if (!told) return
    const { once = [notice.name, first] } = told
    await send(parts, recipient, { ...told, once, isOptional: notice.always === null, sort: notice.name })
  }
}
