import { sql } from "drizzle-orm"
import type { Config } from "../../kernel/config.ts"
import type { Db } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { knownInstallation } from "../installation/queries.ts"
import type { AccountParts } from "../parts.ts"
import { departmentNames } from "../people/queries.ts"
import { isAtWork, people } from "../tables.ts"
import type { Origin } from "./opening.ts"

/** "Ansehen als …" exists only in a trial with example content: both have to hold. */
export const offersTrial = async (db: Db, config: Pick<Config, "trial">) =>
  config.trial && (await knownInstallation(db)).example

/** The people of the story, in the order in which they were made. */
export async function listTrialPeople({ db, config }: Pick<AccountParts, "db" | "config">) {
  if (!(await offersTrial(db, config))) throw notFound()
  const rows = await db
    .select({
      id: people.id,
      displayName: people.displayName,
      roles: people.roles,
      departments: departmentNames,
    })
    .from(people)
    .where(isAtWork)
    .orderBy(people.id)
    .limit(100)
  return rows.map((row) => ({ ...row, departments: row.departments.map(({ name }) => name) }))
}

/** Without a password. */
export async function signInAs(
  { db, config, sessions }: Pick<AccountParts, "db" | "config" | "sessions">,
  personId: string,
  origin: Origin,
): Promise<{ cookie: string }> {
  if (!(await offersTrial(db, config))) throw notFound()
  const found = await db
    .select({ one: sql`1` })
    .from(people)
    .where(sql`${people.id} = ${personId} and ${isAtWork}`)
  if (found.length === 0) throw notFound()
  // No mark: there is no password here that anybody could be kept from.
  return sessions.signIn(personId, origin.device, origin.former)
}
