import { and, desc, eq, inArray, isNotNull, not, notExists, sql } from "drizzle-orm"
import {
  listAdmins,
  listDepartments,
  mayAdminister,
  people,
  requireAdmin,
  storedKey,
} from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { addressKey } from "../../kernel/addresses.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { StoppedAddresses } from "../../kernel/mail.ts"
import { now } from "../../kernel/time.ts"
import { tellInbox } from "../inbox/actions.ts"
import type { InboxFacts } from "../inbox/queries.ts"
import { stoppedAddresses } from "../tables.ts"
import type { StoppedAddress } from "./schema.ts"

type Failure = {
  /** Nothing would change by trying again. */
  permanent: boolean
  /** What the mail server answered, in numbers: "550 5.1.1". */
  code: string
}

/** What belongs together in the inbox of an administrator: everything about mails that do not arrive. */
export const MAIL_FAILURES = "0193f000-0000-7000-8000-6d61696c0000"

/** For whatever sends mails. */
export const openStoppedAddresses = (db: Db): StoppedAddresses => ({
  has: (address) => isStopped(db, address),
  add: (address, code) => recordMailFailure(db, address, { permanent: true, code }),
})

/** The person has still the address that was refused; whoever has another one now gets mails again. */
const stillTheirs = and(eq(people.id, stoppedAddresses.personId), eq(storedKey, stoppedAddresses.addressKey))

type Mailbox = { id: string; name: string; mailbox: string }

/** Departments are few, and how their addresses compare, SQL does not know. */
async function listMailboxes(reader: Reader): Promise<Mailbox[]> {
  const departments = await listDepartments(reader)
  return departments.flatMap(({ id, name, mailbox, archived }) =>
    mailbox && !archived ? [{ id, name, mailbox }] : [],
  )
}

async function isStopped(db: Db, address: string): Promise<boolean> {
  const key = addressKey(address)
  const [found] = await db
    .select({ departmentId: stoppedAddresses.departmentId, personId: people.id })
    .from(stoppedAddresses)
    .leftJoin(people, stillTheirs)
    .where(eq(stoppedAddresses.addressKey, key))
  if (!found) return false
  if (found.personId !== null) return true
  const { departmentId } = found
  const own = (await listMailboxes(db)).find(({ id }) => id === departmentId)
  return own !== undefined && addressKey(own.mailbox) === key
}

/**
 * A mail server took a mail for this address and could not deliver it, or took none: for good, no more mails go there,
 * and the administrators hear of it once.
 * @returns false for an address that nobody here has
 */
export async function recordMailFailure(
  db: Db,
  address: string,
  { permanent, code }: Failure,
): Promise<boolean> {
  const key = addressKey(address)
  return transact(db, async (tx) => {
    const holder = await findHolder(tx, key)
    if (!holder) return false
    if (permanent && (await stop(tx, holder, key, code)))
      await tellInbox(
        tx,
        {
          notice: "accounts.mail-failed",
          subjectId: holder.personId ?? holder.departmentId,
          groupId: MAIL_FAILURES,
        },
        await listAdmins(tx),
      )
    return true
  })
}

type Holder = { personId: string; departmentId: null } | { personId: null; departmentId: string }

async function findHolder(tx: Tx, key: string): Promise<Holder | null> {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(storedKey, key))
  if (person) return { personId: person.id, departmentId: null }
  const department = (await listMailboxes(tx)).find(({ mailbox }) => addressKey(mailbox) === key)
  return department ? { personId: null, departmentId: department.id } : null
}

/** @returns false where it is stopped already */
async function stop(tx: Tx, holder: Holder, key: string, code: string): Promise<boolean> {
  const stopped = { ...holder, code: code.slice(0, LONGEST_CODE), at: now() }
  const rows = await tx
    .insert(stoppedAddresses)
    .values({ id: newId(), addressKey: key, ...stopped })
    // Somebody else had the address before.
    .onConflictDoUpdate({
      target: stoppedAddresses.addressKey,
      set: stopped,
      setWhere: sql`(${stoppedAddresses.personId}, ${stoppedAddresses.departmentId})
        is distinct from (${holder.personId}::uuid, ${holder.departmentId}::uuid)`,
    })
    .returning({ id: stoppedAddresses.id })
  return rows.length > 0
}
const LONGEST_CODE = 40

const MOST_LISTED = 500

/** The latest first. */
export async function listStoppedAddresses(reader: Reader, actor: Actor): Promise<StoppedAddress[]> {
  requireAdmin(actor)
  const { id, departmentId, code, at } = stoppedAddresses
  const person = { id: people.id, name: people.displayName }
  const rows = await reader
    .select({ id, person, departmentId, key: stoppedAddresses.addressKey, address: people.email, code, at })
    .from(stoppedAddresses)
    .leftJoin(people, stillTheirs)
    .orderBy(desc(at), desc(id))
    .limit(MOST_LISTED)
  const mailboxes = rows.some((row) => row.departmentId !== null) ? await listMailboxes(reader) : []
  return rows.flatMap(({ departmentId: ofDepartment, key, address, ...row }): StoppedAddress[] => {
    const stopped = { ...row, at: row.at.toISOString() }
    if (row.person && address !== null) return [{ ...stopped, department: null, address }]
    const own = mailboxes.find((one) => one.id === ofDepartment && addressKey(one.mailbox) === key)
    return own ? [{ ...stopped, department: { id: own.id, name: own.name }, address: own.mailbox }] : []
  })
}

/** Mails go there again; a server that still takes none stops them anew. */
export async function resumeAddress(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const [ended] = await tx.delete(stoppedAddresses).where(eq(stoppedAddresses.id, id)).returning()
    if (!ended) throw notFound()
    const { personId, departmentId, code } = ended
    const subjectType = personId ? "person" : "department"
    const entry = { action: `${subjectType}.mail-resumed`, subjectType, subjectId: personId ?? departmentId }
    await audit(tx, actor, { ...entry, detail: { code } })
  })
}

/** Whether mails to the person's own address do not arrive. */
export async function isOwnAddressStopped(reader: Reader, actor: Actor): Promise<boolean> {
  const found = await reader
    .select({ id: stoppedAddresses.id })
    .from(stoppedAddresses)
    .innerJoin(people, stillTheirs)
    .where(eq(stoppedAddresses.personId, actor.id))
  return found.length > 0
}

/** For the inbox of an administrator: whose mails do not arrive, as long as they don't; of the latest ones. */
export async function describeMailFailures(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<Map<string, InboxFacts>> {
  if (ids.length === 0 || !mayAdminister(actor)) return new Map()
  const stopped = await listStoppedAddresses(reader, actor)
  const holders = stopped.flatMap(({ person, department }) => person ?? department ?? [])
  const wanted = new Set(ids)
  return new Map(
    holders.flatMap(({ id, name }) => (wanted.has(id) ? [[id, { ...FACTS, title: name }] as const] : [])),
  )
}

const FACTS = { kind: null, address: "/verwaltung/post", person: null, place: null, text: null }

/** Deletes what is about addresses that their person or department has no more. */
export async function sweepStoppedAddresses(db: Db): Promise<void> {
  const theirs = db.select({ id: people.id }).from(people).where(stillTheirs)
  const keys = (await listMailboxes(db)).map(({ mailbox }) => addressKey(mailbox))
  const isMailbox = and(isNotNull(stoppedAddresses.departmentId), inArray(stoppedAddresses.addressKey, keys))
  await db.delete(stoppedAddresses).where(and(notExists(theirs), not(sql`coalesce(${isMailbox}, false)`)))
}
