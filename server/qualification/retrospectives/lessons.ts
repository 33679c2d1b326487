import { and, asc, eq, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, only, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { today } from "../../kernel/time.ts"
import { mayFacilitate } from "../policy.ts"
import { programmes } from "../tables.ts"
import {
  accessBoardForChange,
  accessCard,
  accessCardGroup,
  accessLesson,
  type GroupStanding,
  requireLead,
  requireStage,
} from "./policy.ts"
import type { EditedLesson, NewLesson } from "./schema.ts"
import { lessons, retrospectiveCards } from "./tables.ts"
import { lessonFrom } from "./wording.ts"

type Written = Omit<NewLesson, "key">

export async function writeLesson(
  db: Db,
  actor: Actor,
  cohortId: string,
  { key, ...written }: NewLesson,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const standing = await accessBoardForChange(tx, actor, cohortId)
    return once(tx, actor, key, ["lesson", cohortId, ...Object.values(written)], (id) =>
      insert(tx, standing, id, written),
    )
  })
}

/** A lesson that begins with the words of a card, once the board is closed: until then the card has an author. */
export async function takeOverCard(
  db: Db,
  actor: Actor,
  cardId: string,
  key?: string,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { card } = await accessCard(tx, actor, cardId)
    const standing = await accessBoardForChange(tx, actor, card.cohortId)
    requireStage(standing.stage, "closed")
    return once(tx, actor, key, ["lesson-of-card", cardId], (id) =>
      insert(tx, standing, id, { kind: card.heading, ...lessonFrom(card.body) }),
    )
  })
}

/** The same with the name of a group as its title and its cards as a list. */
export async function takeOverCardGroup(
  db: Db,
  actor: Actor,
  groupId: string,
  key?: string,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { group } = await accessCardGroup(tx, actor, groupId)
    const standing = await accessBoardForChange(tx, actor, group.cohortId)
    requireStage(standing.stage, "closed")
    const cards = await tx
      .select({ body: retrospectiveCards.body })
      .from(retrospectiveCards)
      .where(eq(retrospectiveCards.groupId, groupId))
      .orderBy(asc(retrospectiveCards.id))
    const body = cards.map((card) => `– ${card.body}`).join("\n")
    return once(tx, actor, key, ["lesson-of-group", groupId], (id) =>
      insert(tx, standing, id, { kind: group.heading, title: group.title, body: wholeLines(body) }),
    )
  })
}

const LONGEST_BODY = 4000

/** As many lines as fit, and a mark where some did not: whoever words the lesson sees that there are more cards. */
function wholeLines(text: string): string {
  if ([...text].length <= LONGEST_BODY) return text
  const fitting = [...text].slice(0, LONGEST_BODY - 2).join("")
  return `${fitting.slice(0, fitting.lastIndexOf("\n"))}\n…`
}

/** 409 `lesson.released` for what others read already, `lesson.changed` when somebody else was faster. */
export async function editLesson(
  db: Db,
  actor: Actor,
  id: string,
  { version, ...written }: EditedLesson,
): Promise<string> {
  return transact(db, async (tx) => {
    const { lesson } = await lessonForChange(tx, actor, id, version)
    if (lesson.releasedOn) throw new Refusal(409, "lesson.released")
    await tx
      .update(lessons)
      .set({ ...written, title: written.title.trim(), version: version + 1 })
      .where(eq(lessons.id, id))
    return lesson.cohortId
  })
}

/** @returns the id of the cohort */
export async function removeLesson(db: Db, actor: Actor, id: string): Promise<string> {
  return transact(db, async (tx) => {
    const { lesson } = await lessonForChange(tx, actor, id, null)
    if (lesson.releasedOn) throw new Refusal(409, "lesson.released")
    await tx.delete(lessons).where(eq(lessons.id, id))
    return lesson.cohortId
  })
}

/** By the facilitator, and exactly what they and the group have read. @returns the id of the cohort */
export async function releaseLesson(db: Db, actor: Actor, id: string, version: number): Promise<string> {
  return changeRelease(db, actor, id, version, today())
}

export async function withdrawLesson(db: Db, actor: Actor, id: string, version: number): Promise<string> {
  return changeRelease(db, actor, id, version, null)
}

/** One whose cohort is gone: any facilitator can take away what should not stand there. */
export async function removeOrphan(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    if (!mayFacilitate(actor)) throw forbidden()
    const gone = await tx
      .delete(lessons)
      .where(and(eq(lessons.id, id), isNull(lessons.cohortId)))
      .returning({ id: lessons.id })
    if (gone.length === 0) throw notFound()
    await audit(tx, actor, { action: "lesson.removed", subjectType: "lesson", subjectId: id })
  })
}

/** With the cohort go the lessons that nobody else was to read. */
export async function forgetLessons(tx: Tx, cohortId: string): Promise<void> {
  await tx.delete(lessons).where(and(eq(lessons.cohortId, cohortId), isNull(lessons.releasedOn)))
}

async function changeRelease(
  db: Db,
  actor: Actor,
  id: string,
  version: number,
  releasedOn: string | null,
): Promise<string> {
  return transact(db, async (tx) => {
    const { lesson } = await lessonForChange(tx, actor, id, version, requireLead)
    await tx
      .update(lessons)
      .set({ releasedOn, version: version + 1 })
      .where(eq(lessons.id, id))
    const action = releasedOn ? "lesson.released" : "lesson.withdrawn"
    await audit(tx, actor, { action, subjectType: "lesson", subjectId: id })
    return lesson.cohortId
  })
}

/** Locked with its board, and read again behind the lock. */
async function lessonForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
  check: (standing: GroupStanding) => void = () => undefined,
) {
  const { lesson: before, standing } = await accessLesson(tx, actor, id)
  check(standing)
  await accessBoardForChange(tx, actor, before.cohortId)
  const found = await accessLesson(tx, actor, id)
  const { kind, title, body } = found.lesson
  if (version !== null && found.lesson.version !== version)
    throw new Refusal(409, "lesson.changed", undefined, {
      current: { kind, title, body, version: found.lesson.version },
    })
  return found
}

async function insert(tx: Tx, { cohort }: GroupStanding, id: string, written: Written): Promise<void> {
  const { familyId } = only(
    await tx
      .select({ familyId: programmes.familyId })
      .from(programmes)
      .where(eq(programmes.id, cohort.programmeId)),
  )
  const { kind, title, body } = written
  await tx
    .insert(lessons)
    .values({ id, cohortId: cohort.id, familyId, kind, title: title.trim(), body, startedOn: cohort.startOn })
}
