import { and, eq, type SQL, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { only, type Reader } from "../../kernel/database.ts"
import type { Recipient } from "../../kernel/notices.ts"
import { open, statement } from "../../kernel/statements.ts"
import { DEFAULTS, installationColumns, rememberInstallation } from "../installation/queries.ts"
import { actorColumns, departmentNames } from "../people/queries.ts"
import { installation, isAtWork, people } from "../tables.ts"
import type { MeView } from "./schema.ts"

export async function findMe(reader: Reader, actor: Actor): Promise<MeView> {
  const { id, displayName, email, roles, locale, mailWithoutContent } = people
  const own = { id, displayName, email, roles, locale, mailWithoutContent }
  const columns = { ...own, departments: departmentNames }
  return only(await reader.select(columns).from(people).where(eq(people.id, actor.id)))
}

/**
 * What every page of a person shows around itself, in one statement: the installation and the person's departments.
 * @param extra what modules above add, of the person who is `open("person")` in the departments `open("departments")`;
 * what else they leave open comes with each call
 */
export function openFrame<X extends Record<string, SQL>>(extra: X) {
  const find = statement((reader) =>
    reader
      .select({ installation: installationColumns, departments: departmentNames, ...extra })
      .from(people)
      .leftJoin(installation, sql`true`)
      .where(eq(people.id, open("person"))),
  )
  return async (reader: Reader, { id, departments }: Actor, values: Record<string, unknown>) => {
    const { installation: stored, ...frame } = only(
      await find(reader, { person: id, departments, ...values }),
    )
    const installation = stored ?? DEFAULTS
    rememberInstallation(reader, installation)
    return { installation, ...frame }
  }
}

/** Whoever is to get a notice, as they are now; null for an account that is closed, and for a service. */
export async function findRecipient(reader: Reader, personId: string): Promise<Recipient | null> {
  const [found] = await reader
    .select({
      id: people.id,
      ...actorColumns,
      email: people.email,
      withoutContent: sql<boolean>`${people.mailWithoutContent} or coalesce(${installation.mailWithoutContent}, false)`,
    })
    .from(people)
    .leftJoin(installation, sql`true`)
    .where(and(eq(people.id, personId), isAtWork))
  if (!found) return null
  const { email, withoutContent, ...actor } = found
  return { actor: { ...actor, sessionId: null }, email, withoutContent }
}
