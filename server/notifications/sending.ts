import type { Actor, Locale } from "../kernel/actor.ts"
import type { Jobs } from "../kernel/jobs.ts"
import type { MailKey, Post } from "../kernel/mail.ts"
import type { NoticeParts, Recipient, Told } from "../kernel/notices.ts"
import type { DescribeInbox } from "./inbox/queries.ts"
import type { InboxEntry } from "./inbox/schema.ts"
import { layOut } from "./layout.ts"
import type { Item } from "./letters.ts"
import type { InboxNotice } from "./reasons.ts"
import { type ReplyConfig, replyAddress } from "./reply-address.ts"
import { unsubscribingFrom } from "./unsubscribe.ts"
import type { Waiting } from "./waiting.ts"

/** The inbox's own words for what happened, and whether what it is about was written just now. */
type WhatHappened = (
  locale: Locale,
  entry: Pick<InboxEntry, "notice" | "kind">,
) => Pick<Item, "what" | "isNew">

/** While a mail server is slow about one recipient, the mails of the others go on. */
export const MAILS_AT_ONCE = 4

/** What mails are made of and sent with; `app.ts` gives it. */
export type MailParts = NoticeParts & {
  config: ReplyConfig
  jobs: Jobs
  post: Post
  describeInbox: DescribeInbox
  whatHappened: WhatHappened
}

/** Of these entries the ones that the person may see now, with what there is to say about them. */
export async function describeWaiting(
  { describeInbox, whatHappened }: Pick<MailParts, "describeInbox" | "whatHappened">,
  actor: Actor,
  entries: Pick<Waiting, "notice" | "subjectId" | "groupId">[],
): Promise<Item[]> {
  const facts = await describeInbox(actor, [...new Set(entries.map(({ subjectId }) => subjectId))])
  return entries.flatMap(({ notice, subjectId, groupId }) => {
    const found = facts.get(subjectId)
    if (!found) return []
    const happened = whatHappened(actor.locale, { notice, kind: found.kind })
    return [{ notice, subjectId, groupId, facts: found, ...happened }]
  })
}

/** What an answer to a mail about these becomes, and where it goes: where it is one thing, and mail is taken. */
export function answering({ config }: Pick<MailParts, "config">, { id }: Actor, items: Item[]) {
  const [only] = items.length === 1 ? items : []
  const reply = only?.facts.reply ?? null
  const replyTo = only && reply && replyAddress(config, id, only.subjectId)
  return replyTo ? { reply, replyTo } : { reply: null, replyTo: null }
}

type Mail = Omit<Told, "once"> & {
  once: MailKey
  isOptional: boolean
  /** What sort of mail it is, e.g. "forum.answered". */
  sort: string
  /** Where it can be switched off by an address in it: this one, or all; left out where it cannot. */
  reason?: InboxNotice | null
  replyTo?: string | null
}

/** One mail to one person; the same key again sends nothing. */
export async function send(parts: MailParts, { actor, email: to }: Recipient, mail: Mail): Promise<void> {
  const { about, calendar, once: key, isOptional, sort: listId, reason, replyTo } = mail
  const unsubscribe =
    isOptional && reason !== undefined ? await unsubscribingFrom(parts, actor.id, reason) : null
  const laidOut = layOut(mail, actor.locale, parts.config.publicUrl, isOptional, {
    unsubscribe: unsubscribe?.address,
  })
  await parts.post.send({ to, ...laidOut, about, calendar, key, listId, replyTo, unsubscribe })
}
