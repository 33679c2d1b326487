import { eq } from "drizzle-orm"
import { listAdmins } from "../../accounts/index.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { forgetTold, tellInbox } from "../inbox/actions.ts"
import { type FaultNotice, operationFaults } from "../tables.ts"

/** Something that administrators have to look after. */
export type Fault = {
  notice: FaultNotice
  /** Which one of its kind, e.g. the queue of a job. */
  name: string
  /** For what is a fault only once it lasts: what must be the same at the next look. Null: it is one at once. */
  mark: string | null
}
/** All that is wrong at this moment; the modules know their own. */
type FindFaults = () => Promise<Fault[]>

export function faultJobs({ jobs, db }: { jobs: Jobs; db: Db }, findFaults: FindFaults): void {
  jobs.declare("notifications.faults", () => watchFaults(db, findFaults), "*/15 * * * *")
}

/** Tells every administrator of a fault, once for as long as it lasts; when it is over, the entries go. */
export async function watchFaults(db: Db, findFaults: FindFaults): Promise<void> {
  const faults = await findFaults()
  await transact(db, async (tx) => {
    const known = await tx.select().from(operationFaults)
    const same = (one: Pick<Fault, "notice" | "name">) => (other: Pick<Fault, "notice" | "name">) =>
      one.notice === other.notice && one.name === other.name
    for (const fault of faults) await take(tx, fault, known.find(same(fault)))
    for (const row of known.filter((one) => !faults.some(same(one)))) await end(tx, row)
  })
}

type Row = typeof operationFaults.$inferSelect

async function take(tx: Tx, fault: Fault, row: Row | undefined): Promise<void> {
  if (row && row.mark !== fault.mark) {
    await end(tx, row)
    return take(tx, fault, undefined)
  }
  if (row?.isTold) return
  const id = row?.id ?? newId()
  const isTold = row !== undefined || fault.mark === null
  await tx
    .insert(operationFaults)
    .values({ id, ...fault, isTold })
    .onConflictDoUpdate({ target: operationFaults.id, set: { isTold } })
  if (isTold) await tellInbox(tx, { notice: fault.notice, subjectId: id, groupId: id }, await listAdmins(tx))
}

async function end(tx: Tx, { id, notice }: Row): Promise<void> {
  await tx.delete(operationFaults).where(eq(operationFaults.id, id))
  await forgetTold(tx, { notices: [notice], subjectId: id }, await listAdmins(tx))
}
