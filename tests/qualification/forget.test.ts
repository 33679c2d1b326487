import { eq, inArray, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { auditLog } from "../../server/kernel/tables.ts"
import { dayOf, today } from "../../server/kernel/time.ts"
import { forgetCohorts } from "../../server/qualification/forget.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { cohorts } from "../../server/qualification/tables.ts"
import { TIMER_KINDS, timers } from "../../server/qualification/timers/tables.ts"
import { addConsulting } from "./consulting-things.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { openRound } from "./round.ts"
import { addSession } from "./sessions.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

/** Foreign keys, whichever table they are in, that would hold up the deletion of a cohort or of what belongs to it. */
async function holdingUp(): Promise<string[]> {
  const { rows } = await group.db.execute<{ name: string }>(sql`
    with recursive gone(table_id) as (
      select 'cohorts'::regclass::oid
      union select c.conrelid from pg_constraint c join gone on c.confrelid = gone.table_id
      where c.contype = 'f' and c.confdeltype = 'c'
    )
    select c.conname as name from pg_constraint c join gone on c.confrelid = gone.table_id
    where c.contype = 'f' and c.confdeltype not in ('c', 'n') order by 1`)
  return rows.map(({ name }) => name)
}

/** Entries of the audit log about one of these, or with one in their details, that say who did it or anything more. */
async function tellingOf(ids: string[]): Promise<string[]> {
  const entries = await group.db.select().from(auditLog)
  return entries
    .filter((entry) => ids.some((id) => JSON.stringify(entry).includes(id)))
    .filter(({ actorId, detail }) => actorId !== null || Object.keys(detail).length > 0)
    .map(({ action }) => action)
}

/** Tables in which a row still holds one of these ids anywhere, the audit log aside. */
async function tablesNaming(ids: string[]): Promise<string[]> {
  const { rows } = await group.db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'audit_log'`,
  )
  const naming: string[] = []
  for (const { name } of rows)
    for (const id of ids) {
      const found = await group.db.execute(
        sql`select 1 from ${sql.raw(name)} t where to_jsonb(t)::text like ${`%${id}%`} limit 1`,
      )
      if (found.rows.length > 0) naming.push(name)
    }
  return [...new Set(naming)]
}

describe("a cohort whose day of deletion has come", () => {
  it("holds nothing that would keep it: every foreign key lets it go", async () => {
    expect(await holdingUp()).toEqual([])
  })

  it("is gone with all that belonged to it, and another one stays", async () => {
    const { db, people, parts } = group
    const made = await addCohort(group, people)
    const { photo, sheet } = await addSession(group, made)
    const { agent } = people.mueller
    const rules = { link: "", fields: { aim: "", rules: "- Danke", upkeep: "" }, lines: [] }
    await agent.put(`/api/cohorts/${made.cohortId}/plans/rules`, { version: 0, content: rules }).expect(200)
    await agent
      .put(
        `/api/cohorts/${made.cohortId}/report/contribution`,
        perPrompt(() => "Gut"),
      )
      .expect(204)
    await agent.post(`/api/cohorts/${made.cohortId}/report/compose`).expect(204)
    const ids = [made.cohortId, ...Object.values(made.members), ...Object.values(made.steps)]
    expect((await tablesNaming(ids)).length).toBeGreaterThan(5)
    expect(await tellingOf(ids)).toContain("minutes.released")
    await forgetCohorts(db, parts.files)
    await agent.get(`/api/cohorts/${made.cohortId}`).expect(200)
    await db.update(cohorts).set({ deleteOn: today() }).where(eq(cohorts.id, made.cohortId))
    await forgetCohorts(db, parts.files)
    expect(await tablesNaming(ids)).toEqual([])
    // The log keeps that something was done, and tells neither who did it nor to whom.
    expect(await tellingOf(ids)).toEqual([])
    for (const key of [photo, sheet])
      await expect(parts.files.get(key)).rejects.toMatchObject({ status: 404 })
    await agent.get(`/api/cohorts/${made.cohortId}`).expect(404)
    await agent.get(`/api/cohorts/${group.cohortId}`).expect(200)
  })

  it("takes the clocks of its sessions, consultings and rounds along, as a learner does with their own", async () => {
    const { db, people, parts } = group
    const running = async () =>
      (await db.select({ kind: timers.kind }).from(timers)).map(({ kind }) => kind).toSorted()
    const begin = async () => {
      const round = await openRound(group, "begun")
      await addSession(group, round)
      await addConsulting(group, round)
      return round.cohortId
    }
    const before = await running()
    const left = await begin()
    expect(await running()).toEqual([...before, ...TIMER_KINDS].toSorted())
    await people.mueller.agent.post(`/api/cohorts/${left}/leave`, { deleteCertificates: false }).expect(204)
    expect(await running()).toEqual([...before, "session"].toSorted())
    const ended = await begin()
    await db
      .update(cohorts)
      .set({ deleteOn: today() })
      .where(inArray(cohorts.id, [left, ended]))
    await forgetCohorts(db, parts.files)
    expect(await running()).toEqual(before)
  })

  it("is looked for every night", async () => {
    const { db, people } = group
    const made = await addCohort(group, people)
    const yesterday = dayOf(new Date(Date.parse(today()) - 1))
    await db.update(cohorts).set({ deleteOn: yesterday }).where(eq(cohorts.id, made.cohortId))
    const { boss } = group.parts.jobs
    await boss.send("qualification.forget", {})
    await group.drain()
    await people.mueller.agent.get(`/api/cohorts/${made.cohortId}`).expect(404)
  })
})
