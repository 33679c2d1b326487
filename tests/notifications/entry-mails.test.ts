import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { listFiledMails } from "../../server/kernel/mail-files.ts"
import { MINUTE, now, resetClock } from "../../server/kernel/time.ts"
import { addDays } from "../../server/kernel/workdays.ts"
import { beginDigests } from "../../server/notifications/digest/jobs.ts"
import {
  INBOX_NOTICES,
  type InboxNotice,
  type MailTime,
  reasonOf,
  setMailTime,
  tellInbox,
} from "../../server/notifications/index.ts"
import { whatHappened } from "../../web/index.ts"
import { openSecondProcess } from "../accounts/second-process.ts"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"
import { at, pass, setClock, weeklyDayToCome, workdayToCome } from "./clock.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
afterEach(() => resetClock())

/** Of more than all reasons together make: the clock moves, so the latest are not the last. */
const MOST_MAILS = 10_000
const mailsTo = async ({ email }: Person) =>
  (await listFiledMails(town.config.dataDir, MOST_MAILS)).filter(({ to }) => to === email).toReversed()
const subjectsTo = async (person: Person) => (await mailsTo(person)).map(({ subject }) => subject)
const textOf = async (person: Person) => (await mailsTo(person)).at(-1)?.text ?? ""
const fresh = () => town.person("Frida Frisch", ["clerk"], [town.departments.clerks])
const choose = (person: Person, settings: object) =>
  person.agent
    .put("/api/notifications/settings", { times: [], quietHours: null, quietOnDaysOff: false, ...settings })
    .expect(200)
const tell = (notice: InboxNotice, subjectId: string, groupId: string, person: Person) =>
  transact(town.db, (tx) => tellInbox(tx, { notice, subjectId, groupId }, [person.id]))

/** The digests of the next day that has them. */
async function digest(kind: "daily" | "weekly"): Promise<void> {
  const day = kind === "daily" ? workdayToCome() : weeklyDayToCome()
  await setClock(town, at(day, "07:00"))
  await beginDigests(town.db)
  await town.drain()
}

describe.each(INBOX_NOTICES)("%s", (notice) => {
  const { mail, isOptional, isDiscreet = false } = reasonOf(notice)
  const ofKind = { kind: "question" as const, notice }

  /** What comes of one entry, and when: at once, with the daily or the weekly digest. */
  async function timesOf(person: Person): Promise<MailTime[]> {
    const id = await ask(person, town.categories.open, { title: "Zählt das Elterngeld?" })
    await tell(notice, id, id, person)
    const times: MailTime[] = []
    const isNews = async () => (await mailsTo(person)).length > times.length
    await town.drain()
    if (await isNews()) times.push("at-once")
    await digest("daily")
    if (await isNews()) times.push("daily")
    await digest("weekly")
    if (await isNews()) times.push("weekly")
    return times
  }

  it("is told by mail as its row says, in both languages, with its address, and with its title unless it is the person's alone", async () => {
    const [german, english] = [await fresh(), await fresh()]
    await english.agent.patch("/api/me", { locale: "en" }).expect(200)
    expect(await timesOf(german)).toEqual(mail === "never" ? [] : [mail])
    expect(await timesOf(english)).toEqual(mail === "never" ? [] : [mail])
    if (mail === "never") return
    for (const [person, locale] of [
      [german, "de"],
      [english, "en"],
    ] as const) {
      const [sent] = await mailsTo(person)
      expect(sent?.text).toMatch(/http:\/\/localhost:3000\/a\/[0-9a-f-]{36}/)
      const whole = `${sent?.subject}\n${sent?.text}`
      expect(whole.includes("Zählt das Elterngeld?")).toBe(!isDiscreet)
      expect(whole).toContain(whatHappened(locale, ofKind).what)
      expect(whole).not.toMatch(/undefined|null|false|\n{3}/)
      expect(sent?.text.includes("/profil/benachrichtigungen")).toBe(isOptional)
    }
  })

  it("comes when the person chose it, where they may", async () => {
    for (const time of ["at-once", "daily", "weekly", "never"] as const) {
      resetClock()
      const person = await fresh()
      await setMailTime(town.db, person.id, notice, time)
      const comes = isOptional ? time : mail
      expect(await timesOf(person)).toEqual(comes === "never" ? [] : [comes])
    }
  })
})

