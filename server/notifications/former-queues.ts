import { and, eq } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import type { Handler, Jobs } from "../kernel/jobs.ts"
import type { Notice } from "../kernel/notices.ts"
import { writeBundle } from "./letters.ts"
import { type InboxNotice, reasonOf } from "./reasons.ts"
import { describeWaiting, type MailParts } from "./sending.ts"
import { findMailSettings } from "./settings/queries.ts"
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

type FormerNotice = {
  name: InboxNotice
  /** What its jobs hold: the id of what it is about. */
  about: string
  /** What made its mail the same, where that was not the job: one that was sent already is not sent again. */
  key?: string
}

/** Notices whose mails had jobs of their own, before all mails about entries were made from these. */
export const FORMER_NOTICES: FormerNotice[] = [
  { name: "forum.answered", about: "postId", key: "answers" },
  { name: "forum.asked-back", about: "postId", key: "asked-back" },
  { name: "qualification.agreement-submitted", about: "agreementId" },
  { name: "qualification.agreement-answered", about: "agreementId" },
  { name: "qualification.certificate", about: "certificateId" },
  { name: "qualification.minutes", about: "stepId" },
  { name: "qualification.report", about: "cohortId" },
]

export const formerNotices = (parts: MailParts): Notice[] =>
  FORMER_NOTICES.map(({ name, about, key }) => ({
    name,
    always: reasonOf(name).isOptional ? null : "As the table of the reasons has it.",
    ids: [about],
    tell: async (_, { actor, withoutContent }, { [about]: subjectId }) => {
      if (!subjectId) throw new Error(`${name} without ${about}`)
      const { reasons } = await findMailSettings(parts.db, actor)
      if (reasons.some(({ reason, time }) => reason === name && time === "never")) return null
      const groupId = (await findGroup(parts.db, actor.id, name, subjectId)) ?? subjectId
      const items = await describeWaiting(parts, actor, [{ notice: name, subjectId, groupId }])
      if (items.length === 0) return null
      const letter = writeBundle(items, { locale: actor.locale, withoutContent, reply: null })
      const once = key && ([key, subjectId, actor.id] as const)
      return { letter, path: null, about: groupId, ...(once && { once }) }
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
