import { isWorkday, type Land, mondayOf, workdayFrom } from "../../kernel/workdays.ts"

export type DigestKind = "daily" | "weekly"

/** The digests of a day: daily ones on working days, weekly ones on Monday or the next working day. */
export function digestsOn(day: string, land: Land | null): DigestKind[] {
  if (!isWorkday(day, land)) return []
  return workdayFrom(mondayOf(day), land) === day ? ["daily", "weekly"] : ["daily"]
}
