import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { findTimer } from "../timers/actions.ts"
import { mayNote, phaseOf } from "./phases.ts"
import { accessConsulting, accessConsultingForChange } from "./policy.ts"
import { refuseEnded, timed } from "./running.ts"
import type { Decision, NewLine } from "./schema.ts"
import { consultingLines, consultings } from "./tables.ts"

/** A hypothesis or an idea, by those who advise or moderate; the case giver listens. */
export async function addLine(
  db: Db,
  actor: Actor,
  consultingId: string,
  { kind, body, key }: NewLine,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { consulting, seat, memberId } = await accessConsultingForChange(tx, actor, consultingId)
    if (seat === "case-giver") throw forbidden()
    return once(tx, actor, key, ["consulting-line", consultingId, kind, body], async (id) => {
      refuseEnded(consulting)
      const timer = await findTimer(tx, timed(consultingId))
      if (!timer || !mayNote(kind, phaseOf(timer))) throw new Refusal(409, "consulting.not-now", "body")
      await tx.insert(consultingLines).values({ id, consultingId, kind, body: body.trim(), memberId })
      touch(tx, "consulting", consultingId)
    })
  })
}

/** The own one, or any by who leads, while it is running; afterwards by the case giver. @returns the consulting's id */
export async function removeLine(db: Db, actor: Actor, id: string): Promise<string> {
  return transact(db, async (tx) => {
    const { line, right } = await accessLineForChange(tx, actor, id)
    if (!right) throw forbidden()
    await tx.delete(consultingLines).where(eq(consultingLines.id, id))
    touch(tx, "consulting", line.consultingId)
    return line.consultingId
  })
}

/** 409 `consulting.decision-changed` when it was changed in another window. */
export async function saveDecision(db: Db, actor: Actor, id: string, { version, body }: Decision) {
  await transact(db, async (tx) => {
    const { consulting, seat } = await accessConsultingForChange(tx, actor, id)
    if (seat !== "case-giver") throw forbidden()
    if (consulting.decision === body.trim()) return
    if (consulting.version !== version) throw new Refusal(409, "consulting.decision-changed")
    await tx
      .update(consultings)
      .set({ decision: body.trim(), version: version + 1 })
      .where(eq(consultings.id, id))
    // While it is the case giver's alone, nobody is told that they are writing.
    if (consulting.shared) touch(tx, "consulting", id)
  })
}

/** Lets the group read the result, or takes that back. */
export async function shareResult(db: Db, actor: Actor, id: string, shared: boolean): Promise<void> {
  await transact(db, async (tx) => {
    const { consulting, seat } = await accessConsultingForChange(tx, actor, id)
    if (seat !== "case-giver") throw forbidden()
    if (!consulting.ended) throw new Refusal(409, "consulting.not-ended")
    if (consulting.shared === shared) return
    await tx.update(consultings).set({ shared }).where(eq(consultings.id, id))
    touch(tx, "consulting", id)
  })
}

async function accessLineForChange(tx: Tx, actor: Actor, id: string) {
  const [line] = await tx.select().from(consultingLines).where(eq(consultingLines.id, id)).for("update")
  if (!line) throw notFound()
  const { consulting, seat, leads, session } = await accessConsulting(tx, actor, line.consultingId)
  const isMine = session.own.some(({ id }) => id === line.memberId)
  return { line, right: consulting.ended ? seat === "case-giver" : isMine || leads }
}
