import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { HOUR, resetClock } from "../../server/kernel/time.ts"
import { addDays } from "../../server/kernel/workdays.ts"
import { beginDigests } from "../../server/notifications/digest/jobs.ts"
import { setMailTime } from "../../server/notifications/index.ts"
import { openSecondProcess } from "../accounts/second-process.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"
import { at, pass, setClock, weeklyDayToCome, workdayToCome } from "./clock.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
afterEach(async () => {
  await town.drain()
  resetClock()
})

const mailsTo = async ({ email }: Person) =>
  (await town.mails()).filter(({ to }) => to === email).toReversed()
const follower = async (time: "daily" | "weekly" = "daily") => {
  const person = await town.person("Frida Frisch", ["clerk"], [town.departments.clerks])
  await setMailTime(town.db, person.id, null, time)
  return person
}
const follow = ({ agent }: Person) =>
  agent.put(`/api/categories/${town.categories.open}/following`, { level: "all" }).expect(204)

async function digestsOf(day: string): Promise<void> {
  await setClock(town, at(day, "07:00"))
  await beginDigests(town.db)
  await town.drain()
}

describe("the daily digest", () => {
  it("tells thread by thread what happened since the last one, once", async () => {
    const { mueller, vogt, albrecht } = town.people
    const person = await follower()
    await follow(person)
    const first = await ask(mueller, town.categories.open, { title: "Das erste Thema" })
    await answer(vogt, first)
    await answer(albrecht, first)
    await ask(mueller, town.categories.open, { title: "Das zweite Thema" })
    await town.drain()
    expect(await mailsTo(person)).toEqual([])
    const day = workdayToCome()
    await digestsOf(day)
    const [mail, ...more] = await mailsTo(person)
    expect(more).toEqual([])
    expect(mail?.subject).toBe("Ihre Zusammenfassung: 4 Neuigkeiten")
    expect(mail?.text.match(/Das erste Thema/g)).toHaveLength(1)
    expect(mail?.text).toContain("Neuer kollegialer Hinweis (2): Jens Albrecht, Ina Vogt")
    expect(mail?.text).toContain("Das zweite Thema")
    expect(mail?.text).not.toContain("Ab Mitteilung.")
    await pass(town, HOUR)
    await ask(mueller, town.categories.open, { title: "Von heute" })
    await digestsOf(addDays(day, 1))
    const [, next] = await mailsTo(person)
    expect(next?.subject).toBe("Ihre Zusammenfassung: Eine Neuigkeit")
    expect(next?.text).toContain("Von heute")
    expect(next?.text).not.toContain("Das zweite Thema")
  })

  it("is sent once where it is begun twice, and two processes work at it", async () => {
    const people = [await follower(), await follower(), await follower()]
    for (const person of people) await follow(person)
    await ask(town.people.mueller, town.categories.open)
    const second = await openSecondProcess(town)
    await setClock(town, at(workdayToCome(), "07:00"))
    await Promise.all([beginDigests(town.db), beginDigests(second.parts.db)])
    await Promise.all([town.drain(), second.parts.jobs.drain()]).catch(() => undefined)
    // What the other was sending at that moment is done again, as a worker does it.
    await town.db.$client.query(
      "update pgboss.job set state = 'created' where name = 'notifications.digest' and state = 'active'",
    )
    await town.drain()
    await second.stop()
    for (const person of people) expect(await mailsTo(person)).toHaveLength(1)
  })

  it("leaves out what was read and what may not be seen any more; of nothing there is none", async () => {
    const { mueller, vogt } = town.people
    const [reader, other] = [await follower(), await follower()]
    for (const person of [reader, other]) await follow(person)
    const read = await ask(mueller, town.categories.open, { title: "Schon gelesen" })
    await reader.agent.get(`/fragen/${read}`).expect(200)
    await vogt.agent.post(`/api/posts/${read}/hide`, { reason: "Nennt eine Person" }).expect(204)
    await digestsOf(workdayToCome())
    expect(await mailsTo(reader)).toEqual([])
    expect(await mailsTo(other)).toEqual([])
  })

  it("goes out on no holiday of the Land", async () => {
    const person = await follower()
    await follow(person)
    await ask(town.people.mueller, town.categories.open)
    const day = workdayToCome()
    let saturday = day
    while (new Date(`${saturday}T00:00:00Z`).getUTCDay() !== 6) saturday = addDays(saturday, 1)
    await digestsOf(saturday)
    expect(await mailsTo(person)).toEqual([])
  })

  it("without content says only what happened, and how often", async () => {
    const person = await follower()
    await follow(person)
    await person.agent.patch("/api/me", { mailWithoutContent: true }).expect(200)
    for (const title of ["Geheim eins", "Geheim zwei"])
      await ask(town.people.mueller, town.categories.open, { title })
    await digestsOf(workdayToCome())
    const [mail] = await mailsTo(person)
    expect(mail?.text).toContain("Neue Frage (2)")
    expect(JSON.stringify(mail)).not.toMatch(/Geheim|Müller|Miete/)
    expect(mail?.text).toContain("http://localhost:3000/benachrichtigungen")
  })
})

