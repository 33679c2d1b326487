import { inArray } from "drizzle-orm"
import { people, requireAdmin } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Db } from "../../kernel/database.ts"
import { readMailJobs, type UnsentJob } from "../../kernel/mail-jobs.ts"
import { MAIL_QUEUES } from "./queues.ts"
import type { MailQueue, UnsentMail } from "./schema.ts"

/** What waits and what failed, and for whom; what the mails say is in none of the jobs. */
export async function readMailQueue(db: Db, actor: Actor): Promise<MailQueue> {
  requireAdmin(actor)
  const { waiting, since, repeated, failed } = await readMailJobs(db, MAIL_QUEUES)
  const names = await namesOf(db, [...repeated, ...failed])
  const shown = (job: UnsentJob): UnsentMail => {
    const { id, queue, data, code, at, next } = job
    const to = recipientOf(job)
    const name = to && names.get(to)
    return {
      id,
      notice: data.notice ?? queue,
      person: to && name ? { id: to, name } : null,
      code,
      at: at.toISOString(),
      next: next?.toISOString() ?? null,
    }
  }
  return {
    waiting,
    since: since?.toISOString() ?? null,
    repeated: repeated.map(shown),
    failed: failed.map(shown),
  }
}

const recipientOf = ({ data }: UnsentJob) => data.to ?? data.personId ?? null

async function namesOf(db: Db, jobs: UnsentJob[]): Promise<Map<string, string>> {
  const ids = [...new Set(jobs.flatMap((job) => recipientOf(job) ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
