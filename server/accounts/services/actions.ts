import { and, eq, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { deleteToken, insertToken } from "../api-tokens/actions.ts"
import type { NewApiToken } from "../api-tokens/schema.ts"
import { auditPerson } from "../people/auditing.ts"
import { changeDepartments } from "../people/memberships.ts"
import {
  changeNameAndEmail,
  changeRoles,
  endAccess,
  giveAccess,
  insertPerson,
  type PersonRow,
} from "../people/writing.ts"
import { requireAdmin } from "../policy.ts"
import { people } from "../tables.ts"
import { addressOfService, nameOfService } from "./naming.ts"
import type { NewService } from "./schema.ts"

/**
 * An account that programs act for: with roles and departments as people have them, but without a password, a mail and a
 * place among colleagues.
 */
export async function createService(db: Db, actor: Actor, input: NewService): Promise<{ id: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const { name, roles, departmentIds } = input
    const displayName = nameOfService(name)
    const id = await insertPerson(tx, { displayName, email: addressOfService(), roles, departmentIds })
    await tx.update(people).set({ isService: true }).where(eq(people.id, id))
    await auditPerson(tx, { actor }, id, {
      action: "person.service-created",
      detail: { roles, departmentIds },
    })
    return { id }
  })
}

/** Roles and departments hold from its next request on. */
export async function editService(db: Db, actor: Actor, id: string, input: NewService): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const former = await lockService(tx, id)
    await changeRoles(tx, { actor }, former, input.roles)
    await changeDepartments(tx, { actor }, id, input.departmentIds)
    await changeNameAndEmail(tx, { actor }, former, { displayName: nameOfService(input.name) })
  })
}

/** Its tokens are gone with it; what it wrote stays. */
export async function stopService(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { active } = await lockService(tx, id)
    if (active) await endAccess(tx, { actor }, id)
  })
}

export async function resumeService(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { active } = await lockService(tx, id)
    if (!active) await giveAccess(tx, { actor }, id)
  })
}

/** @returns the token, which nobody can read again */
export async function issueServiceToken(
  db: Db,
  actor: Actor,
  id: string,
  input: NewApiToken,
): Promise<{ token: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    await lockService(tx, id)
    return insertToken(tx, actor, id, input)
  })
}

export async function revokeServiceToken(db: Db, actor: Actor, id: string, tokenId: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    await lockService(tx, id)
    await deleteToken(tx, actor, id, tokenId)
  })
}

async function lockService(tx: Tx, id: string): Promise<PersonRow> {
  const rows = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, id), eq(people.isService, true), isNull(people.leftOn)))
    .for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
}
