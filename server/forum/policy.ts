import { type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import { type Actor, belongsTo, has } from "../kernel/actor.ts"
import type { Tx } from "../kernel/database.ts"
import { notFound, Refusal } from "../kernel/errors.ts"
import { among, type Open, open, unseen } from "../kernel/statements.ts"
import { loadStanding, lockThreadOf, type Place, type Seen, type Standing } from "./loading.ts"
import { type CategoryKind, categories, categoryDepartments, type PostKind } from "./tables.ts"

/** Reading the forum takes a department; no role reads by itself, the administrator's neither. */
export const reads = (actor: Actor) => actor.departments.length > 0

export const maySee = (actor: Actor, place: Pick<Place, "audience" | "listed" | "categoryResponsibleId">) =>
  reads(actor) &&
  (place.audience === "all" ||
    belongsTo(actor, place.categoryResponsibleId) ||
    place.listed.some((departmentId) => actor.departments.includes(departmentId)))

type CategoryColumns = Record<"id" | "audience" | "responsibleId", AnyPgColumn>

/** A reader, or the place of one in a statement that is built once. */
export type Asker = { id: Open<string>; departments: Open<readonly string[]> }
/** Filled by `askerOf` of whoever asks. */
export const ASKER: Asker = { id: open("asker"), departments: open("departments") }
export const askerOf = ({ id, departments }: Actor) => ({ asker: id, departments })

/** The same as `maySee`, as a condition on `categories` or an alias of it; a test holds the two together. */
export function visibleTo({ departments }: Asker, category: CategoryColumns = categories): SQL {
  const own = unseen(departments, "uuid")
  const listed = sql`exists (select 1 from ${categoryDepartments}
    where ${categoryDepartments.categoryId} = ${category.id} and ${among(categoryDepartments.departmentId, own)})`
  return sql`(cardinality(${own}) > 0 and
    (${category.audience} = 'all' or ${among(category.responsibleId, own)} or ${listed}))`
}

/** Of the department that answers here. */
export const isSpecialistFor = (actor: Actor, place: Pick<Place, "responsibleId">) =>
  has(actor, "specialist") && belongsTo(actor, place.responsibleId)
const isModerator = (actor: Actor, place: Place) => isSpecialistFor(actor, place) || has(actor, "admin")
const mayModeratePostOf = (actor: Actor, place: Place, authorId: string) =>
  authorId === actor.id || isModerator(actor, place)

/** A hidden question takes its answers along; a withdrawn one stays for the sake of its answers. */
const maySeeThread = (actor: Actor, { place, thread }: Seen) =>
  maySee(actor, place) &&
  (thread.hiddenAt === null || mayModeratePostOf(actor, place, thread.authorId)) &&
  (thread.withdrawnAt === null || thread.hasAnswers || thread.authorId === actor.id)

/** A withdrawn question that stays keeps its place, but its title and tags are its author's like its text. */
export const mayReadTitle = (actor: Pick<Actor, "id">, { thread }: Pick<Seen, "thread">) =>
  thread.withdrawnAt === null || thread.authorId === actor.id

export const maySeePost = (actor: Actor, seen: Seen) =>
  maySeeThread(actor, seen) &&
  isShown(actor, seen, seen.post) &&
  (seen.parent === null || isShown(actor, seen, seen.parent)) &&
  (seen.post.withdrawnAt === null || seen.post.authorId === actor.id || owns(actor, seen) || isThread(seen))

/**
 * What an entry of the inbox may be about: what is shown, and what is one's own. Whoever sees something hidden because
 * they moderate it has no news of it. A condition of SQL says the same (`isHeardOf`); a test holds the two together.
 */
export const mayHearOf = (actor: Actor, seen: Seen) =>
  maySeePost({ ...actor, roles: [] }, seen) &&
  (seen.post.authorId === actor.id || (seen.post.hiddenAt === null && seen.post.withdrawnAt === null))

/** A reader of every category, who wrote nothing and answers nowhere. */
const ANYBODY: Actor = {
  id: "",
  displayName: "",
  roles: [],
  departments: [""],
  locale: "de",
  sessionId: null,
}

/**
 * What every reader of its category sees. Nobody finds anything else by searching, not even who sees it in its thread;
 * a withdrawn question that keeps its place there has no text any more.
 */
export const isFindable = (seen: Seen) =>
  maySeePost(ANYBODY, { ...seen, place: { ...seen.place, audience: "all" } }) &&
  seen.post.withdrawnAt === null

/** What is hidden takes along what stands under it. */
const isShown = (actor: Actor, { place }: Seen, post: { hiddenAt: Date | null; authorId: string }) =>
  post.hiddenAt === null || mayModeratePostOf(actor, place, post.authorId)
const isThread = ({ post }: Seen) => post.kind === "question" || post.kind === "best-practice"
const isStanding = ({ post, thread }: Seen) =>
  post.hiddenAt === null && post.withdrawnAt === null && thread.hiddenAt === null
const takesWriting = ({ place, question }: Seen) =>
  !place.archived && question?.state !== "closed" && question?.state !== "duplicate"
const isAsker = (actor: Actor, { thread }: Seen) => thread.authorId === actor.id

export const mayPostIn = (actor: Actor, place: Place, kind: CategoryKind) =>
  maySee(actor, place) && !place.archived && place.categoryKind === kind
/** Question and answer in one step, in a category of one's own department. */
export const mayRecord = (actor: Actor, place: Place) =>
  mayPostIn(actor, place, "questions") && isSpecialistFor(actor, place)

export const mayAnswer = (actor: Actor, seen: Seen) =>
  seen.question !== null && maySeePost(actor, seen) && takesWriting(seen) && seen.thread.hiddenAt === null
export const mayAnswerOfficially = (actor: Actor, seen: Seen) =>
  mayAnswer(actor, seen) && isSpecialistFor(actor, seen.place)
/** Take, return, hand over, pass on, mark as a duplicate. */
export const mayHandle = (actor: Actor, seen: Seen) =>
  seen.question !== null &&
  maySeePost(actor, seen) &&
  takesWriting(seen) &&
  isSpecialistFor(actor, seen.place)
export const mayAskBack = (actor: Actor, seen: Seen) =>
  mayHandle(actor, seen) &&
  isStanding(seen) &&
  (seen.question?.state === "open" || seen.question?.state === "in-progress")
export const mayAccept = (actor: Actor, seen: Seen) => isAsker(actor, seen) && mayAnswer(actor, seen)
export const mayClose = (actor: Actor, seen: Seen) =>
  mayAnswer(actor, seen) && (isAsker(actor, seen) || isSpecialistFor(actor, seen.place))
export const mayReopen = (actor: Actor, seen: Seen) =>
  seen.question !== null &&
  maySeePost(actor, seen) &&
  !seen.place.archived &&
  !takesWriting(seen) &&
  (isAsker(actor, seen) || isSpecialistFor(actor, seen.place))
export const mayComment = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) &&
  seen.post.kind !== "comment" &&
  isStanding(seen) &&
  !seen.place.archived &&
  seen.question?.state !== "closed"
