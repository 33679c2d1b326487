import { and, asc, desc, eq, isNotNull, isNull, lt, ne, or, type SQL } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { compareNames } from "../../kernel/order.ts"
import { accessCohortStep, mayFacilitate, type Standing } from "../policy.ts"
import { cohortSteps, programmeSteps, programmes } from "../tables.ts"
import { accessLesson, accessRetrospective, type GroupStanding, type Lesson } from "./policy.ts"
import type { EarlierLesson, LessonView, ListedLesson } from "./schema.ts"
import { HEADINGS, lessons } from "./tables.ts"

/** What the group wrote, released or not, in the order of the board's columns. */
export async function listLessons(reader: Reader, actor: Actor, cohortId: string): Promise<LessonView[]> {
  const standing = await accessRetrospective(reader, actor, cohortId)
  const rows = await reader
    .select()
    .from(lessons)
    .where(eq(lessons.cohortId, cohortId))
    .orderBy(asc(lessons.id))
  return rows.map((lesson) => viewOf({ ...lesson, cohortId }, standing)).toSorted(byKind)
}

export async function findLesson(reader: Reader, actor: Actor, id: string): Promise<LessonView> {
  const { lesson, standing } = await accessLesson(reader, actor, id)
  return viewOf(lesson, standing)
}

/** What earlier cohorts of the same programme, in whichever edition, released. */
export async function listEarlierLessons(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<EarlierLesson[]> {
  return earlierThan(reader, await accessRetrospective(reader, actor, cohortId))
}

/** The same on the page of the cohort's first workshop, and nothing anywhere else; nothing for managers. */
export async function lessonsForSession(
  reader: Reader,
  actor: Actor,
  cohortStepId: string,
): Promise<EarlierLesson[]> {
  const standing = await accessCohortStep(reader, actor, cohortStepId)
  if (standing.own.every(({ part }) => part === "manager")) return []
  const [first] = await reader
    .select({ id: cohortSteps.id })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(and(eq(cohortSteps.cohortId, standing.cohort.id), eq(programmeSteps.kind, "workshop")))
    .orderBy(asc(programmeSteps.position))
    .limit(1)
  return first?.id === cohortStepId ? earlierThan(reader, standing) : []
}

/** Everything that was released, for facilitators who prepare or advise. */
export async function listReleasedLessons(reader: Reader, actor: Actor): Promise<ListedLesson[]> {
  if (!mayFacilitate(actor)) throw forbidden()
  const names = await reader
    .select({ familyId: programmes.familyId, name: programmes.name })
    .from(programmes)
    .where(isNotNull(programmes.publishedAt))
    .orderBy(asc(programmes.edition))
  // The latest edition says what the programme is called today.
  const nameOf = new Map(names.map(({ familyId, name }) => [familyId, name]))
  const rows = await reader
    .select()
    .from(lessons)
    .where(isNotNull(lessons.releasedOn))
    .orderBy(desc(lessons.releasedOn), asc(lessons.id))
  return rows
    .map((lesson) => ({
      ...asRead(lesson),
      programme: nameOf.get(lesson.familyId) ?? "",
      can: { remove: lesson.cohortId === null },
    }))
    .toSorted((one, other) => compareNames(one.programme, other.programme) || byKind(one, other))
}

async function earlierThan(reader: Reader, { cohort }: Pick<Standing, "cohort">): Promise<EarlierLesson[]> {
  const rows = await reader
    .select({ lesson: lessons })
    .from(lessons)
    .innerJoin(programmes, eq(programmes.familyId, lessons.familyId))
    .where(and(eq(programmes.id, cohort.programmeId), isForLater(cohort)))
    .orderBy(desc(lessons.releasedOn), asc(lessons.id))
  return rows.map(({ lesson }) => asRead(lesson)).toSorted(byKind)
}

const isForLater = ({ id, startOn }: Standing["cohort"]): SQL | undefined =>
  and(
    isNotNull(lessons.releasedOn),
    lt(lessons.startedOn, startOn),
    or(isNull(lessons.cohortId), ne(lessons.cohortId, id)),
  )

function asRead({ id, kind, title, body, releasedOn }: Lesson): EarlierLesson {
  if (!releasedOn) throw new Error("a lesson that is not released")
  return { id, kind, title, body, releasedOn }
}

function viewOf(lesson: Lesson & { cohortId: string }, { leads }: GroupStanding): LessonView {
  const { id, cohortId, kind, title, body, releasedOn, version } = lesson
  const can = {
    edit: releasedOn === null,
    release: leads && releasedOn === null,
    withdraw: leads && releasedOn !== null,
  }
  return { id, cohortId, kind, title, body, releasedOn, version, can }
}

const byKind = (one: Pick<Lesson, "kind">, other: Pick<Lesson, "kind">) =>
  HEADINGS.indexOf(one.kind) - HEADINGS.indexOf(other.kind)
