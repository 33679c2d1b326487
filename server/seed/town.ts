import { createAdmin, createDepartment, createPerson, editPerson, findActor } from "../accounts/index.ts"
import { draftNewCategory, releaseStructure } from "../forum/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Db } from "../kernel/database.ts"
import { addSynonym } from "../search/index.ts"
import type { Example, SeedAudience, SeedCategory } from "./reading/index.ts"

/** Ids by the keys of the content. */
export type Town = {
  departments: Map<string, string>
  people: Map<string, string>
  categories: Map<string, string>
  /** Of the pages of threads. */
  addresses: Map<string, string>
  /** A person as they act now. */
  actor(key: string): Promise<Actor>
}

/** Departments, people, the released structure, and the abbreviations that everybody uses. */
export async function foundTown(db: Db, example: Example): Promise<Town> {
  const town: Town = {
    departments: new Map(),
    people: new Map(),
    categories: new Map(),
    addresses: new Map(),
    actor: (key) => actorOf(db, town, key),
  }
  const admin = await appointAdmin(db, town, example)
  for (const { key, name, short, parent, mailbox = null } of example.departments) {
    const parentId = parent === undefined ? null : idOf(town.departments, parent)
    const { id } = await createDepartment(db, admin, { name, shortName: short, parentId, mailbox })
    town.departments.set(key, id)
  }
  await settlePeople(db, town, admin, example)
  await draftCategories(db, town, example)
  const specialist = await actorWith(town, example, "specialist")
  for (const terms of example.synonyms) await addSynonym(db, specialist, { terms })
  return town
}

export function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the example content names "${key}", which does not exist`)
  return id
}

const isAdmin = ({ roles }: { roles: readonly string[] }) => roles.includes("admin")

async function appointAdmin(db: Db, town: Town, { people }: Example): Promise<Actor> {
  const admin = people.find(isAdmin)
  if (!admin) throw new Error("the example content has no administrator")
  const { key, displayName, email } = admin
  const { id } = await createAdmin(db, { displayName, email })
  town.people.set(key, id)
  return actorOf(db, town, key)
}

async function settlePeople(db: Db, town: Town, admin: Actor, { people }: Example): Promise<void> {
  for (const person of people) {
    const { displayName, email, roles } = person
    const departmentIds = person.departments.map((key) => idOf(town.departments, key))
    if (isAdmin(person)) await editPerson(db, admin, admin.id, { roles, departmentIds })
    else {
      const { id } = await createPerson(db, admin, {
        displayName,
        email,
        roles,
        departmentIds,
        invite: false,
      })
      town.people.set(person.key, id)
    }
  }
}

async function draftCategories(db: Db, town: Town, example: Example): Promise<void> {
  const editor = await actorWith(town, example, "editor")
  for (const [position, category] of example.categories.entries()) {
    const { id } = await draftNewCategory(db, editor, fieldsOf(town, category, position))
    town.categories.set(category.key, id)
  }
  const lead = await actorWith(town, example, "lead")
  await releaseStructure(db, lead, { changes: example.categories.length })
}

function fieldsOf(town: Town, category: SeedCategory, position: number) {
  const { kind, name, description, guide, responsible, parent, audience } = category
  return {
    kind,
    name,
    description,
    guide,
    position,
    archived: false,
    parentId: parent === undefined ? null : idOf(town.categories, parent),
    responsibleId: responsible === undefined ? null : idOf(town.departments, responsible),
    ...audienceOf(town, audience),
  }
}

export function audienceOf(town: Town, audience: SeedAudience) {
  if (audience === "all") return { audience: "all" as const, departmentIds: [] }
  return { audience: "listed" as const, departmentIds: audience.map((key) => idOf(town.departments, key)) }
}

async function actorWith(town: Town, { people }: Example, role: string): Promise<Actor> {
  const person = people.find(({ roles }) => roles.some((one) => one === role))
  if (!person) throw new Error(`the example content has nobody with the role ${role}`)
  return town.actor(person.key)
}

async function actorOf(db: Db, town: Town, key: string): Promise<Actor> {
  const actor = await findActor(db, idOf(town.people, key), null)
  if (!actor) throw new Error(`${key} cannot act`)
  return actor
}