/** Helpful, same question, reused: a reader's mark, never on one's own post. */
export const mayMark = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && isStanding(seen) && seen.post.authorId !== actor.id

/** An official answer belongs to its department, whoever wrote it; every other post to its author. */
const owns = (actor: Actor, { post, answer }: Seen) =>
  answer?.officialId
    ? has(actor, "specialist") && belongsTo(actor, answer.officialId)
    : post.authorId === actor.id
export const mayEdit = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && owns(actor, seen) && isStanding(seen) && !seen.place.archived
export const mayWithdraw = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && owns(actor, seen) && seen.post.withdrawnAt === null
export const mayRestore = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && owns(actor, seen) && seen.post.withdrawnAt !== null
export const mayModerate = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && mayModeratePostOf(actor, seen.place, seen.post.authorId)
/** What somebody else hid, an author cannot show again. */
export const mayShow = (actor: Actor, seen: Seen) =>
  mayModerate(actor, seen) &&
  seen.post.hiddenAt !== null &&
  (seen.post.hiddenById === actor.id || isModerator(actor, seen.place))
export const mayReview = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && !!seen.answer?.officialId && owns(actor, seen) && !seen.answer.replacedById
export const mayReportOutdated = (actor: Actor, seen: Seen) =>
  maySeePost(actor, seen) && isStanding(seen) && !!seen.answer?.officialId && !seen.answer.replacedById

export const mayDraftStructure = (actor: Actor) => has(actor, "editor") || has(actor, "admin")
export const mayReleaseStructure = (actor: Actor) => has(actor, "lead") || has(actor, "admin")
/** The departments whose queue one works on. */
export const queueDepartments = (actor: Actor) => (has(actor, "specialist") ? actor.departments : [])

type May = (actor: Actor, seen: Seen) => boolean

/**
 * Loads a post for acting on it and locks its thread, or refuses: 404 for what is missing or invisible,
 * 409 where the state of things is in the way, 403 otherwise.
 * @param kinds what the id may name; a comment is no answer
 */
export async function accessPostForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  kinds: PostKind[],
  may: May,
): Promise<Standing> {
  // Read under the lock, so that nobody decides meanwhile.
  await lockThreadOf(tx, id)
  const standing = await loadStanding(tx, id)
  if (!standing || !kinds.includes(standing.post.kind) || !maySeePost(actor, standing)) throw notFound()
  if (!may(actor, standing)) throw refusalOf(standing)
  return standing
}

export type QuestionStanding = Standing & { question: NonNullable<Standing["question"]> }
export type AnswerStanding = QuestionStanding & { answer: NonNullable<Standing["answer"]> }

export async function accessQuestionForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  may: May,
): Promise<QuestionStanding> {
  const standing = await accessPostForChange(tx, actor, id, ["question"], may)
  if (!standing.question) throw notFound()
  return { ...standing, question: standing.question }
}

export async function accessAnswerForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  may: May,
): Promise<AnswerStanding> {
  const standing = await accessPostForChange(tx, actor, id, ["answer"], may)
  if (!standing.question || !standing.answer) throw notFound()
  return { ...standing, question: standing.question, answer: standing.answer }
}

/** Why something cannot be done to a post that one sees. */
export function refusalOf({ place, question, post }: Seen): Refusal {
  if (place.archived) return new Refusal(409, "category.archived")
  if (question?.state === "closed") return new Refusal(409, "question.closed")
  if (question?.state === "duplicate") return new Refusal(409, "question.duplicate")
  if (post.hiddenAt) return new Refusal(409, "post.hidden")
  if (post.withdrawnAt) return new Refusal(409, "post.withdrawn")
  return new Refusal(403, "forbidden")
}
