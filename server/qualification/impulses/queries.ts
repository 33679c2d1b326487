import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { hasBegun } from "../cohorts/dates.ts"
import { accessCohort, enrolmentOf, isPart } from "../policy.ts"
import { stepHtml } from "../programmes/rendered.ts"
import type { CohortView } from "../schema.ts"
import { cohortMembers, cohortSteps, programmeSteps } from "../tables.ts"
import { type Access, type Answer, accessImpulse, IMPULSE_PARTS } from "./policy.ts"
import type { ImpulseRow, ImpulseView, OfferedQuestion, OwnAnswer } from "./schema.ts"
import { impulseAnswers, type SharedWith } from "./tables.ts"

/** Open questions that fit some words, as somebody outside of this module finds them for one person. */
export type OpenQuestions = (actor: Actor, words: string, most: number) => Promise<OfferedQuestion[]>

const MOST_OFFERED = 5

/** In the order of their dates. Learners get what is released, facilitators also what is planned. */
export async function listImpulses(reader: Reader, actor: Actor, cohortId: string): Promise<ImpulseRow[]> {
  const standing = await accessCohort(reader, actor, cohortId, IMPULSE_PARTS)
  const learner = enrolmentOf(standing)
  const answers = learner ? await selectAnswers(reader, learner.id) : []
  return impulseRows(await selectImpulses(reader, cohortId), answers, isPart(standing, "facilitator"))
}

export const selectImpulses = (reader: Reader, cohortId: string) =>
  reader
    .select({
      id: cohortSteps.id,
      startsAt: cohortSteps.startsAt,
      cancelledAt: cohortSteps.cancelledAt,
      title: programmeSteps.title,
      minutes: programmeSteps.minutes,
      voluntary: programmeSteps.voluntary,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(and(eq(cohortSteps.cohortId, cohortId), eq(programmeSteps.kind, "impulse")))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))

/** What a learner has done with which impulse. */
export const selectAnswers = (reader: Reader, memberId: string) =>
  reader
    .select({
      cohortStepId: impulseAnswers.cohortStepId,
      state: impulseAnswers.state,
      sharedWith: impulseAnswers.sharedWith,
    })
    .from(impulseAnswers)
    .where(eq(impulseAnswers.memberId, memberId))

type Dated = Awaited<ReturnType<typeof selectImpulses>>[number]
type Given = Awaited<ReturnType<typeof selectAnswers>>[number]

/** Of all impulses of a cohort those that somebody may know, with what they have done. */
export const impulseRows = (impulses: Dated[], answers: Given[], facilitates: boolean): ImpulseRow[] =>
  impulses
    .map((impulse) => ({
      impulse,
      answer: answers.find(({ cohortStepId }) => cohortStepId === impulse.id),
    }))
    .filter(({ impulse, answer }) => hasBegun(impulse) || facilitates || answer)
    .map(({ impulse, answer }) => ({
      ...shownOf(impulse),
      state: answer?.state ?? null,
      sharedWith: answer?.sharedWith ?? null,
    }))

/**
 * When impulses come in a cohort that the person has before them, also those that are not released yet: of these the day
 * and nothing else. Managers get none.
 */
export async function listImpulseDates(
  reader: Reader,
  { id: cohortId, parts }: Pick<CohortView, "id" | "parts">,
): Promise<string[]> {
  if (!IMPULSE_PARTS.some((part) => parts.includes(part))) return []
  const rows = await reader
    .select({ startsAt: cohortSteps.startsAt })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohortId),
        eq(programmeSteps.kind, "impulse"),
        isNull(cohortSteps.cancelledAt),
      ),
    )
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
  return rows.map(({ startsAt }) => startsAt.toISOString())
}

/** The facilitator gets no question of the forum offered: the task is the learners'. */
export async function findImpulse(
  reader: Reader,
  actor: Actor,
  id: string,
  openQuestions: OpenQuestions,
): Promise<ImpulseView> {
  const access = await accessImpulse(reader, actor, id)
  const { step, learner, answer } = access
  const { title, contents, materials, tasks, questions, features } = step.step
  const offers = learner && features.includes("open-questions")
  return {
    ...shownOf({ ...step.step, ...step }),
    cohortId: step.cohortId,
    contents,
    materials,
    tasks,
    html: stepHtml({ ...step.step, guidance: null }),
    questions,
    own: answer ? ownOf(answer) : null,
    shared: await sharedOf(reader, access),
    openQuestions: offers ? await openQuestions(actor, `${title} ${contents}`, MOST_OFFERED) : null,
    can: { answer: learner !== undefined },
  }
}

const shownOf = ({ id, startsAt, cancelledAt, title, minutes, voluntary }: Dated) => ({
  id,
  title,
  minutes,
  voluntary,
  releaseAt: startsAt.toISOString(),
  planned: cancelledAt === null && !hasBegun({ startsAt, cancelledAt }),
  cancelled: cancelledAt !== null,
})

const ownOf = ({ state, answers, sharedWith, sharedAnswers, version }: Answer): OwnAnswer => {
  return { state, answers, sharedWith, sharedAnswers, version }
}

async function sharedOf(reader: Reader, access: Access) {
  const own = access.own.map(({ id }) => id)
  const audience: SharedWith[] = isPart(access, "facilitator") ? ["group", "facilitator"] : ["group"]
  const rows = await reader
    .select({
      name: people.displayName,
      memberId: impulseAnswers.memberId,
      answers: impulseAnswers.sharedAnswers,
    })
    .from(impulseAnswers)
    .innerJoin(cohortMembers, eq(cohortMembers.id, impulseAnswers.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(impulseAnswers.cohortStepId, access.step.id), inArray(impulseAnswers.sharedWith, audience)))
    .orderBy(byName(people.displayName), asc(impulseAnswers.memberId))
  return rows
    .filter(({ memberId }) => !own.includes(memberId))
    .map(({ name, answers }) => ({ name, answers: answers ?? [] }))
}
