import { eq } from "drizzle-orm"
import { type Db, only } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { hasDirectoryPassword } from "../ldap/queries.ts"
import { refuseTooManyChanges } from "../sign-in/throttle.ts"
import { people } from "../tables.ts"
import { verifyPassword } from "./hashing.ts"

/**
 * That whoever sits at the session knows its password: 422 `password.current-wrong`, and 429 after ten attempts in a
 * quarter of an hour. Returns the person.
 */
export async function confirmPassword(db: Db, personId: string, currentPassword: string) {
  if (await hasDirectoryPassword(db, personId)) throw refusal(422, "password.of-directory", "currentPassword")
  await refuseTooManyChanges(db, personId)
  const person = only(await db.select().from(people).where(eq(people.id, personId)))
  if (!(await verifyPassword(person.passwordHash, currentPassword)))
    throw refusal(422, "password.current-wrong", "currentPassword")
  return person
}
