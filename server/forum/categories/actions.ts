import { isDeepStrictEqual } from "node:util"
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm"
import type { Static } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import { now } from "../../kernel/time.ts"
import { indexCategories, indexThread } from "../indexing.ts"
import { lockThread } from "../loading.ts"
import { mayDraftStructure, mayReleaseStructure } from "../policy.ts"
import { settleState } from "../questions/state.ts"
import {
  type CategoryFields,
  categories,
  categoryDepartments,
  categoryDrafts,
  questions,
  threads,
} from "../tables.ts"
import { faultOfPlace, findFault } from "./faults.ts"
import { listFields, versionOf } from "./queries.ts"
import type { CategoryDraft, Release } from "./schema.ts"

/** Drafts a new category; nobody sees it before its release. */
export async function draftNewCategory(
  db: Db,
  actor: Actor,
  fields: Static<typeof CategoryDraft>,
): Promise<{ id: string }> {
  const id = newId()
  await draftCategory(db, actor, id, fields, true)
  return { id }
}

/** Drafts what an existing (or drafted) category is to become; false when it is like that already. */
export async function draftCategory(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof CategoryDraft>,
  isNew = false,
): Promise<boolean> {
  return transact(db, async (tx) => {
    if (!mayDraftStructure(actor)) throw forbidden()
    await lockStructure(tx)
    const known = await plannedStructure(tx)
    if (!isNew && !known.has(id)) throw notFound()
    const fields = tidy(input)
    const fault = await findFault(tx, id, fields, known)
    if (fault) throw new Refusal(422, fault.code, fault.field)
    renderMarkdown(fields.guide, "guide")
    const current = (await listFields(tx)).find((category) => category.id === id)
    if (current && isDeepStrictEqual(tidy(current.fields), fields)) {
      await removeDraft(tx, actor, id)
      return false
    }
    const draft = { authorId: actor.id, fields, changedAt: now() }
    await tx
      .insert(categoryDrafts)
      .values({ categoryId: id, ...draft })
      .onConflictDoUpdate({ target: categoryDrafts.categoryId, set: draft })
    await audit(tx, actor, {
      action: "structure.draft",
      subjectType: "category",
      subjectId: id,
      detail: { name: fields.name },
    })
    return true
  })
}

/** Takes one change back from the draft. */
export async function discardDraft(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    if (!mayDraftStructure(actor)) throw forbidden()
    await lockStructure(tx)
    if (!(await hasDraft(tx, id))) throw notFound()
    await removeDraft(tx, actor, id)
  })
}

/**
 * Releases the whole draft, as the releasing person saw it in the preview: 409 when somebody drafted more, or
 * something else, meanwhile.
 */
export async function releaseStructure(db: Db, actor: Actor, seen: Static<typeof Release>): Promise<void> {
  await transact(db, async (tx) => {
    if (!mayReleaseStructure(actor)) throw forbidden()
    await lockStructure(tx)
    const drafts = await tx.select().from(categoryDrafts)
    const version = versionOf(drafts.map(({ categoryId: id, fields }) => ({ id, fields })))
    if (drafts.length !== seen.changes || (seen.version ?? version) !== version)
      throw new Refusal(409, "structure.changed")
    await refuseStale(tx, drafts)
    const former = new Map((await listFields(tx)).map(({ id, fields }) => [id, fields]))
    // A category's parent must exist before the category does.
    const parentsFirst = drafts.toSorted(
      (a, b) => Number(a.fields.parentId !== null) - Number(b.fields.parentId !== null),
    )
    for (const { categoryId, fields } of parentsFirst) {
      await apply(tx, categoryId, fields)
      const detail = { before: former.get(categoryId) ?? null, after: fields }
      await audit(tx, actor, {
        action: "structure.release",
        subjectType: "category",
        subjectId: categoryId,
        detail,
      })
    }
    await tx.delete(categoryDrafts)
    await takeBackUnseen(tx)
    const moved = drafts.filter(
      ({ categoryId: id, fields }) =>
        former.has(id) && former.get(id)?.responsibleId !== fields.responsibleId,
    )
    await indexCategories(
      tx,
      moved.map(({ categoryId }) => categoryId),
    )
  })
}

