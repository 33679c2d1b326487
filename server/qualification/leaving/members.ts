import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { departments, findActor, hasName, isAtWork, memberships, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, type Reader, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { limit } from "../../kernel/throttle.ts"
import { now } from "../../kernel/time.ts"
import { uninviteFromRounds } from "../assessments/invitations.ts"
import { inviteLatecomer, uninvite } from "../cohorts/invitations.ts"
import type { Candidate, NewMember } from "../cohorts/schema.ts"
import { comingTo } from "../cohorts/sessions.ts"
import { accessCohort, accessCohortForChange, type Member } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { departLater, stay } from "./actions.ts"

const record = auditOf("cohort")

const MOST_FOUND = 20
const SEARCHES_PER_MINUTE = 30

/**
 * Whom a facilitator could add: active people whose name holds the words, with their departments and nothing else.
 * A facilitator from outside has no other list of people, so this one is short and cannot be read through.
 */
export async function findCandidates(
  db: Db,
  actor: Actor,
  cohortId: string,
  words: string,
): Promise<Candidate[]> {
  await accessCohort(db, actor, cohortId, ["facilitator"])
  await limit(db, `cohort-candidates:${actor.id}`, SEARCHES_PER_MINUTE, 60)
  if (words.trim().length < 2) return []
  return db
    .select({ id: people.id, name: people.displayName, departments: departmentNames })
    .from(people)
    .where(and(isAtWork, hasName(words)))
    .orderBy(byName(people.displayName), people.id)
    .limit(MOST_FOUND)
}

const departmentNames = sql<string[]>`array(
  select d.name from ${memberships} own join ${departments} d on d.id = own.department_id
  where own.person_id = ${people}.id order by d.name collate german_order)`

/**
 * Whoever left and comes back takes up their former place. Adding somebody twice changes nothing. Once invitations are
 * out, a latecomer gets theirs at once.
 */
export async function addMember(
  db: Db,
  actor: Actor,
  cohortId: string,
  { personId, part, managerId = null }: NewMember,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    if (!(await findActor(tx, personId, null))) throw new Refusal(422, "cohort.person-unknown", "personId")
    if (part === "learner") await refuseManager(tx, cohortId, personId, managerId)
    const [former] = await tx
      .select()
      .from(cohortMembers)
      .where(and(inCohort(cohortId), eq(cohortMembers.personId, personId), eq(cohortMembers.part, part)))
    if (former && !former.leftAt) return { id: former.id }
    const before = (await comingTo(tx, cohortId)).get(personId)
    const id = former?.id ?? newId()
    const place = { managerId: part === "learner" ? managerId : null, joinedAt: now() }
    if (former)
      await tx
        .update(cohortMembers)
        .set({ ...place, leftAt: null })
        .where(eq(cohortMembers.id, id))
    else await tx.insert(cohortMembers).values({ id, cohortId, personId, part, ...place })
    if (former) await stay(tx, id)
    await inviteLatecomer(tx, cohortId, personId, before)
    await record(tx, actor, "member-added", cohortId, { memberId: id, part })
    return { id }
  })
}

/** With whom learners make agreements from now on: all of them or, where one is refused, none. */
export async function changeManagers(
  db: Db,
  actor: Actor,
  cohortId: string,
  memberIds: string[],
  managerId: string | null,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    for (const memberId of new Set(memberIds)) {
      const member = await memberOf(tx, cohortId, memberId)
      if (member.part !== "learner") throw new Refusal(422, "cohort.not-a-learner", "managerId")
      if (member.managerId === managerId) continue
      await refuseManager(tx, cohortId, member.personId, managerId)
      await tx.update(cohortMembers).set({ managerId }).where(eq(cohortMembers.id, memberId))
      await record(tx, actor, "manager-changed", cohortId, { memberId })
    }
  })
}

/**
 * Ends the person's right at once and takes the sessions off their calendar. What is a learner's own goes 30 days
 * later. The last facilitator stays.
 */
export async function removeMember(db: Db, actor: Actor, cohortId: string, memberId: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const member = await memberOf(tx, cohortId, memberId)
    if (member.part === "facilitator") await refuseLastFacilitator(tx, member)
    await tx.update(cohortMembers).set({ leftAt: now() }).where(eq(cohortMembers.id, memberId))
    if (member.part === "manager")
      await tx
        .update(cohortMembers)
        .set({ managerId: null })
        .where(and(inCohort(cohortId), eq(cohortMembers.managerId, member.personId)))
    await uninvite(tx, member)
    await uninviteFromRounds(tx, memberId, member.personId)
    if (member.part === "learner") await departLater(tx, member, actor)
    await record(tx, actor, "member-left", cohortId, { memberId, part: member.part })
  })
}

const inCohort = (cohortId: string) => eq(cohortMembers.cohortId, cohortId)

async function memberOf(reader: Reader, cohortId: string, memberId: string): Promise<Member> {
  const [member] = await reader
    .select()
    .from(cohortMembers)
    .where(and(eq(cohortMembers.id, memberId), inCohort(cohortId), isNull(cohortMembers.leftAt)))
  if (!member) throw notFound()
  return member
}

async function refuseManager(
  reader: Reader,
  cohortId: string,
  learnerId: string,
  managerId: string | null,
): Promise<void> {
  if (managerId === null) return
  const [manager] = await reader
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(
      and(
        inCohort(cohortId),
        eq(cohortMembers.personId, managerId),
        eq(cohortMembers.part, "manager"),
        isNull(cohortMembers.leftAt),
      ),
    )
  if (!manager || managerId === learnerId) throw new Refusal(422, "cohort.manager-unknown", "managerId")
}

async function refuseLastFacilitator(reader: Reader, { id, cohortId }: Member): Promise<void> {
  const [other] = await reader
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(
      and(
        inCohort(cohortId),
        eq(cohortMembers.part, "facilitator"),
        isNull(cohortMembers.leftAt),
        ne(cohortMembers.id, id),
      ),
    )
    .limit(1)
  if (!other) throw new Refusal(409, "cohort.last-facilitator")
}
