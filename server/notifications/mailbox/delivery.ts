import { findDepartment, readInstallation } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import { type Db, FIRST_ID } from "../../kernel/database.ts"
import type { Handler, Jobs } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import type { Letter } from "../../kernel/notices.ts"
import type { DescribeInbox, InboxFacts } from "../inbox/queries.ts"
import { layOut } from "../layout.ts"
import { MAILS_AT_ONCE } from "../sending.ts"
import { MAILBOX_QUEUE } from "./telling.ts"
import { MAILBOX_WORDS, type MailboxNotice } from "./words.ts"

type Parts = {
  db: Db
  jobs: Jobs
  post: Post
  config: Pick<Config, "publicUrl">
  describeInbox: DescribeInbox
}

export function mailboxJobs(parts: Parts): void {
  parts.jobs.declare(MAILBOX_QUEUE, deliveryOf(parts), undefined, MAILS_AT_ONCE)
}

/** As things stand now: what the department may not see any more is not sent, nor is anything where it has no mailbox. */
function deliveryOf({ db, post, config, describeInbox }: Parts): Handler {
  return async ({ notice, subjectId, groupId, departmentId }, job) => {
    if (!subjectId || !groupId || !departmentId || !isKnown(notice))
      throw new Error(`nobody knows how to tell a shared mailbox of ${notice}`)
    const department = await findDepartment(db, departmentId)
    if (!department?.mailbox || department.archivedAt) return
    const facts = (await describeInbox(anybodyOf(departmentId), [subjectId])).get(subjectId)
    if (!facts) return
    const { mailWithoutContent } = await readInstallation(db)
    const told = write(notice, department.name, facts, mailWithoutContent)
    const laid = layOut(told, "de", config.publicUrl, false)
    await post.send({ to: department.mailbox, ...laid, about: groupId, key: [notice, job] })
  }
}

const isKnown = (notice: string | null | undefined): notice is MailboxNotice =>
  typeof notice === "string" && Object.hasOwn(MAILBOX_WORDS.news, notice)

/** Whoever reads the mailbox: somebody of the department, nobody in particular. */
const anybodyOf = (departmentId: string): Actor => ({
  id: FIRST_ID,
  displayName: "",
  roles: [],
  departments: [departmentId],
  locale: "de",
  sessionId: null,
})

function write(
  notice: MailboxNotice,
  department: string,
  { title, place, text, address }: InboxFacts,
  withoutContent: boolean,
): { letter: Letter; path: string | null } {
  const { news, placed, below } = MAILBOX_WORDS
  const { subject, opening, link } = news[notice]
  const letter = { subject, paragraphs: [opening(department)], link, below: [below(department)] }
  if (withoutContent || title === null) return { letter, path: address }
  const section = { title, paragraphs: place ? [placed(place)] : [], quote: text, link, path: address }
  return { letter: { ...letter, subject: `${subject}: ${title}`, sections: [section] }, path: null }
}
