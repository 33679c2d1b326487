import { sql } from "drizzle-orm"
import { type Actor, has } from "../kernel/actor.ts"
import { forbidden } from "../kernel/errors.ts"

/** People, departments, settings and the audit log. The role gives no right to read the forum. */
export const mayAdminister = (actor: Actor) => has(actor, "admin")

/** The same as a condition on the row of `people` that a statement reads. */
export const administers = sql`('admin' = any(people.roles))`

/** Specialists choose a colleague of their own department to hand a question over to. */
export const mayListColleagues = (actor: Actor, departmentId: string) =>
  has(actor, "specialist") && actor.departments.includes(departmentId)

/** Asked by the actions themselves, because pages call them as well as routes. */
export function requireAdmin(actor: Actor): void {
  if (!mayAdminister(actor)) throw forbidden()
}
