import type { Actor } from "../../kernel/actor.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { changeTimer, dropTimer, startTimer } from "../timers/actions.ts"
import type { TimerControl } from "../timers/schema.ts"
import { accessSession, LEADING, lockSession } from "./access.ts"
import { agendaOfDay } from "./day-agenda.ts"

const subject = (id: string) => ({ kind: "session", id }) as const

/** The session begins now. Pressed twice, or by two, it begins once. */
export async function startSession(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const session = await accessSession(tx, actor, id, LEADING)
    // Between the agenda and its start nobody changes it: whoever starts the session starts what they see.
    await lockSession(tx, id)
    await startTimer(tx, subject(id), await agendaOfDay(tx, session, actor.locale))
  })
}

/** 409 `timer.changed` when somebody was faster. */
export async function timeSession(db: Db, actor: Actor, id: string, control: TimerControl): Promise<void> {
  await transact(db, async (tx) => {
    await accessSession(tx, actor, id, LEADING)
    await changeTimer(tx, subject(id), control, actor.locale === "de" ? "Pause" : "Break")
  })
}

/** As if it had never been started: it was tried out, or pressed by mistake. */
export async function resetSession(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessSession(tx, actor, id, LEADING)
    await dropTimer(tx, subject(id))
  })
}
