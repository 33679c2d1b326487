import { globSync, readFileSync } from "node:fs"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { resetClock } from "../../server/kernel/time.ts"
import { INBOX_NOTICES, OPTIONAL_NOTICES, reasonOf, setMailTime } from "../../server/notifications/index.ts"
import { de, en } from "../../web/texts/index.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
afterEach(() => resetClock())

const PAGE = "/profil/benachrichtigungen"
const settingsOf = async ({ agent }: Person) =>
  (await agent.get("/api/notifications/settings").expect(200)).body
const timesOf = async (person: Person): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await settingsOf(person)).reasons.map(({ reason, time }: Record<string, string>) => [reason, time]),
  )
const shipped = Object.fromEntries(INBOX_NOTICES.map((reason) => [reason, reasonOf(reason).mail]))
const fresh = () => world.person("Frida Frisch", ["clerk"])
/** What the form sends where everything stands at one time. */
const all = (time: string) =>
  Object.fromEntries(OPTIONAL_NOTICES.map((reason) => [reason.replace(".", "-"), time]))

describe("the times of mails", () => {
  it("are as shipped until somebody chooses, and are theirs alone", async () => {
    const [one, other] = [await fresh(), await fresh()]
    expect(await timesOf(one)).toEqual(shipped)
    const choice = {
      times: [{ reason: "forum.followed", time: "weekly" }],
      quietHours: null,
      quietOnDaysOff: false,
    }
    const { body } = await one.agent.put("/api/notifications/settings", choice).expect(200)
    expect(body.reasons.find(({ reason }: { reason: string }) => reason === "forum.followed")).toEqual({
      reason: "forum.followed",
      time: "weekly",
      standard: "daily",
      isOptional: true,
    })
    expect(await timesOf(one)).toEqual({ ...shipped, "forum.followed": "weekly" })
    expect(await timesOf(other)).toEqual(shipped)
  })

  it("are the same for everything with one click, also for what has one of its own, and go back to the shipped ones", async () => {
    const person = await fresh()
    await setMailTime(world.db, person.id, "forum.answered", "weekly")
    await person.agent.put("/api/notifications/settings/all", { time: "never" }).expect(200)
    const times = await timesOf(person)
    for (const reason of INBOX_NOTICES)
      expect(times[reason]).toBe(reasonOf(reason).isOptional ? "never" : reasonOf(reason).mail)
    await setMailTime(world.db, person.id, "forum.answered", "daily")
    expect(await timesOf(person)).toEqual({ ...times, "forum.answered": "daily" })
    await person.agent.put("/api/notifications/settings/all", { time: null }).expect(200)
    expect(await timesOf(person)).toEqual(shipped)
  })

  it("are chosen for nothing that is unknown, and at no other time", async () => {
    const { agent } = await fresh()
    const choice = (reason: string, time: string) => ({
      times: [{ reason, time }],
      quietHours: null,
      quietOnDaysOff: false,
    })
    await agent.put("/api/notifications/settings", choice("forum.unknown", "daily")).expect(400)
    await agent.put("/api/notifications/settings", choice("forum.answered", "hourly")).expect(400)
    await agent
      .put("/api/notifications/settings", {
        ...choice("forum.answered", "daily"),
        quietHours: { from: 18, until: 24 },
      })
      .expect(400)
  })
})