describe("news of one thread", () => {
  it("goes out at once, and what follows within ten minutes in one mail when they are over", async () => {
    const { mueller, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Zehn Minuten" })
    const other = await ask(mueller, town.categories.open, { title: "Anderes Thema" })
    const told = async () => (await subjectsTo(mueller)).filter((subject) => subject.includes("Minuten"))
    await answer(vogt, id, official)
    await town.drain()
    expect(await told()).toEqual(["Antwort der Fachabteilung: Zehn Minuten"])
    await pass(town, 2 * MINUTE)
    await answer(albrecht, id, { body: "Ein Nachtrag." })
    await town.drain()
    await pass(town, 2 * MINUTE)
    await answer(vogt, id, { body: "Noch einer." })
    await answer(vogt, other)
    await town.drain()
    expect(await told()).toHaveLength(1)
    expect(await subjectsTo(mueller)).toContain("Neuer kollegialer Hinweis: Anderes Thema")
    await pass(town, 6 * MINUTE)
    await town.drain()
    expect(await told()).toEqual(["Antwort der Fachabteilung: Zehn Minuten", "2 Neuigkeiten: Zehn Minuten"])
    const text = await textOf(mueller)
    expect(text).toContain("> Ein Nachtrag.")
    expect(text).toContain("> Noch einer.")
    await pass(town, 11 * MINUTE)
    await town.drain()
    expect(await told()).toHaveLength(2)
  })

  it("of an official answer says department, legal status, text and the permanent address, in both languages", async () => {
    const { vogt } = town.people
    const [german, english] = [await fresh(), await fresh()]
    await english.agent.patch("/api/me", { locale: "en" }).expect(200)
    for (const [person, what, status] of [
      [german, "Antwort der Fachabteilung", "Rechtsstand: 1. Januar 2026"],
      [english, "Official answer", "Legal status: 1 January 2026"],
    ] as const) {
      const id = await ask(person, town.categories.open, { title: "Was gilt?" })
      const answerId = await answer(vogt, id, official)
      await town.drain()
      const [mail] = await mailsTo(person)
      expect(mail?.subject).toBe(`${what}: Was gilt?`)
      expect(mail?.text).toContain(`Grundsatz und Recht · ${status}`)
      expect(mail?.text).toContain("> Ab Mitteilung.")
      expect(mail?.text).toContain(`http://localhost:3000/a/${answerId}`)
    }
  })

  it("says only what happened where the person or the administration wants no content", async () => {
    const { vogt, admin } = town.people
    const [wishes, ordered] = [await fresh(), await fresh()]
    await wishes.agent.patch("/api/me", { mailWithoutContent: true }).expect(200)
    const tellAnswer = async (person: Person) => {
      const id = await ask(person, town.categories.open, { title: "Geheimer Titel" })
      await answer(vogt, id, { ...official, body: "Geheimer Text" })
      await town.drain()
    }
    await tellAnswer(wishes)
    await admin.agent.patch("/api/settings", { mailWithoutContent: true }).expect(204)
    await ordered.agent.patch("/api/me", { mailWithoutContent: false }).expect(200)
    await tellAnswer(ordered)
    await admin.agent.patch("/api/settings", { mailWithoutContent: false }).expect(204)
    for (const person of [wishes, ordered]) {
      const [mail] = await mailsTo(person)
      expect(mail?.subject).toBe("Antwort der Fachabteilung")
      expect(JSON.stringify(mail)).not.toMatch(/Geheim|Vogt|Grundsatz|Miete/)
    }
  })

  it("leaves out what was read, hidden or withdrawn before it goes out, and then the next is the first again", async () => {
    const { vogt, albrecht } = town.people
    const person = await fresh()
    const id = await ask(person, town.categories.open, { title: "Gelesen" })
    await answer(vogt, id)
    await person.agent.get(`/fragen/${id}`).expect(200)
    await town.drain()
    const hidden = await answer(albrecht, id, { body: "Herr Kaczmarowski weiß es." })
    await vogt.agent.post(`/api/posts/${hidden}/hide`, { reason: "Nennt eine Person" }).expect(204)
    await town.drain()
    expect(await mailsTo(person)).toEqual([])
    await answer(vogt, id)
    await town.drain()
    expect(await subjectsTo(person)).toEqual(["Neuer kollegialer Hinweis: Gelesen"])
  })

  it("is not told to somebody who lost the right between the telling and the mail", async () => {
    const { mueller, vogt, admin } = town.people
    const person = await fresh()
    const id = await ask(mueller, town.categories.forThree, { title: "Nicht für alle" })
    await person.agent.put(`/api/posts/${id}/marks/same-question`).expect(204)
    await answer(vogt, id)
    await admin.agent.patch(`/api/people/${person.id}`, { departmentIds: [] }).expect(204)
    await town.drain()
    expect(await mailsTo(person)).toEqual([])
  })

  it("is one mail where two processes work at the same time", async () => {
    const { vogt, albrecht } = town.people
    const people = [await fresh(), await fresh(), await fresh()]
    const [first] = people
    if (!first) throw new Error("nobody asks")
    const id = await ask(first, town.categories.open, { title: "Zugleich" })
    for (const { agent } of people.slice(1))
      await agent.put(`/api/posts/${id}/marks/same-question`).expect(204)
    for (const by of [vogt, albrecht, vogt]) await answer(by, id)
    const second = await openSecondProcess(town)
    await Promise.all([town.drain(), second.parts.jobs.drain()])
    await second.stop()
    for (const person of people) expect(await subjectsTo(person)).toEqual(["3 Neuigkeiten: Zugleich"])
  })

  it("is not sent again where the process died after the sending, and what came since has a mail of its own", async () => {
    const { vogt, albrecht } = town.people
    const person = await fresh()
    const id = await ask(person, town.categories.open, { title: "Gestorben" })
    await answer(vogt, id)
    await town.drain()
    // As it was before the job could say that it is done.
    await town.db.$client.query("update inbox_entries set mail_due = 'at-once' where person_id = $1", [
      person.id,
    ])
    await town.db.$client.query(
      `update pgboss.job set state = 'created', completed_on = null
       where name = 'notifications.bundle' and data->>'to' = $1`,
      [person.id],
    )
    await answer(albrecht, id)
    await town.drain()
    expect(await subjectsTo(person)).toEqual(["Neuer kollegialer Hinweis: Gestorben"])
    await pass(town, 11 * MINUTE)
    await town.drain()
    expect(await mailsTo(person)).toHaveLength(2)
  })
})

describe("jobs that an earlier version left", () => {
  it.each(["notices", "forum.mail"])("in %s are answered once", async (queue) => {
    const { vogt } = town.people
    const person = await fresh()
    const id = await ask(person, town.categories.open, { title: "Von früher" })
    const answerId = await answer(vogt, id)
    await town.db.$client.query("update inbox_entries set mail_due = null where person_id = $1", [person.id])
    const job =
      queue === "notices"
        ? { notice: "forum.answered", to: person.id, postId: answerId }
        : { kind: "answers", personId: person.id, postId: answerId }
    for (let time = 0; time < 2; time += 1) await town.parts.jobs.boss.send(queue, job)
    await town.drain()
    expect(await subjectsTo(person)).toEqual(["Neuer kollegialer Hinweis: Von früher"])
  })
})

describe("quiet hours", () => {
  it("keep mails at once back until they end, all of a thread together", async () => {
    const { vogt, albrecht } = town.people
    const person = await fresh()
    await choose(person, { quietHours: { from: 18, until: 7 } })
    const day = workdayToCome()
    await setClock(town, at(day, "20:00"))
    const id = await ask(person, town.categories.open, { title: "Am Abend" })
    await answer(vogt, id)
    await answer(albrecht, id)
    await town.drain()
    expect(await mailsTo(person)).toEqual([])
    await setClock(town, at(addDays(day, 1), "06:30"))
    await town.drain()
    expect(await mailsTo(person)).toEqual([])
    await setClock(town, at(addDays(day, 1), "07:00"))
    await town.drain()
    expect(await subjectsTo(person)).toEqual(["2 Neuigkeiten: Am Abend"])
  })
})

describe("the pause", () => {
  it("holds all mails but links for a password back until the next morning, and can be ended", async () => {
    const { vogt } = town.people
    const person = await fresh()
    await setClock(town, at(workdayToCome(), "10:00"))
    const { body } = await person.agent.put("/api/notifications/pause").expect(200)
    expect(new Date(body.pausedUntil).getTime()).toBeGreaterThan(now().getTime())
    const { text } = await person.agent.get("/benachrichtigungen").expect(200)
    expect(text).toContain("Sie bekommen keine E-Mails bis:")
    const id = await ask(person, town.categories.open, { title: "In der Pause" })
    await answer(vogt, id)
    await town.nobody.post("/api/password/forgotten", { email: person.email }).expect(202)
    await town.drain()
    expect(await subjectsTo(person)).toEqual(["Fachforum: Ihr Zugang"])
    await person.agent.form("/benachrichtigungen/pause/beenden", {}).expect(303)
    await town.drain()
    expect(await subjectsTo(person)).toContain("Neuer kollegialer Hinweis: In der Pause")
    expect((await person.agent.get("/benachrichtigungen")).text).not.toContain("keine E-Mails bis:")
  })

  it("keeps a digest for the next one", async () => {
    const { vogt } = town.people
    const person = await fresh()
    await choose(person, { times: [{ reason: "forum.answered", time: "daily" }] })
    await answer(vogt, await ask(person, town.categories.open))
    const day = workdayToCome()
    await town.db.$client.query("update mail_rests set paused_until = $2 where person_id = $1", [
      person.id,
      at(addDays(day, 1), "07:00"),
    ])
    await digest("daily")
    expect(await mailsTo(person)).toEqual([])
    await setClock(town, at(addDays(day, 1), "07:00"))
    await beginDigests(town.db)
    await town.drain()
    expect(await mailsTo(person)).toHaveLength(1)
  })
})
