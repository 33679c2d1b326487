import { and, eq, isNull } from "drizzle-orm"
import { findActor, findMailAddress } from "../../accounts/index.ts"
import type { Locale } from "../../kernel/actor.ts"
import type { Db, Tx } from "../../kernel/database.ts"
import { enqueue, type Jobs } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import { cohortMembers } from "../tables.ts"
import { isReadable } from "./policy.ts"
import { reportOf } from "./queries.ts"

const QUEUE = "qualification.report"

/** Tells every manager of the cohort that there is a report to read. */
export async function tellReleased(tx: Tx, cohortId: string): Promise<void> {
  const managers = await tx
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "manager"),
        isNull(cohortMembers.leftAt),
      ),
    )
  for (const { personId } of managers) await enqueue(tx, QUEUE, { cohortId, personId })
}

export function reportMailJob(jobs: Jobs, db: Db, post: Post, publicUrl: string): void {
  jobs.declare(QUEUE, async ({ cohortId, personId }, job) => {
    if (cohortId && personId) await deliver(db, post, publicUrl, cohortId, personId, job)
  })
}

/** Reads the state as it is now: what was withdrawn meanwhile, or is no longer theirs, is told to nobody. */
async function deliver(
  db: Db,
  post: Post,
  publicUrl: string,
  cohortId: string,
  personId: string,
  job: string,
) {
  const manager = await findActor(db, personId, null)
  const report = await reportOf(db, cohortId)
  const address = await findMailAddress(db, personId)
  const [part] = await db
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.personId, personId),
        eq(cohortMembers.part, "manager"),
        isNull(cohortMembers.leftAt),
      ),
    )
  if (!manager || !address || !part || !report || !isReadable(report)) return
  await post.send({
    to: address,
    ...mailOf(manager.locale, `${publicUrl}/lerngruppen/${cohortId}/rueckmeldung`),
    key: ["report", job, personId],
    about: cohortId,
  })
}

function mailOf(locale: Locale, address: string) {
  if (locale === "en")
    return {
      subject: "Feedback of your cohort",
      text: `Hello,\n\nthe cohort has released its feedback report for you.\n\nRead it: ${address}\n`,
    }
  return {
    subject: "Rückmeldung Ihrer Lerngruppe",
    text: `Guten Tag,\n\ndie Lerngruppe hat ihre Rückmeldung für Sie freigegeben.\n\nZur Rückmeldung: ${address}\n`,
  }
}
