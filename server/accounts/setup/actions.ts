import { randomInt, timingSafeEqual } from "node:crypto"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { checkInput } from "../../kernel/schemas.ts"
import { refusal } from "../codes.ts"
import { insertDepartment, lockTree } from "../departments/actions.ts"
import { nameInstallation } from "../installation/actions.ts"
import { hashPassword } from "../password/hashing.ts"
import { makeLink } from "../password/links.ts"
import { refuseWeakPassword } from "../password/policy.ts"
import { refuseUnmailable } from "../people/addresses.ts"
import { insertPerson } from "../people/writing.ts"
import { hashToken } from "../sessions.ts"
import { refuseTooManyCodes } from "../sign-in/throttle.ts"
import { setupCodes } from "../tables.ts"
import { needsSetup, somebodyExists } from "./queries.ts"
import { NewAdmin, type NewInstallation } from "./schema.ts"

/** A code to print in the log while nobody exists, else null. An earlier one, of this process or another, ends. */
export async function prepareSetup(db: Db): Promise<string | null> {
  if (!(await needsSetup(db))) return null
  const code = makeCode()
  const codeHash = hashCode(code)
  await db
    .insert(setupCodes)
    .values({ codeHash })
    .onConflictDoUpdate({ target: setupCodes.id, set: { codeHash } })
  return code
}

/**
 * The first administrator and the departments, all or nothing. Answers 404 as soon as somebody exists;
 * of two who do it at once the second waits for the code's row and finds it used up.
 */
export async function setUpInstallation(
  db: Db,
  input: NewInstallation,
  address: string,
): Promise<{ personId: string }> {
  if (!(await needsSetup(db))) throw notFound()
  await refuseTooManyCodes(db, address)
  refuseUnmailable(input.admin.email, "admin.email")
  refuseWeakPassword(input.admin.password, input.admin, "admin.password")
  const passwordHash = await hashPassword(input.admin.password)
  return transact(db, async (tx) => {
    await consumeCode(tx, input.code)
    await nameInstallation(tx, input.installationName)
    const departmentIds = await makeDepartments(tx, input)
    const { displayName, email } = input.admin
    const personId = await insertPerson(
      tx,
      { displayName, email, roles: ["admin"], departmentIds },
      passwordHash,
    )
    const subject = { subjectType: "person", subjectId: personId }
    await audit(tx, null, { action: "installation.set-up", ...subject })
    return { personId }
  })
}

/**
 * For the command line, whose user has the database anyway. Without a password it returns the token
 * of an invitation, to be shown right there: e-mail may not work yet.
 */
export async function createAdmin(
  db: Db,
  input: { displayName: string; email: string; password?: string | undefined },
): Promise<{ id: string; token: string | null }> {
  const { displayName, email, password } = input
  const [fault] = checkInput(NewAdmin, input).faults
  if (fault) throw new Refusal(422, fault.code, fault.field)
  refuseUnmailable(email, "email")
  if (password !== undefined) refuseWeakPassword(password, input)
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return transact(db, async (tx) => {
    const id = await insertPerson(
      tx,
      { displayName, email, roles: ["admin"], departmentIds: [] },
      passwordHash,
    )
    const detail = { roles: ["admin"], by: "command line" }
    await audit(tx, null, { action: "person.created", subjectType: "person", subjectId: id, detail })
    return { id, token: password === undefined ? await makeLink(tx, id, "invitation") : null }
  })
}

async function consumeCode(tx: Tx, code: string): Promise<void> {
  const rows = await tx.select().from(setupCodes).for("update")
  // Somebody may also have come by the command line.
  if (!rows[0] || (await somebodyExists(tx))) throw notFound()
  if (!timingSafeEqual(Buffer.from(rows[0].codeHash), Buffer.from(hashCode(code))))
    throw refusal(403, "setup.code-wrong", "code")
  await tx.delete(setupCodes)
}

/** Returns the ids of those that the administrator belongs to. */
async function makeDepartments(tx: Tx, { departments, admin }: NewInstallation): Promise<string[]> {
  await lockTree(tx)
  const own: string[] = []
  for (const { name } of departments) {
    const { id } = await insertDepartment(tx, { name })
    if (admin.department !== null && name.trim() === admin.department.trim()) own.push(id)
  }
  if (admin.department !== null && own.length === 0)
    throw refusal(422, "setup.department-unknown", "admin.department")
  return own
}

/** No letters or digits that look alike; 20 of 31 signs are 99 bits. */
const SIGNS = "ABCDEFGHJKLMNPQRSTVWXYZ23456789"

function makeCode(): string {
  const signs = Array.from({ length: 20 }, () => SIGNS[randomInt(SIGNS.length)])
  return signs.join("").replace(/(.{5})(?=.)/g, "$1-")
}

const hashCode = (code: string) => hashToken(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
