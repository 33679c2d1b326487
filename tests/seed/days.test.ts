import { afterEach, expect, it, vi } from "vitest"
import { DAY, dayOf, today } from "../../server/kernel/time.ts"
import { isWorkday } from "../../server/kernel/workdays.ts"
import { seedExample } from "../../server/seed/index.ts"
import { openWorld } from "../support/world.ts"

afterEach(() => {
  vi.useRealTimers()
})

type Dated = { name: string; kind: string; day: string; at: Date }

it.each([
  ["a Sunday at Easter", "2027-03-28T10:00:00Z"],
  ["Christmas Eve", "2026-12-24T09:00:00Z"],
  ["29 February, before office hours", "2028-02-29T04:30:00Z"],
  // So many times 24 hours before it, summer time has already the next day.
  ["an evening in winter, an hour before midnight", "2027-11-29T22:30:00Z"],
])("the learning groups stand where the story has them when it is played on %s", async (_, moment) => {
  const world = await openWorld({ trial: true })
  try {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) })
    expect(await seedExample(world.parts, () => undefined)).toBe(true)
    const { rows } = await world.db.$client.query<
      Omit<Dated, "day">
    >(`select c.name, p.kind, s.starts_at as at
      from cohorts c join cohort_steps s on s.cohort_id = c.id join programme_steps p on p.id = s.step_id
      where p.kind in ('workshop', 'meeting', 'assessment', 'certificate') order by s.starts_at`)
    const dates = rows.map((row): Dated => ({ ...row, day: dayOf(row.at) }))
    for (const { day } of dates) expect(isWorkday(day, "HE"), day).toBe(true)
    const [former, present] = ["Lerngruppe Wohngeld", "Lerngruppe Unterhaltsvorschuss"].map((name) =>
      dates.filter((one) => one.name === name),
    )
    expect((former?.at(-1)?.day ?? "") < (present?.[0]?.day ?? "")).toBe(true)
    const ahead = present?.filter(({ day }) => day > today()) ?? []
    expect(present?.length).toBe((ahead.length ?? 0) + 3)
    expect(ahead[0]?.kind).toBe("meeting")
    expect(ahead[0]?.at.getTime()).toBeLessThan(Date.parse(moment) + 15 * DAY)
    const due = await world.db.$client.query("select id from answers where needs_review_since is not null")
    expect(due.rows.length, "what a bill would change is to be reviewed").toBeGreaterThanOrEqual(8)
    const later = await world.db.$client.query("select action from audit_log where at > $1", [new Date()])
    expect(later.rows).toEqual([])
  } finally {
    vi.useRealTimers()
    await world.close()
  }
})
