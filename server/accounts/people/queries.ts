import { and, eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { memberships, people } from "../tables.ts"

const departmentIds = sql<string[]>`array(
  select ${memberships.departmentId} from ${memberships} where ${memberships.personId} = ${people.id}
  order by ${memberships.departmentId})`

/** What an actor is made of, to be selected from `people`. */
export const actorColumns = {
  displayName: people.displayName,
  roles: people.roles,
  locale: people.locale,
  departments: departmentIds,
}

/** The person as they act now, with the roles and departments of this moment; null when inactive or gone. */
export async function findActor(reader: Reader, personId: string, sessionId: string | null): Promise<Actor | null> {
  const rows = await reader
    .select({ id: people.id, ...actorColumns })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)))
  return rows[0] ? { ...rows[0], sessionId } : null
}
