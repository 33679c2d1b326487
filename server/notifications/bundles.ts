import { findRecipient } from "../accounts/index.ts"
import { transact } from "../kernel/database.ts"
import { enqueueAt, type Handler } from "../kernel/jobs.ts"
import { BUNDLE_QUEUE } from "./inbox/actions.ts"
import { writeBundle } from "./letters.ts"
import { type InboxNotice, reasonOf } from "./reasons.ts"
import { findRest } from "./rest.ts"
import { answering, describeWaiting, MAILS_AT_ONCE, type MailParts, send } from "./sending.ts"
import { settle, takeWaiting, type Waiting } from "./waiting.ts"

/**
 * Mails at once. The first news of a group goes out at once; whatever follows within ten minutes of a mail about it is
 * one mail when these are over. What was read meanwhile, or may not be seen any more, is left out.
 */
export function bundleJobs(parts: MailParts): void {
  parts.jobs.declare(BUNDLE_QUEUE, bundlingOf(parts), undefined, MAILS_AT_ONCE)
}

function bundlingOf(parts: MailParts): Handler {
  const { db } = parts
  return async ({ to, groupId }, job) => {
    if (!to || !groupId) throw new Error("a mail at once without a person or a group")
    const recipient = await findRecipient(db, to)
    if (!recipient) return
    const bundle = { personId: to, groupId, job }
    const taken = await takeWaiting(db, bundle, await findRest(db, to))
    if (taken instanceof Date)
      return transact(db, (tx) => enqueueAt(tx, BUNDLE_QUEUE, { to, groupId }, taken))
    if (taken.length === 0) return
    const { actor, withoutContent } = recipient
    const items = await describeWaiting(parts, actor, taken)
    if (items.length > 0) {
      const { reply, replyTo } = answering(parts, actor, items)
      const letter = writeBundle(items, { locale: actor.locale, withoutContent, reply })
      const isOptional = taken.every(({ notice }) => reasonOf(notice).isOptional)
      const mail = { letter, path: null, about: groupId, once: ["inbox", job] as const }
      await send(parts, recipient, { ...mail, isOptional, ...sortOf(taken), replyTo })
    }
    await settle(db, bundle, items.length > 0)
  }
}

/** What sort of mail it is, and what can be switched off by it: the one reason, or where there are several, all. */
function sortOf(taken: Waiting[]): { sort: string; reason: InboxNotice | null } {
  const [reason, ...others] = new Set(taken.map(({ notice }) => notice))
  return reason && others.length === 0 ? { sort: reason, reason } : { sort: "bundle", reason: null }
}