describe("the page", () => {
  it("shows each reason, who is told, and what is shipped; and stores what is chosen", async () => {
    const person = await fresh()
    const { text } = await person.agent.get(PAGE).expect(200)
    for (const reason of OPTIONAL_NOTICES) expect(text).toContain(`name="${reason.replace(".", "-")}"`)
    expect(text).toContain(de.notifications.audiences.askers)
    const fields = { ...all("daily"), quietFrom: "18", quietUntil: "7", quietOnDaysOff: "true" }
    await person.agent.form(PAGE, fields).expect(303)
    const settings = await settingsOf(person)
    expect(settings).toMatchObject({ quietHours: { from: 18, until: 7 }, quietOnDaysOff: true })
    for (const { time, isOptional } of settings.reasons) if (isOptional) expect(time).toBe("daily")
    const again = await person.agent.get(PAGE).expect(200)
    expect(again.text).toMatch(/<option value="18" selected>18 Uhr/)
    await person.agent.form(PAGE, all("daily")).expect(303)
    expect(await settingsOf(person)).toMatchObject({ quietHours: null, quietOnDaysOff: false })
  })

  it("gives back what was chosen where an hour is missing", async () => {
    const { agent } = await fresh()
    const { text } = await agent.form(PAGE, { ...all("weekly"), quietFrom: "18" }).expect(422)
    expect(text).toContain('href="#feld-quietUntil"')
    expect(text).toMatch(/<option value="18" selected>/)
    // What concerns another role is not shown, and comes along.
    const kept = /<option value="weekly" selected>|<input type="hidden" name="[^"]+" value="weekly"/g
    expect(text.match(kept)).toHaveLength(OPTIONAL_NOTICES.length)
  })

  it("switches everything off with one click", async () => {
    const person = await fresh()
    await person.agent.form(`${PAGE}/alle`, { time: "never" }).expect(303)
    expect((await timesOf(person))["forum.answered"]).toBe("never")
    await person.agent.form(`${PAGE}/alle`, { time: "" }).expect(303)
    expect(await timesOf(person)).toEqual(shipped)
  })

  it("pauses all mails and goes on with them, from the inbox as well", async () => {
    const person = await fresh()
    for (const place of [PAGE, "/benachrichtigungen"]) {
      await person.agent
        .form(`${place}/pause`, {})
        .expect(303)
        .expect("location", /mails-paused/)
      expect((await settingsOf(person)).pausedUntil).not.toBeNull()
      expect((await person.agent.get(place)).text).toContain(de.notifications.settings.resume)
      await person.agent.form(`${place}/pause/beenden`, {}).expect(303)
      expect((await settingsOf(person)).pausedUntil).toBeNull()
      expect((await person.agent.get(place)).text).toContain(de.notifications.settings.pause)
    }
  })
})

it("what somebody had switched off before there were times stays switched off", async () => {
  const [some, none] = [await fresh(), await fresh()]
  const mailOff = ["answers", "minutes", "agreements", "reports", "certificates"]
  await world.db.$client.query("update people set mail_off = $2 where id = $1", [some.id, mailOff])
  const file = globSync("migrations/*_mails_follow_from_entries.sql")[0] ?? ""
  const statements = readFileSync(file, "utf8").split("--> statement-breakpoint")
  const moves = statements.filter((statement) => /^\s*insert into/i.test(statement))
  expect(moves).toHaveLength(1)
  for (const move of moves) await world.db.$client.query(move)
  const { rows } = await world.db.$client.query(
    "select reason, mail_time as time from mail_times where person_id = $1",
    [some.id],
  )
  expect(rows.toSorted((one, other) => (one.reason < other.reason ? -1 : 1))).toEqual(
    [
      "forum.answered",
      "qualification.agreement-answered",
      "qualification.certificate",
      "qualification.minutes",
      "qualification.report",
    ].map((reason) => ({ reason, time: "never" })),
  )
  expect(await timesOf(none)).toEqual(shipped)
})

it("the help names each reason, who is told and whether it can be switched off, in both languages", async () => {
  const german = await world.nobody.get("/hilfe").expect(200)
  const english = await world.nobody.get("/hilfe").set("cookie", "language=en").expect(200)
  for (const [text, { notifications }] of [
    [german.text, de],
    [english.text, en],
  ] as const) {
    expect(text).toContain('id="anlaesse"')
    for (const reason of INBOX_NOTICES) {
      expect(text).toContain(notifications.notices[reason])
      expect(text).toContain(notifications.audiences[reasonOf(reason).who])
    }
  }
})