describe("a digest of very much", () => {
  it("tells sixty things of at most twenty threads, and that there is more", async () => {
    const person = await follower()
    const id = await ask(town.people.mueller, town.categories.open)
    await town.db.$client.query(
      `insert into inbox_entries (id, person_id, notice, subject_id, group_id, mail_due)
       select ('01900000' || substr(gen_random_uuid()::text, 9))::uuid, $1, 'forum.of-' || n, $2, gen_random_uuid(), 'daily'
       from generate_series(1, 61) n`,
      [person.id, id],
    )
    await digestsOf(workdayToCome())
    const [mail] = await mailsTo(person)
    expect(mail?.subject).toBe("Ihre Zusammenfassung: mehr als 60 Neuigkeiten")
    expect(mail?.text.match(/Ansehen: /g)).toHaveLength(20)
    expect(mail?.text).toContain("Weiteres steht in Ihren Benachrichtigungen.")
  })
})

describe("the weekly digest", () => {
  it("comes on its day only, with what is daily in the same mail", async () => {
    const person = await follower("weekly")
    await follow(person)
    await ask(town.people.mueller, town.categories.open, { title: "Der Woche" })
    await digestsOf(workdayToCome())
    expect(await mailsTo(person)).toEqual([])
    await setMailTime(town.db, person.id, "forum.answered", "daily")
    await answer(town.people.vogt, await ask(person, town.categories.open, { title: "Des Tages" }))
    await digestsOf(weeklyDayToCome())
    const [mail, ...more] = await mailsTo(person)
    expect(more).toEqual([])
    expect(mail?.text).toContain("Der Woche")
    expect(mail?.text).toContain("Des Tages")
  })
})

it("five hundred and more people are told in batches, each once", async () => {
  const id = await ask(town.people.mueller, town.categories.open)
  await town.db.$client.query(
    `with made as (
       insert into people (id, display_name, email, roles, locale, active, created_at)
       select gen_random_uuid(), 'Viele ' || n, 'digest' || n || '@example.org', '{clerk}', 'de', true, now()
       from generate_series(1, 1100) n returning id)
     insert into inbox_entries (id, person_id, notice, subject_id, group_id, mail_due)
     select gen_random_uuid(), id, 'forum.followed', $1, $1, 'daily' from made`,
    [id],
  )
  // Made by the database, these ids do not begin with the time: they are all given one that is over.
  await town.db.$client.query(
    `update inbox_entries set id = ('01900000' || substr(id::text, 9))::uuid where subject_id = $1`,
    [id],
  )
  await setClock(town, at(workdayToCome(), "07:00"))
  await beginDigests(town.db)
  const { rows } = await town.db.$client.query(
    `select count(*)::int as jobs, count(distinct data->>'to')::int as people from pgboss.job
     where name = 'notifications.digest' and state = 'created'
       and data->>'to' in (select id::text from people where email like 'digest%')`,
  )
  expect(rows).toEqual([{ jobs: 1100, people: 1100 }])
  await town.parts.jobs.boss.deleteQueuedJobs("notifications.digest")
})