/** The order of departments means nothing, and none are listed where all may read. */
function tidy(fields: CategoryFields): CategoryFields {
  const departmentIds = fields.audience === "listed" ? [...new Set(fields.departmentIds)].toSorted() : []
  return { ...fields, departmentIds }
}

async function hasDraft(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: categoryDrafts.categoryId })
    .from(categoryDrafts)
    .where(eq(categoryDrafts.categoryId, id))
  return found.length > 0
}

/** Refuses where other changes of the draft rest on this one, e.g. parts of a new main category. */
async function removeDraft(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await hasDraft(tx, id))) return
  await tx.delete(categoryDrafts).where(eq(categoryDrafts.categoryId, id))
  const planned = await plannedStructure(tx)
  if ([...planned].some(([other, fields]) => faultOfPlace(other, fields, planned)))
    throw new Refusal(409, "structure.has-parts")
  await audit(tx, actor, { action: "structure.discard", subjectType: "category", subjectId: id })
}

/**
 * Days may lie between draft and release: departments were archived, questions were asked. The categories are
 * locked, so that nobody writes in one while its kind changes.
 */
async function refuseStale(tx: Tx, drafts: (typeof categoryDrafts.$inferSelect)[]): Promise<void> {
  const ids = drafts.map((draft) => draft.categoryId)
  await tx
    .select({ id: categories.id })
    .from(categories)
    .where(inArray(categories.id, ids))
    .for("no key update")
  const planned = await plannedStructure(tx)
  for (const { categoryId, fields } of drafts) {
    const fault = await findFault(tx, categoryId, fields, planned)
    if (fault) throw new Refusal(409, fault.code, undefined, { categoryId, name: fields.name })
  }
}

async function lockStructure(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('fachforum.structure'))`)
}

async function plannedStructure(tx: Tx): Promise<Map<string, CategoryFields>> {
  const drafts = await tx.select().from(categoryDrafts)
  const current = (await listFields(tx)).map(({ id, fields }): [string, CategoryFields] => [id, fields])
  return new Map([
    ...current,
    ...drafts.map((draft): [string, CategoryFields] => [draft.categoryId, draft.fields]),
  ])
}

async function apply(tx: Tx, id: string, fields: CategoryFields): Promise<void> {
  const { departmentIds, archived, ...columns } = fields
  const row = {
    ...columns,
    guideHtml: renderMarkdown(fields.guide, "guide"),
    archivedAt: archived ? now() : null,
  }
  await tx
    .insert(categories)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: categories.id, set: row })
  await tx.delete(categoryDepartments).where(eq(categoryDepartments.categoryId, id))
  const listed = fields.audience === "listed" ? [...new Set(departmentIds)] : []
  if (listed.length > 0)
    await tx
      .insert(categoryDepartments)
      .values(listed.map((departmentId) => ({ categoryId: id, departmentId })))
}

/** A question that was passed on to a department that no longer sees its category goes back, free to be taken. */
async function takeBackUnseen(tx: Tx): Promise<void> {
  const unseen = await tx
    .select({ id: questions.id, responsibleId: categories.responsibleId })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(
      and(
        isNotNull(questions.passedToId),
        eq(categories.audience, "listed"),
        sql`${questions.passedToId} is distinct from ${categories.responsibleId}`,
        sql`not exists (select 1 from ${categoryDepartments} cd where cd.category_id = ${categories.id} and cd.department_id = ${questions.passedToId})`,
      ),
    )
  for (const { id, responsibleId } of unseen) {
    await lockThread(tx, id)
    await tx.update(questions).set({ passedToId: null, takenById: null }).where(eq(questions.id, id))
    await settleState(tx, id)
    await indexThread(tx, id)
    if (responsibleId) touch(tx, "queue", responsibleId)
  }
}
