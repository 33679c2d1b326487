import { and, eq, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { addressKey } from "../../kernel/addresses.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { enqueue } from "../../kernel/jobs.ts"
import { notify } from "../../kernel/notices.ts"
import { today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { refusal } from "../codes.ts"
import { isOnlyOne, lockAdmins, refuseLastAdmin } from "../people/last-admin.ts"
import { lockPerson } from "../people/writing.ts"
import { requireAdmin } from "../policy.ts"
import { lockAdminsWithWay } from "../providers/local.ts"
import { LEAVING_ORDERED, LEAVING_TAKEN_BACK } from "./notices.ts"
import type { OrderedLeaving, OwnLeaving } from "./schema.ts"
import { leavings } from "./tables.ts"

export const LEAVING_QUEUE = "accounts.leaving"
/** Within these a person can think better of it. */
export const WAITING_DAYS = 14

const record = auditOf("person")

/** By the person. Asked again, the days count anew. */
export async function askToLeave(db: Db, actor: Actor, input: OwnLeaving): Promise<void> {
  await transact(db, async (tx) => {
    const dueOn = addDays(today(), WAITING_DAYS)
    await intend(tx, actor, actor.id, { ...input, dueOn }, true)
    await record(tx, actor, "leaving-asked", actor.id, { dueOn })
  })
}

/** By an administrator, for somebody who has left the authority; where the day has come it begins at once. */
export async function orderLeaving(db: Db, actor: Actor, id: string, input: OrderedLeaving): Promise<void> {
  requireAdmin(actor)
  if (input.dueOn < today()) throw refusal(422, "leaving.day-past", "dueOn")
  await transact(db, async (tx) => {
    await intend(tx, actor, id, input, false)
    await record(tx, actor, "leaving-ordered", id, { dueOn: input.dueOn })
    if (input.dueOn === today()) await enqueue(tx, LEAVING_QUEUE, { personId: id })
  })
}

async function intend(
  tx: Tx,
  actor: Actor,
  personId: string,
  { posts, certificates, address, dueOn }: OrderedLeaving,
  bySelf: boolean,
): Promise<void> {
  const admins = await lockAdmins(tx)
  const person = await lockPerson(tx, personId)
  refuseLastAdmin(admins, personId)
  if (isOnlyOne(await lockAdminsWithWay(tx), personId)) throw refusal(409, "providers.lockout")
  if (addressKey(address.trim()) !== (person.addressKey ?? person.email.toLowerCase()))
    throw refusal(422, "leaving.address-wrong", "address")
  const [former] = await tx.select().from(leavings).where(eq(leavings.personId, personId)).for("update")
  if (former?.begunAt) throw refusal(409, "leaving.begun")
  // What the administration has ordered is not the person's to change.
  if (former && !former.bySelf && actor.id === personId) throw refusal(409, "leaving.ordered")
  const values = { posts, certificates, dueOn, bySelf }
  await tx
    .insert(leavings)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: leavings.personId, set: values })
  await notify(tx, LEAVING_ORDERED, [personId], {})
}

/** By the person, of what they asked for themselves, as long as it has not begun. */
export async function takeLeavingBack(db: Db, actor: Actor): Promise<void> {
  await transact(db, async (tx) => {
    const rows = await tx
      .delete(leavings)
      .where(and(eq(leavings.personId, actor.id), eq(leavings.bySelf, true), isNull(leavings.begunAt)))
      .returning({ id: leavings.personId })
    if (rows.length === 0) throw notFound()
    await record(tx, actor, "leaving-taken-back", actor.id)
    await notify(tx, LEAVING_TAKEN_BACK, [actor.id], {})
  })
}

/** By an administrator, whoever asked for it. */
export async function cancelLeaving(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const rows = await tx
      .delete(leavings)
      .where(and(eq(leavings.personId, id), isNull(leavings.begunAt)))
      .returning({ id: leavings.personId })
    if (rows.length === 0) throw notFound()
    await record(tx, actor, "leaving-taken-back", id)
    await notify(tx, LEAVING_TAKEN_BACK, [id], {})
  })
}
