import type { Actor, Locale } from "../../kernel/actor.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { dayOf } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { changeTimer, dropTimer, startTimer } from "../timers/actions.ts"
import type { TimerControl } from "../timers/schema.ts"
import type { Phase } from "../timers/state.ts"
import { accessRound, refuseUnbegun } from "./policy.ts"

const NOTES_DAYS = 28
/** The working notes of a round go four weeks after the day it is held; until it is, that is the day it is planned for. */
export const notesUntilOf = (heldAt: Date) => addDays(dayOf(heldAt), NOTES_DAYS)

export const timed = (id: string) => ({ kind: "assessment", id }) as const

const TITLES = {
  de: ["Erzählen und nachfragen", "Einschätzen", "Vergleichen und festhalten", "Sätze und Bestätigung"],
  en: ["Telling and asking", "Rating", "Comparing and noting", "Sentences and confirmation"],
} as const
/** Together the forty minutes of a round. */
const MINUTES = [12, 5, 15, 8]

export const phasesFor = (locale: Locale): Phase[] =>
  TITLES[locale].map((title, index) => ({ title, minutes: MINUTES[index] ?? 0, isBreak: false }))

/** 409 `timer.changed` when somebody was faster. */
export async function timeRound(db: Db, actor: Actor, id: string, control: TimerControl): Promise<void> {
  await transact(db, async (tx) => {
    const { round } = await accessRound(tx, actor, id, ["facilitator"])
    refuseUnbegun(round)
    await changeTimer(tx, timed(id), control, actor.locale === "de" ? "Pause" : "Break")
  })
}

/** From the beginning again. */
export async function restartRoundTimer(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { round } = await accessRound(tx, actor, id, ["facilitator"])
    refuseUnbegun(round)
    await dropTimer(tx, timed(id))
    await startTimer(tx, timed(id), phasesFor(actor.locale))
  })
}
