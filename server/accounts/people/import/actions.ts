import { and, eq, lt, sql } from "drizzle-orm"
import type { Actor } from "../../../kernel/actor.ts"
import { auditAll } from "../../../kernel/audit.ts"
import {
  type Db,
  isUniqueViolation,
  newId,
  type Reader,
  type Tx,
  transact,
} from "../../../kernel/database.ts"
import { notFound } from "../../../kernel/errors.ts"
import { notify } from "../../../kernel/notices.ts"
import { among } from "../../../kernel/statements.ts"
import { DAY, now } from "../../../kernel/time.ts"
import { refusal } from "../../codes.ts"
import { lockTree } from "../../departments/actions.ts"
import { INVITATION } from "../../notices.ts"
import { requireAdmin } from "../../policy.ts"
import { refuseLockout } from "../../providers/local.ts"
import { people, peopleImports } from "../../tables.ts"
import { lockAdmins } from "../last-admin.ts"
import { addressOf, insertPeople, type Move, movePeople } from "../many.ts"
import { type Planned, planImport } from "./planning.ts"
import type { ImportView, NewImport } from "./schema.ts"

/** Puts a file aside to be looked at. Nobody is added or changed by it. */
export async function prepareImport(
  db: Db,
  actor: Actor,
  { content, invite }: NewImport,
): Promise<{ id: string }> {
  requireAdmin(actor)
  const id = newId()
  await db.insert(peopleImports).values({ id, personId: actor.id, content, invite, createdAt: now() })
  return { id }
}

/** What it would do as things stand now. Throws 404 for a file of somebody else. */
export async function findImport(reader: Reader, actor: Actor, id: string): Promise<ImportView> {
  requireAdmin(actor)
  const [found] = await reader.select().from(peopleImports).where(isOwn(actor, id))
  if (!found) throw notFound()
  const { added, changed, ...rest } = await planImport(reader, found.content)
  return { id, invite: found.invite, added: added.map(shown), changed: changed.map(shown), ...rest }
}

/** All of it or nothing. Throws 409 where something of it is at fault by now. */
export async function applyImport(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ added: number; changed: number }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    await lockTree(tx)
    await lockAdmins(tx)
    const [file] = await tx.delete(peopleImports).where(isOwn(actor, id)).returning()
    if (!file) throw notFound()
    const before = await planImport(tx, file.content)
    await lockPeople(tx, before.changed)
    const plan = await planImport(tx, file.content)
    if (plan.faults.length > 0) throw refusal(409, "people-import.faulty")
    const fresh = plan.added.map((line) => ({ ...line, id: newId() }))
    await insertAll(tx, fresh)
    await updateAll(tx, plan.changed)
    if (plan.changed.some(({ former }) => former?.roles.includes("admin"))) await refuseLockout(tx)
    await movePeople(tx, [...fresh.map((line) => ({ ...line, former: null })), ...plan.changed].map(moveOf))
    await auditAll(tx, actor, [...fresh.map(createdEntry), ...plan.changed.flatMap(changedEntries)])
    if (file.invite)
      await notify(
        tx,
        INVITATION,
        fresh.map(({ id }) => id),
        {},
      )
    return { added: fresh.length, changed: plan.changed.length }
  })
}

export async function discardImport(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await db.delete(peopleImports).where(isOwn(actor, id))
}

export async function sweepImports(db: Db): Promise<void> {
  await db.delete(peopleImports).where(lt(peopleImports.createdAt, new Date(now().getTime() - DAY)))
}

const isOwn = (actor: Actor, id: string) =>
  and(eq(peopleImports.id, id), eq(peopleImports.personId, actor.id))

const shown = ({ line, displayName, email, personId, roles, departments, changes }: Planned) => ({
  line,
  displayName,
  email,
  personId,
  roles,
  departments,
  changes,
})

async function lockPeople(tx: Tx, changed: Planned[]): Promise<void> {
  const ids = changed.flatMap(({ personId }) => personId ?? [])
  await tx
    .select({ id: people.id })
    .from(people)
    .where(among(people.id, ids))
    .orderBy(people.id)
    .for("update")
}

type Fresh = Planned & { id: string }

async function insertAll(tx: Tx, fresh: Fresh[]): Promise<void> {
  const rows = fresh.map(({ id, displayName, email, roles, locale }) => {
    return { id, displayName: displayName.trim(), ...addressOf(email), roles, locale, createdAt: now() }
  })
  try {
    await insertPeople(tx, rows)
  } catch (error) {
    // Somebody was faster; looked at again, the file says who.
    throw isUniqueViolation(error) ? refusal(409, "people-import.faulty") : error
  }
}

async function updateAll(tx: Tx, changed: Planned[]): Promise<void> {
  const rows = changed.map(({ personId, displayName, roles }) => ({
    id: personId,
    name: displayName.trim(),
    roles: roles.join(","),
  }))
  if (rows.length > 0)
    await tx.execute(sql`update ${people} set display_name = next.name, roles = string_to_array(next.roles, ',')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) next(id uuid, name text, roles text)
      where ${people}.id = next.id`)
}

const moveOf = ({ id, personId, former, departmentIds }: Planned & { id?: string }): Move => ({
  personId: id ?? personId ?? "",
  from: former?.departmentIds ?? [],
  to: departmentIds,
})

const about = (subjectId: string) => ({ subjectType: "person", subjectId })

const createdEntry = ({ id, roles, departmentIds }: Fresh) => ({
  action: "person.created",
  ...about(id),
  detail: { roles, departmentIds },
})

function changedEntries({ former, changes, roles, departmentIds }: Planned) {
  if (!former) return []
  const details: Record<string, { action: string; detail: Record<string, unknown> }> = {
    displayName: { action: "person.edited", detail: { fields: ["displayName"] } },
    roles: { action: "person.roles-changed", detail: { from: former.roles, to: roles } },
    departmentIds: {
      action: "person.departments-changed",
      detail: { from: former.departmentIds, to: departmentIds },
    },
  }
  return changes.map((change) => ({
    action: "",
    ...details[change],
    ...about(former.id),
  }))
}
