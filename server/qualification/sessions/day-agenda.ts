import { eq } from "drizzle-orm"
import type { Actor, Locale } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import type { AgendaItem } from "../tables.ts"
import { findTimer, rearrangeTimer } from "../timers/actions.ts"
import { MOST_PHASES } from "../timers/state.ts"
import { accessSession, LEADING, lockSession, type Session } from "./access.ts"
import { agendaOf } from "./agenda.ts"
import type { AgendaView, SavedAgenda } from "./schema.ts"
import { sessionAgendas } from "./tables.ts"

/** As it was changed for this session, otherwise the programme's, otherwise the usual one. */
export async function agendaOfDay(
  reader: Reader,
  { step, kind }: Pick<Session, "step" | "kind">,
  locale: Locale,
): Promise<AgendaItem[]> {
  const own = await findOwn(reader, step.id)
  return own?.items ?? agendaOf(kind, step.step.agenda, locale)
}

/** What is over, what is on and what is to come, for changing it: before the session, and while it runs. */
export async function findAgenda(reader: Reader, actor: Actor, id: string): Promise<AgendaView> {
  const session = await accessSession(reader, actor, id, LEADING)
  const timer = await findTimer(reader, { kind: "session", id })
  if (timer) {
    const items = timer.phases.map(({ title, minutes, isBreak }, from) => ({ from, title, minutes, isBreak }))
    const isOver = timer.state === "ended"
    return {
      version: timer.version,
      isOver,
      isOwn: false,
      past: items.slice(0, isOver ? items.length : timer.position),
      current: isOver ? null : (items[timer.position] ?? null),
      ahead: isOver ? [] : items.slice(timer.position + 1),
    }
  }
  const own = await findOwn(reader, id)
  const items = await agendaOfDay(reader, session, actor.locale)
  return {
    version: own?.version ?? 0,
    isOver: false,
    isOwn: own !== undefined,
    past: [],
    current: null,
    ahead: items.map((item, from) => ({ from, ...item })),
  }
}

/**
 * For this session alone: the programme stays as it is. 409 `agenda.changed` or `timer.changed` when somebody was
 * faster or the session has begun, `agenda.over` after its end, `timer.empty` where nothing would be left.
 */
export async function saveAgenda(db: Db, actor: Actor, id: string, input: SavedAgenda): Promise<void> {
  await transact(db, async (tx) => {
    await accessSession(tx, actor, id, LEADING)
    await lockSession(tx, id)
    const { version, current, ahead } = input
    if (current) {
      await rearrangeTimer(tx, { kind: "session", id }, version, { current, ahead })
    } else {
      if (await findTimer(tx, { kind: "session", id })) throw new Refusal(409, "agenda.changed")
      if (ahead.length === 0) throw new Refusal(409, "timer.empty")
      if (ahead.length > MOST_PHASES) throw new Refusal(409, "agenda.too-long")
      const items = ahead.map(({ title, minutes, isBreak }) => ({ title, minutes, isBreak }))
      await saveOwn(tx, id, version, items)
      touch(tx, "session", id)
    }
  })
}

/** The programme's agenda again. */
export async function resetAgenda(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessSession(tx, actor, id, LEADING)
    await lockSession(tx, id)
    if (await findTimer(tx, { kind: "session", id })) throw new Refusal(409, "agenda.changed")
    await tx.delete(sessionAgendas).where(eq(sessionAgendas.cohortStepId, id))
    touch(tx, "session", id)
  })
}

async function findOwn(reader: Reader, id: string) {
  const [own] = await reader.select().from(sessionAgendas).where(eq(sessionAgendas.cohortStepId, id))
  return own
}

async function saveOwn(tx: Tx, id: string, version: number, items: AgendaItem[]): Promise<void> {
  const former = await findOwn(tx, id)
  if ((former?.version ?? 0) !== version) throw new Refusal(409, "agenda.changed")
  const saved = { items, version: version + 1 }
  await tx
    .insert(sessionAgendas)
    .values({ cohortStepId: id, ...saved })
    .onConflictDoUpdate({ target: sessionAgendas.cohortStepId, set: saved })
}
