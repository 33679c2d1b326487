import { and, eq, inArray, isNotNull, sql } from "drizzle-orm"
import type { Static } from "typebox"
import { departmentExists } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import { now } from "../../kernel/time.ts"
import { mayDraftStructure, mayReleaseStructure } from "../policy.ts"
import {
  type CategoryFields,
  categories,
  categoryDepartments,
  categoryDrafts,
  questions,
  threads,
} from "../tables.ts"
import { listFields } from "./queries.ts"
import type { CategoryDraft } from "./schema.ts"

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

/** Drafts what an existing (or drafted) category is to become. */
export async function draftCategory(
  db: Db,
  actor: Actor,
  id: string,
  fields: Static<typeof CategoryDraft>,
  isNew = false,
): Promise<void> {
  await transact(db, async (tx) => {
    if (!mayDraftStructure(actor)) throw forbidden()
    await lockStructure(tx)
    const known = await plannedStructure(tx)
    if (!isNew && !known.has(id)) throw notFound()
    await refuseFaults(tx, id, fields, known)
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
  })
}

/** Takes one change back from the draft. */
export async function discardDraft(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    if (!mayDraftStructure(actor)) throw forbidden()
    await lockStructure(tx)
    const gone = await tx.delete(categoryDrafts).where(eq(categoryDrafts.categoryId, id)).returning()
    if (gone.length === 0) throw notFound()
    const orphans = await tx
      .select()
      .from(categoryDrafts)
      .where(sql`${categoryDrafts.fields}->>'parentId' = ${id}`)
    const wasNew =
      (await tx.select({ id: categories.id }).from(categories).where(eq(categories.id, id))).length === 0
    if (wasNew && orphans.length > 0) throw new Refusal(409, "structure.has-parts")
    await audit(tx, actor, { action: "structure.discard", subjectType: "category", subjectId: id })
  })
}

/**
 * Releases the whole draft. `changes` is the number that the releasing person saw in the preview:
 * 409 when somebody drafted more meanwhile.
 */
export async function releaseStructure(db: Db, actor: Actor, changes: number): Promise<void> {
  await transact(db, async (tx) => {
    if (!mayReleaseStructure(actor)) throw forbidden()
    await lockStructure(tx)
    const drafts = await tx.select().from(categoryDrafts)
    if (drafts.length !== changes) throw new Refusal(409, "structure.changed")
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
  })
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

/** Two levels, parts of one kind with their main category, and a responsible department for questions. */
async function refuseFaults(
  tx: Tx,
  id: string,
  fields: CategoryFields,
  known: Map<string, CategoryFields>,
): Promise<void> {
  const parent = fields.parentId === null ? null : known.get(fields.parentId)
  if (parent === undefined || fields.parentId === id)
    throw new Refusal(422, "category.parent-unknown", "parentId")
  if (parent && parent.parentId !== null) throw new Refusal(422, "category.too-deep", "parentId")
  if (parent && parent.kind !== fields.kind) throw new Refusal(422, "category.kind-differs", "kind")
  const parts = [...known.values()].filter((other) => other.parentId === id)
  if (fields.parentId !== null && parts.length > 0) throw new Refusal(422, "category.too-deep", "parentId")
  if (parts.some((part) => part.kind !== fields.kind)) throw new Refusal(422, "category.kind-differs", "kind")
  if (known.get(id) && known.get(id)?.kind !== fields.kind && (await hasThreads(tx, id)))
    throw new Refusal(422, "category.kind-fixed", "kind")
  if (fields.kind === "questions" && !fields.responsibleId)
    throw new Refusal(422, "category.responsible-needed", "responsibleId")
  if (fields.responsibleId && !(await departmentExists(tx, fields.responsibleId)))
    throw new Refusal(422, "department.unknown", "responsibleId")
  if (fields.audience === "listed" && fields.departmentIds.length === 0)
    throw new Refusal(422, "category.audience-needed", "departmentIds")
  for (const departmentId of fields.departmentIds)
    if (!(await departmentExists(tx, departmentId)))
      throw new Refusal(422, "department.unknown", "departmentIds")
  renderMarkdown(fields.guide, "guide")
}

async function hasThreads(tx: Tx, categoryId: string): Promise<boolean> {
  const found = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(eq(threads.categoryId, categoryId))
    .limit(1)
  return found.length > 0
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

/** A question that was passed on to a department that no longer sees its category goes back to the category's own. */
async function takeBackUnseen(tx: Tx): Promise<void> {
  const unseen = await tx
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(
      and(
        isNotNull(questions.passedToId),
        eq(categories.audience, "listed"),
        sql`not exists (select 1 from ${categoryDepartments} cd where cd.category_id = ${categories.id} and cd.department_id = ${questions.passedToId})`,
      ),
    )
  if (unseen.length === 0) return
  const ids = unseen.map(({ id }) => id)
  await tx.update(questions).set({ passedToId: null, takenById: null }).where(inArray(questions.id, ids))
}
