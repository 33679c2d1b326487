import { and, eq, isNull } from "drizzle-orm"
import { findActor, findMailAddress, people, readInstallation } from "../../accounts/index.ts"
import type { Db, Reader, Tx } from "../../kernel/database.ts"
import { enqueue, type Jobs } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { leftMail, removedMail } from "./mails.ts"
import { departures } from "./tables.ts"

const QUEUE = "qualification.leaving"

/** That somebody left, and what has to be planned anew; no reason, as nobody was asked for one. */
export async function tellFacilitators(
  tx: Tx,
  cohortId: string,
  personId: string,
  exceptId?: string,
): Promise<void> {
  for (const facilitatorId of await facilitatorsOf(tx, cohortId)) {
    // Whoever did it knows, unless rounds are left without a peer.
    if (facilitatorId === exceptId && !(await hasLonelyRounds(tx, cohortId))) continue
    await enqueue(tx, QUEUE, { kind: "left", cohortId, personId, facilitatorId })
  }
}

/** Until when they can take along what is theirs. */
export async function tellRemoved(tx: Tx, memberId: string, personId: string): Promise<void> {
  await enqueue(tx, QUEUE, { kind: "removed", memberId, personId })
}

export function leavingMailJob(jobs: Jobs, db: Db, post: Post, publicUrl: string): void {
  jobs.declare(QUEUE, async ({ kind, cohortId, personId, facilitatorId, memberId }, job) => {
    if (kind === "left" && cohortId && personId && facilitatorId)
      await sendLeft({ db, post, publicUrl, job }, cohortId, personId, facilitatorId)
    if (kind === "removed" && memberId && personId)
      await sendRemoved({ db, post, publicUrl, job }, memberId, personId)
  })
}

type Parts = { db: Db; post: Post; publicUrl: string; job: string }

async function sendLeft(
  { db, post, publicUrl, job }: Parts,
  cohortId: string,
  personId: string,
  toId: string,
) {
  const reader = await findActor(db, toId, null)
  const to = await findMailAddress(db, toId)
  const [cohort] = await db.select({ name: cohorts.name }).from(cohorts).where(eq(cohorts.id, cohortId))
  const [person] = await db.select({ name: people.displayName }).from(people).where(eq(people.id, personId))
  if (!reader || !to || !cohort || !person) return
  if (!(await facilitatorsOf(db, cohortId)).includes(toId)) return
  const { mailWithoutContent } = await readInstallation(db)
  const address = `${publicUrl}/lerngruppen/${cohortId}`
  const hasLonely = await hasLonelyRounds(db, cohortId)
  const content = { person: person.name, cohort: cohort.name, address, hasLonely, mailWithoutContent }
  await post.send({ to, ...leftMail(reader.locale, content), key: ["left", job, toId], about: cohortId })
}

/** Somebody who was taken in again meanwhile is told nothing. */
async function sendRemoved({ db, post, publicUrl, job }: Parts, memberId: string, personId: string) {
  const reader = await findActor(db, personId, null)
  const to = await findMailAddress(db, personId)
  const [departure] = await db
    .select({ dueOn: departures.dueOn, cohort: cohorts.name })
    .from(departures)
    .innerJoin(cohortMembers, eq(cohortMembers.id, departures.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(departures.memberId, memberId))
  if (!reader || !to || !departure) return
  const { mailWithoutContent } = await readInstallation(db)
  const address = `${publicUrl}/qualifizierung/meine-daten`
  const mail = removedMail(reader.locale, { ...departure, address, mailWithoutContent })
  await post.send({ to, ...mail, key: ["removed", job, personId] })
}

async function facilitatorsOf(reader: Reader, cohortId: string): Promise<string[]> {
  const rows = await reader
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "facilitator"),
        isNull(cohortMembers.leftAt),
      ),
    )
  return rows.map(({ personId }) => personId)
}

/** Rounds that are not over and have no peer, although the cohort has somebody who could be one. */
async function hasLonelyRounds(reader: Reader, cohortId: string): Promise<boolean> {
  const learners = await reader.$count(
    cohortMembers,
    and(
      eq(cohortMembers.cohortId, cohortId),
      eq(cohortMembers.part, "learner"),
      isNull(cohortMembers.leftAt),
    ),
  )
  if (learners < 2) return false
  const lonely = await reader
    .select({ id: assessmentRounds.id })
    .from(assessmentRounds)
    .innerJoin(cohortMembers, eq(cohortMembers.id, assessmentRounds.learnerId))
    .where(
      and(
        eq(assessmentRounds.cohortId, cohortId),
        isNull(assessmentRounds.peerId),
        isNull(assessmentRounds.confirmedAt),
        isNull(cohortMembers.leftAt),
      ),
    )
    .limit(1)
  return lonely.length > 0
}
