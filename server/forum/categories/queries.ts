import { createHash } from "node:crypto"
import { and, asc, eq, isNull } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Static } from "typebox"
import { departments, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { byName, compareNames } from "../../kernel/order.ts"
import { statement } from "../../kernel/statements.ts"
import { type Place, placeColumns } from "../loading.ts"
import {
  ASKER,
  type Asker,
  askerOf,
  mayDraftStructure,
  mayPostIn,
  mayRecord,
  mayReleaseStructure,
  maySee,
  visibleTo,
} from "../policy.ts"
import { type CategoryFields, categories, categoryDrafts } from "../tables.ts"
import type { CategoryView, StructureView } from "./schema.ts"

const main = alias(categories, "main")

const selection = {
  category: categories,
  parentId: main.id,
  place: { ...placeColumns, responsibleId: categories.responsibleId },
  responsible: { id: departments.id, name: departments.name },
}

/** Categories that the actor may see, main ones before their parts, in the order that the editors chose. */
export async function listCategories(
  reader: Reader,
  actor: Actor,
  withArchived = false,
): Promise<Static<typeof CategoryView>[]> {
  const rows = await inOrder(reader, askerOf(actor), withArchived)
  return rows.map((row) => view(actor, row))
}

const inOrder = statement((reader, withArchived: boolean) =>
  reader
    .select(selection)
    .from(categories)
    .leftJoin(departments, eq(departments.id, categories.responsibleId))
    .leftJoin(main, visibleMain(ASKER))
    .where(and(visibleTo(ASKER), withArchived ? undefined : isNull(categories.archivedAt)))
    .orderBy(...IN_ORDER),
)

/** Of the same ones, without those archived, what links to them need. */
export const selectLinks = (reader: Reader) =>
  reader
    .select({
      id: categories.id,
      parentId: categories.parentId,
      kind: categories.kind,
      name: categories.name,
      responsibleId: categories.responsibleId,
    })
    .from(categories)
    .where(and(visibleTo(ASKER), isNull(categories.archivedAt)))
    .orderBy(...IN_ORDER)

type LinkRow = Awaited<ReturnType<typeof selectLinks>>[number]

/** What is visible and not archived takes posts: `mayPostIn` of the policy. */
export const linkRow = (row: LinkRow) => ({ ...row, can: { post: true } })

const IN_ORDER = [asc(categories.position), byName(categories.name), asc(categories.id)]

export async function findCategory(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<Static<typeof CategoryView>> {
  const rows = await reader
    .select(selection)
    .from(categories)
    .leftJoin(departments, eq(departments.id, categories.responsibleId))
    .leftJoin(main, visibleMain(actor))
    .where(and(eq(categories.id, id), visibleTo(actor)))
  if (!rows[0]) throw notFound()
  return view(actor, rows[0])
}

/** A main category that the actor may not see is none to them. */
const visibleMain = (actor: Asker) => and(eq(main.id, categories.parentId), visibleTo(actor, main))

/** The category as a place to write in, held as it is; 404 when invisible, 409 when archived, 403 otherwise. */
export async function lockCategory(
  tx: Tx,
  actor: Actor,
  id: string,
  may: (actor: Actor, place: Place) => boolean,
) {
  const rows = await tx.select(selection.place).from(categories).where(eq(categories.id, id)).for("share")
  const place = rows[0]
  // The id comes in a body, so a fault names its field and not the address.
  if (!place || !maySee(actor, place)) throw new Refusal(422, "category.unknown", "categoryId")
  if (place.archived) throw new Refusal(409, "category.archived", "categoryId")
  if (!may(actor, place)) throw new Refusal(403, "category.not-allowed", "categoryId")
  return place
}

/** What decides on the rights of a category that the person may see; 404 for any other. */
export async function findSeenCategory(reader: Reader, actor: Actor, id: string): Promise<Place> {
  const [place] = await reader.select(selection.place).from(categories).where(eq(categories.id, id))
  if (!place || !maySee(actor, place)) throw notFound()
  return place
}

/** The structure with its draft: every category as it is and as it will be. */
export async function readStructure(reader: Reader, actor: Actor): Promise<Static<typeof StructureView>> {
  const current = new Map((await listFields(reader)).map(({ id, fields }) => [id, fields]))
  const drafts = await reader
    .select({ id: categoryDrafts.categoryId, fields: categoryDrafts.fields, draftedBy: people.displayName })
    .from(categoryDrafts)
    .innerJoin(people, eq(people.id, categoryDrafts.authorId))
  const drafted = new Map(drafts.map((draft) => [draft.id, draft]))
  const ids = new Set([...current.keys(), ...drafted.keys()])
  const lines = [...ids].map((id) => structureLine(id, current.get(id) ?? null, drafted.get(id) ?? null))
  return {
    lines: inTreeOrder(lines),
    changes: drafts.length,
    version: versionOf(drafts),
    can: { draft: mayDraftStructure(actor), release: mayReleaseStructure(actor) },
  }
}

/** Says of two drafts whether they are the same, to the letter. */
export function versionOf(drafts: { id: string; fields: CategoryFields }[]): string {
  const inOrder = drafts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, fields }) => [id, fields])
  return createHash("sha256").update(JSON.stringify(inOrder)).digest("base64url")
}

/** All categories as drafts see them; for who works on the structure, not for readers. */
export async function listFields(reader: Reader): Promise<{ id: string; fields: CategoryFields }[]> {
  const rows = await reader.select({ category: categories, listed: placeColumns.listed }).from(categories)
  return rows.map(({ category, listed }) => ({
    id: category.id,
    fields: {
      parentId: category.parentId,
      kind: category.kind,
      name: category.name,
      description: category.description,
      guide: category.guide,
      responsibleId: category.responsibleId,
      audience: category.audience,
      departmentIds: listed,
      position: category.position,
      archived: category.archivedAt !== null,
    },
  }))
}

type Line = Static<typeof StructureView>["lines"][number]

function structureLine(
  id: string,
  current: CategoryFields | null,
  draft: { fields: CategoryFields; draftedBy: string } | null,
): Line {
  const fields = draft?.fields ?? current
  if (!fields) throw new Error("a category without fields")
  const change = draft === null ? "none" : current === null ? "new" : "changed"
  return { id, change, fields, current: draft ? current : null, draftedBy: draft?.draftedBy ?? null }
}

function inTreeOrder(lines: Line[]): Line[] {
  const byPosition = lines.toSorted(
    (a, b) => a.fields.position - b.fields.position || compareNames(a.fields.name, b.fields.name),
  )
  const under = (parentId: string | null) => byPosition.filter((line) => line.fields.parentId === parentId)
  return under(null).flatMap((line) => [line, ...under(line.id)])
}

type Row = {
  category: typeof categories.$inferSelect
  parentId: string | null
  place: Place
  responsible: { id: string; name: string } | null
}

function view(actor: Actor, { category, parentId, place, responsible }: Row): Static<typeof CategoryView> {
  const { id, kind, name, description, guide, guideHtml, audience, position } = category
  const can = { post: mayPostIn(actor, place, kind), record: mayRecord(actor, place) }
  const departmentIds = place.listed
  return {
    id,
    parentId,
    kind,
    name,
    description,
    guide,
    guideHtml,
    responsible,
    audience,
    departmentIds,
    position,
    archived: place.archived,
    can,
  }
}
