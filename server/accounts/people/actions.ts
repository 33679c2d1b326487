import type { Actor, Role } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { notify } from "../../kernel/notices.ts"
import { refusal } from "../codes.ts"
import { hasDirectoryPassword, isLockedHere } from "../ldap/queries.ts"
import { INVITATION } from "../notices.ts"
import { requireAdmin } from "../policy.ts"
import { refuseLockout } from "../providers/local.ts"
import { auditPerson } from "./auditing.ts"
import { lockAdmins, refuseLastAdmin } from "./last-admin.ts"
import { changeDepartments } from "./memberships.ts"
import { refuseOfDirectory } from "./of-directory.ts"
import type { NewPerson, PersonChange } from "./schema.ts"
import {
  changeNameAndEmail,
  changeRoles,
  endAccess,
  giveAccess,
  insertPerson,
  lockPerson,
} from "./writing.ts"

export async function createPerson(db: Db | Tx, actor: Actor, input: NewPerson): Promise<{ id: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    await refuseOfDirectory(tx, null, input)
    const id = await insertPerson(tx, input)
    const { roles, departmentIds } = input
    await auditPerson(tx, { actor }, id, { action: "person.created", detail: { roles, departmentIds } })
    if (input.invite ?? true) await notify(tx, INVITATION, [id], {})
    return { id }
  })
}

/** Roles and departments hold from the person's next request on. What a directory decides on is refused: 409. */
export async function editPerson(db: Db | Tx, actor: Actor, id: string, input: PersonChange): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const former = await lockPerson(tx, id)
    await refuseOfDirectory(tx, former, input)
    if (input.roles) {
      if (!input.roles.includes("admin")) refuseLastAdmin(admins, id, "roles")
      await changeRoles(tx, { actor }, former, input.roles)
    }
    if (input.departmentIds) await changeDepartments(tx, { actor }, id, input.departmentIds)
    await changeNameAndEmail(tx, { actor }, former, input)
    if (former.roles.includes("admin")) await refuseLockout(tx)
  })
}

/** One role more, within a transaction of somebody else who has a reason for it. Giving it twice changes nothing. */
export async function giveRole(tx: Tx, actor: Actor, id: string, role: Role): Promise<void> {
  requireAdmin(actor)
  const former = await lockPerson(tx, id)
  await changeRoles(tx, { actor }, former, [...former.roles, role])
}

/** Possible for somebody of a directory, too: whoever has to lock an account at once cannot wait for it. */
export async function deactivatePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const person = await lockPerson(tx, id)
    refuseLastAdmin(admins, id)
    if (!person.active) return
    await endAccess(tx, { actor }, id)
    if (person.roles.includes("admin")) await refuseLockout(tx)
  })
}

export async function reactivatePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const person = await lockPerson(tx, id)
    if (person.active) return
    if (person.directory && !(await isLockedHere(tx, id))) throw refusal(409, "people.of-directory-inactive")
    await giveAccess(tx, { actor }, id)
  })
}

/** Another invitation, e.g. because the first one expired. Whoever has a password asks for a reset themselves. */
export async function invitePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const person = await lockPerson(tx, id)
    if (!person.active) throw refusal(409, "people.inactive")
    if (person.passwordHash || (await hasDirectoryPassword(tx, id))) throw refusal(409, "people.has-password")
    await notify(tx, INVITATION, [id], {})
    await auditPerson(tx, { actor }, id, { action: "person.invited" })
  })
}
