import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { DAY, dayOf } from "../../kernel/time.ts"
import { addDays, isWorkday } from "../../kernel/workdays.ts"
import { type Proposal, proposeDates } from "../../qualification/core.ts"

/** Maintenance advance lies with the youth welfare offices there, recourse included. */
export const LAND = "HE"
export const TIME = "09:00"

/** Where a programme must stand on the day of the seed: so many days from there to one of its dates. */
export type Target = { kind: "meeting" | "assessment"; number: number; from: number; until: number }

/** A date that lies behind is worse than one that is farther ahead: around Christmas nothing lies just ahead. */
const TOO_EARLY = 10

/** Holidays move a date by less than this many days. */
const FARTHEST_MOVED = 28

/**
 * The day on which a cohort began for which the module itself proposes dates that put it where it should be today.
 * Of all that fit the latest; where holidays leave none, the one that comes closest.
 */
export async function startFor(
  reader: Reader,
  actor: Actor,
  programmeId: string,
  present: Date,
  target: Target,
): Promise<string> {
  const aheadFrom = async (startOn: string) => {
    const proposal = await proposeDates(reader, actor, { programmeId, land: LAND, startOn, time: TIME })
    return daysUntil(proposal, target, present)
  }
  const daysBack = (await aheadFrom(dayOf(present))) - target.until
  let best: { day: string; miss: number } | undefined
  for (let back = daysBack - FARTHEST_MOVED; back < daysBack + FARTHEST_MOVED; back += 1) {
    const day = addDays(dayOf(present), -back)
    if (!isWorkday(day, LAND)) continue
    const ahead = await aheadFrom(day)
    const miss = Math.max(0, (target.from - ahead) * TOO_EARLY, ahead - target.until)
    if (!best || miss < best.miss) best = { day, miss }
    if (best.miss === 0) break
  }
  if (!best) throw new Error("no day to start on")
  return best.day
}

function daysUntil({ dates }: Proposal, { kind, number }: Target, present: Date): number {
  const date = dates.filter((one) => one.kind === kind)[number - 1]
  if (!date) throw new Error(`the programme has no ${kind} ${number}`)
  return Math.round((Date.parse(dayOf(new Date(date.startsAt))) - Date.parse(dayOf(present))) / DAY)
}
