import { and, eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { AuditEntry } from "../../kernel/audit.ts"
import { newId, type Tx } from "../../kernel/database.ts"
import { notify } from "../../kernel/notices.ts"
import { among } from "../../kernel/statements.ts"
import { now, today } from "../../kernel/time.ts"
import { INVITATION } from "../notices.ts"
import { endLinksOfAll } from "../password/links.ts"
import { auditAllBy, type By } from "../people/auditing.ts"
import { addressOf, insertPeople, type Move, movePeople } from "../people/many.ts"
import { endAccessOfAll } from "../people/writing.ts"
import { people } from "../tables.ts"
import type { Change, Plan, Planned } from "./plan.ts"
import type { LdapDirectory } from "./queries.ts"
import { directoryPeople } from "./tables.ts"

type Held = Planned & { id: string }

/** Carries out what is planned, in as many statements for thousands of people as for one. */
export async function takeOver(
  tx: Tx,
  directory: LdapDirectory,
  plan: Plan,
  actor: Actor | null,
): Promise<void> {
  const by: By = { actor, directory: directory.name }
  const added = plan.added.map((one) => ({ ...one, id: newId() }))
  const changed = plan.changed.flatMap((one) => (one.former ? [{ ...one, id: one.former.id }] : []))
  const same = plan.same.flatMap((one) => (one.former ? [{ ...one, id: one.former.id }] : []))
  await insertAll(tx, directory, added)
  await updateAll(tx, directory, changed)
  await movePeople(tx, [...added, ...changed].map(moveOf))
  await noteBrought(tx, directory, [...added, ...changed, ...same])
  await endLinksOfAll(
    tx,
    changed
      .filter(({ changes }) => changes.includes("email") || changes.includes("bound"))
      .map(({ id }) => id),
  )
  await auditAllBy(tx, by, [...added.map(createdEntry), ...changed.flatMap(changedEntries)])
  await letGo(tx, by, directory, plan)
  const isInvited = directory.invites && !directory.signsIn
  const ids = added.map(({ id }) => id)
  if (isInvited) await notify(tx, INVITATION, ids, {})
}

async function letGo(tx: Tx, by: By, { id: directoryId }: LdapDirectory, { gone }: Plan): Promise<void> {
  const ids = gone.map(({ id }) => id)
  await endAccessOfAll(tx, by, ids)
  if (ids.length > 0)
    await tx
      .update(directoryPeople)
      .set({ missingSince: today() })
      .where(and(eq(directoryPeople.directoryId, directoryId), among(directoryPeople.personId, ids)))
}

const insertAll = (tx: Tx, { id: directory }: LdapDirectory, added: Held[]) =>
  insertPeople(
    tx,
    added.map(({ id, displayName, email, roles, externalId, givenName, familyName }) => ({
      ...{ id, displayName, roles, externalId, givenName, familyName, directory },
      ...addressOf(email),
      createdAt: now(),
    })),
  )

/** Those who change are active afterwards: whoever is locked does not stand in the plan. */
async function updateAll(tx: Tx, directory: LdapDirectory, changed: Held[]): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ id, displayName, email, roles, externalId, givenName, familyName }) => ({
    ...{ id, externalId, givenName, familyName },
    name: displayName,
    ...addressOf(email),
    roles: roles.join(","),
  }))
  await tx.execute(sql`update ${people} set display_name = next.name, email = next.email,
      address_key = next."addressKey", roles = string_to_array(next.roles, ','), given_name = next."givenName",
      family_name = next."familyName", external_id = next."externalId", directory = ${directory.id}, active = true
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) next(id uuid, name text, email text, "addressKey" text,
      roles text, "givenName" text, "familyName" text, "externalId" text)
    where ${people}.id = next.id`)
}

async function noteBrought(tx: Tx, { id: directoryId }: LdapDirectory, held: Held[]): Promise<void> {
  const rows = held.map(({ id, grantedRoles, grantedDepartments }) => ({
    id,
    roles: grantedRoles,
    departments: grantedDepartments,
  }))
  if (rows.length === 0) return
  await tx.execute(sql`insert into ${directoryPeople}
      (person_id, directory_id, granted_roles, granted_departments)
    select next.id, ${directoryId}, array(select jsonb_array_elements_text(next.roles)),
      array(select jsonb_array_elements_text(next.departments)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) next(id uuid, roles jsonb, departments jsonb)
    on conflict (person_id) do update set directory_id = excluded.directory_id,
      granted_roles = excluded.granted_roles, granted_departments = excluded.granted_departments, missing_since = null
    where (directory_people.directory_id, directory_people.granted_roles, directory_people.granted_departments,
        directory_people.missing_since) is distinct from
      (excluded.directory_id, excluded.granted_roles, excluded.granted_departments, null)`)
}

const moveOf = ({ id, former, departmentIds }: Held): Move => ({
  personId: id,
  from: former?.departmentIds ?? [],
  to: departmentIds,
})

const about = (subjectId: string) => ({ subjectType: "person", subjectId })

const createdEntry = ({ id, roles, departmentIds }: Held): AuditEntry => ({
  action: "person.created",
  ...about(id),
  detail: { roles, departmentIds },
})

/** Names and addresses that were replaced shall not live on in the log: it names the fields only. */
function changedEntries({ id, former, changes, roles, departmentIds }: Held): AuditEntry[] {
  const fields = changes.filter((change) => change === "displayName" || change === "email")
  const details: Partial<Record<Change, Omit<AuditEntry, "subjectType">>> = {
    bound: { action: "person.directory-bound" },
    returns: { action: "person.reactivated" },
    roles: { action: "person.roles-changed", detail: { from: former?.roles, to: roles } },
    departmentIds: {
      action: "person.departments-changed",
      detail: { from: former?.departmentIds, to: departmentIds },
    },
  }
  const others = changes.flatMap((change) => details[change] ?? [])
  const edited = fields.length > 0 ? [{ action: "person.edited", detail: { fields } }] : []
  return [...edited, ...others].map((entry) => ({ ...entry, ...about(id) }))
}
