import { and, eq, sql } from "drizzle-orm"
import { addressKey, isAddress } from "../../../kernel/addresses.ts"
import { type Db, isUniqueViolation, type Tx, transact } from "../../../kernel/database.ts"
import { notify } from "../../../kernel/notices.ts"
import { Closed, checkInput, Line, Nullable } from "../../../kernel/schemas.ts"
import { INVITATION } from "../../notices.ts"
import { auditPerson, type By } from "../../people/auditing.ts"
import { lockAdmins, refuseLastAdmin } from "../../people/last-admin.ts"
import { DisplayName, Email } from "../../people/schema.ts"
import {
  changeNameAndEmail,
  endAccess,
  giveAccess,
  insertPerson,
  type PersonRow,
} from "../../people/writing.ts"
import { refuseLockout } from "../../providers/local.ts"
import { people, storedKey } from "../../tables.ts"
import { type Client, requireScope } from "../client.ts"
import { invalidValue, missing, ScimFault } from "../faults.ts"
import { isId } from "../lists.ts"
import type { Assignment } from "../values.ts"
import { visibleTo } from "./queries.ts"
import { type Said, saidIn, shownName } from "./said.ts"

/** What is kept of somebody in a directory, by the limits of the application. */
const Account = Closed({
  displayName: DisplayName,
  email: Email,
  userName: Line(254),
  externalId: Nullable(Line(254)),
  givenName: Nullable(Line(100)),
  familyName: Nullable(Line(100)),
})

const byOf = ({ name }: Client): By => ({ actor: null, directory: name })
const taken = () =>
  new ScimFault(409, "uniqueness", "There is somebody with this userName or address already.")

/**
 * Makes an account, with the role of a clerk. Somebody whom a directory let go of gets their former account back, but only
 * where address and id are the same: a new colleague with the address of a former one does not inherit what they wrote.
 */
export async function createUser(db: Db, client: Client, assignments: Assignment[]): Promise<string> {
  requireScope(client, "people")
  const said = saidIn(assignments)
  const account = accountOf(said, null)
  const by = byOf(client)
  const isActive = said.active !== false
  return transact(db, async (tx) => {
    const former = await lockHolder(tx, account.email)
    if (former && !isReturning(former, account.externalId)) throw taken()
    if (former) await changeNameAndEmail(tx, by, former, account)
    const { displayName, email } = account
    const { locale } = said
    const fresh = {
      displayName,
      email,
      roles: ["clerk" as const],
      departmentIds: [],
      ...(locale && { locale }),
    }
    const id = former?.id ?? (await insertPerson(tx, fresh))
    await bind(tx, client, id, account)
    if (!former) {
      if (!isActive) await tx.update(people).set({ active: false }).where(eq(people.id, id))
      await auditPerson(tx, by, id, { action: "person.created", detail: { roles: fresh.roles } })
    } else {
      await auditPerson(tx, by, id, { action: "person.directory-bound" })
      if (isActive) await giveAccess(tx, by, id)
    }
    if (client.invites && isActive) await notify(tx, INVITATION, [id], {})
    return id
  })
}

/**
 * Changes what is said, and makes the account the directory's where it belonged to nobody.
 * @param check is asked about the state before, under its lock
 */
export async function changeUser(
  db: Db,
  client: Client,
  id: string,
  assignments: Assignment[],
  check: (tx: Tx) => Promise<void>,
): Promise<void> {
  requireScope(client, "people")
  const said = saidIn(assignments)
  const by = byOf(client)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const former = await lockVisible(tx, client, id)
    await check(tx)
    const account = accountOf(said, former)
    refuseAddressOfAdmin(former, account.email)
    await changeNameAndEmail(tx, by, former, account)
    await bind(tx, client, id, account)
    if (!former.directory) await auditPerson(tx, by, id, { action: "person.directory-bound" })
    if (said.active === false && former.active) {
      refuseLastAdmin(admins, id)
      await endAccess(tx, by, id)
      if (former.roles.includes("admin")) await refuseLockout(tx)
    } else if (said.active === true && !former.active) await giveAccess(tx, by, id)
  })
}

/** Deactivates: what the person wrote stays. The account is nobody's from then on, and the directory sees it no more. */
export async function deleteUser(
  db: Db,
  client: Client,
  id: string,
  check: (tx: Tx) => Promise<void>,
): Promise<void> {
  requireScope(client, "people")
  const by = byOf(client)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const former = await lockVisible(tx, client, id)
    await check(tx)
    refuseLastAdmin(admins, id)
    if (former.active) await endAccess(tx, by, id)
    if (former.roles.includes("admin")) await refuseLockout(tx)
    const released = { directory: null, userName: null, givenName: null, familyName: null }
    await tx.update(people).set(released).where(eq(people.id, id))
    await auditPerson(tx, by, id, { action: "person.directory-released" })
  })
}

function accountOf(said: Said, former: PersonRow | null) {
  const userName = said.userName ?? former?.userName ?? former?.email ?? ""
  const {
    externalId = former?.externalId,
    givenName = former?.givenName,
    familyName = former?.familyName,
  } = said
  const account = {
    userName,
    displayName: shownName(said, former),
    email: said.email ?? former?.email ?? (isAddress(userName) ? userName : ""),
    externalId: externalId ?? null,
    givenName: givenName ?? null,
    familyName: familyName ?? null,
  }
  const { value, faults } = checkInput(Account, account)
  if (value) return value
  throw invalidValue(`Missing, too long or not valid: ${faults.map(({ field }) => field).join(", ")}.`)
}

/** Whoever holds a token could otherwise have an administrator's new password sent to an address of their own. */
function refuseAddressOfAdmin({ roles, email }: PersonRow, next: string): void {
  if (roles.includes("admin") && addressKey(email) !== addressKey(next))
    throw new ScimFault(409, "mutability", "The address of an administrator is changed in the application.")
}

const isReturning = (former: PersonRow, externalId: string | null) =>
  former.directory === null && !former.active && externalId !== null && former.externalId === externalId

async function lockHolder(tx: Tx, email: string): Promise<PersonRow | null> {
  const ofAddress = sql`${storedKey} = ${addressKey(email)}`
  const [found] = await tx.select().from(people).where(ofAddress).for("update")
  return found ?? null
}

async function lockVisible(tx: Tx, client: Client, id: string): Promise<PersonRow> {
  if (!isId(id)) throw missing()
  const [found] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, id), visibleTo(client)))
    .for("update")
  if (!found) throw missing()
  return found
}

async function bind(
  tx: Tx,
  client: Client,
  id: string,
  { userName, externalId, givenName, familyName }: ReturnType<typeof accountOf>,
): Promise<void> {
  try {
    await tx
      .update(people)
      .set({ directory: client.id, userName, externalId, givenName, familyName })
      .where(eq(people.id, id))
  } catch (error) {
    throw isUniqueViolation(error) ? taken() : error
  }
}
