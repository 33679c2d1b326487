import { and, eq } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import type { Handler, Jobs } from "../kernel/jobs.ts"
import type { Notice } from "../kernel/notices.ts"
import { writeBundle } from "./letters.ts"
import type { InboxNotice } from "./reasons.ts"
import { describeWaiting, type MailParts } from "./sending.ts"
import { inboxEntries } from "./tables.ts"

type Former = { queue: string; kind?: string; notice: string; to?: string }

/**
 * Versions before this one had a queue for each sort of mail. What these still hold is delivered like everything else, also
 * while such a version runs beside this one. Jobs wait for two weeks at most: the version after next needs them no more.
 */
const FORMER: Former[] = [
  { queue: "accounts.mail", kind: "invitation", notice: "accounts.invitation" },
  { queue: "accounts.mail", kind: "reset", notice: "accounts.reset" },
  { queue: "forum.mail", kind: "answers", notice: "forum.answered" },
  { queue: "forum.mail", kind: "asked-back", notice: "forum.asked-back" },
  { queue: "qualification.certificate", notice: "qualification.certificate" },
  { queue: "qualification.leaving", kind: "left", notice: "qualification.left", to: "facilitatorId" },
  { queue: "qualification.leaving", kind: "removed", notice: "qualification.removed" },
  { queue: "qualification.minutes", notice: "qualification.minutes" },
  { queue: "qualification.report", notice: "qualification.report" },
  { queue: "qualification.round-mail", notice: "qualification.round" },
  { queue: "qualification.session-mail", notice: "qualification.session" },
]

export const FORMER_QUEUES = [...new Set(FORMER.map(({ queue }) => queue))]

export function answerFormerQueues(jobs: Jobs, deliver: Handler): void {
  for (const [queue, formers] of Map.groupBy(FORMER, (former) => former.queue))
    jobs.declare(queue, async (payload, job) => {
      const former = formers.find(({ kind }) => kind === undefined || kind === payload.kind)
      if (!former) return
      await deliver({ ...payload, notice: former.notice, to: payload[former.to ?? "personId"] ?? null }, job)
    })
}

/**
 * Notices that had mails of their own before all mails about entries were made from these, and how these mails could be
 * switched off: one that was sent already has the same key, and is not sent again.
 */
const FORMER_KINDS: [name: InboxNotice, kind: string][] = [
  ["forum.answered", "answers"],
  ["forum.asked-back", "asked-back"],
]

export const formerNotices = (parts: MailParts): Notice[] =>
  FORMER_KINDS.map(([name, kind]) => ({
    name,
    optOut: { kind },
    ids: ["postId"],
    tell: async (_, { actor, withoutContent }, { postId }) => {
      if (!postId) throw new Error(`${name} without postId`)
      const about = await findGroup(parts.db, actor.id, name, postId)
      const entry = { notice: name, subjectId: postId, groupId: about ?? postId }
      const items = await describeWaiting(parts, actor, [entry])
      if (items.length === 0) return null
      const letter = writeBundle(items, { locale: actor.locale, withoutContent, reply: null })
      return { letter, path: null, ...(about && { about }), once: [kind, postId, actor.id] as const }
    },
  }))

async function findGroup(reader: Reader, personId: string, notice: InboxNotice, subjectId: string) {
  const [entry] = await reader
    .select({ groupId: inboxEntries.groupId })
    .from(inboxEntries)
    .where(
      and(
        eq(inboxEntries.personId, personId),
        eq(inboxEntries.notice, notice),
        eq(inboxEntries.subjectId, subjectId),
      ),
    )
  return entry?.groupId ?? null
}
