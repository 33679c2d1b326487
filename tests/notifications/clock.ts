import { dayOf, instantOf, moveClock, now } from "../../server/kernel/time.ts"
import { addDays, isWorkday } from "../../server/kernel/workdays.ts"
import { digestsOn } from "../../server/notifications/digest/days.ts"
import type { World } from "../support/world.ts"

/** Sets the clock, and lets jobs come due that waited for this moment: the queue itself goes by the database's clock. */
export async function setClock({ db }: Pick<World, "db">, instant: Date): Promise<void> {
  moveClock(instant.getTime() - now().getTime())
  await db.$client.query(
    "update pgboss.job set start_after = now() where state = 'created' and start_after > now() and start_after <= $1",
    [instant],
  )
}

export const pass = (world: Pick<World, "db">, milliseconds: number) =>
  setClock(world, new Date(now().getTime() + milliseconds))

export const at = (day: string, time: string): Date => instantOf(`${day}T${time}`)

/** A day to come before another working day, with a daily digest and no weekly one. */
export function workdayToCome(): string {
  let day = addDays(dayOf(now()), 1)
  while (digestsOn(day, null).join() !== "daily" || !isWorkday(addDays(day, 1), null)) day = addDays(day, 1)
  return day
}

/** The next day to come with a weekly digest. */
export function weeklyDayToCome(): string {
  let day = addDays(dayOf(now()), 1)
  while (!digestsOn(day, null).includes("weekly")) day = addDays(day, 1)
  return day
}
