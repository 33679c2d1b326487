import { findRecipient } from "../accounts/index.ts"
import type { Handler, Jobs } from "../kernel/jobs.ts"
import type { Post } from "../kernel/mail.ts"
import { NOTICE_QUEUE, type Notice, type NoticeParts, type OptOut } from "../kernel/notices.ts"
import { answerFormerQueues } from "./former-queues.ts"
import { layOut } from "./layout.ts"

type Parts = NoticeParts & { jobs: Jobs; post: Post }

/** While a mail server is slow about one recipient, the mails of the others go on. */
const MAILS_AT_ONCE = 4

/** One queue for all that people are told. */
export function noticeJobs(parts: Parts, notices: readonly Notice[]): void {
  const deliver = deliveryOf(parts, new Map(notices.map((notice) => [notice.name, notice])))
  parts.jobs.declare(NOTICE_QUEUE, deliver, undefined, MAILS_AT_ONCE)
  answerFormerQueues(parts.jobs, deliver)
}

/** One mail to one person, as things stand now: who left, may not see it any more or wants no such mail gets none. */
function deliveryOf(parts: Parts, notices: ReadonlyMap<string, Notice>): Handler {
  const { db, config, post } = parts
  return async ({ notice: name, to, ...ids }, job) => {
    const notice = notices.get(name ?? "")
    // Of a newer version that runs beside this one: the job is done again, and then perhaps there.
    if (!notice || !to) throw new Error(`nobody declares the notice ${name}`)
    const recipient = await findRecipient(db, to)
    if (!recipient || isOff(notice.optOut, recipient.mailOff)) return
    const told = await notice.tell(parts, recipient, ids)
    if (!told) return
    const { about, calendar, once = [notice.name, job] } = told
    const letter = layOut(told, recipient.actor.locale, config.publicUrl, "kind" in notice.optOut)
    await post.send({ to: recipient.email, ...letter, about, calendar, key: once })
  }
}

const isOff = (optOut: OptOut, mailOff: readonly string[]) =>
  "kind" in optOut && mailOff.includes(optOut.kind)
