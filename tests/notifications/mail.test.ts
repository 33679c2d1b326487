import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { recordMailFailure } from "../../server/notifications/index.ts"
import { sweepStoppedAddresses } from "../../server/notifications/mail/stopped.ts"
import { stoppedAddresses } from "../../server/notifications/tables.ts"
import { headerOf, type MailServer, openMailServer } from "../support/mail-server.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let counterpart: MailServer
let admin: Person
let person: Person
beforeAll(async () => {
  counterpart = await openMailServer()
  world = await openWorld({ smtpUrl: counterpart.url })
  admin = await world.person("Ulf Brandt", ["admin"])
})
afterAll(async () => {
  await world.close()
  counterpart.close()
})
beforeEach(async () => {
  counterpart.answers.clear()
  await world.db.delete(stoppedAddresses)
  person = await world.person("Sabine Müller", ["clerk"])
  counterpart.taken.length = 0
})

const GONE = "550 5.1.1 <x>: User unknown"
let number = 0
const send = (to: string) =>
  world.parts.post.send({ to, subject: "Neu", text: "Guten Tag", key: ["mail-test", ++number] })
const recipients = () => counterpart.taken.map((mail) => headerOf(mail, "To"))
const inbox = async (who: Person) =>
  (await who.agent.get("/api/notifications?notice=accounts.mail-failed").expect(200)).body.items
const stopped = async () => (await admin.agent.get("/api/operation/mail/stopped").expect(200)).body.items
const page = async () => (await admin.agent.get("/verwaltung/post").expect(200)).text

describe("an address that a mail server refuses for good", () => {
  it("gets nothing more, while everybody else does", async () => {
    counterpart.answers.set(person.email, GONE)
    expect(await send(person.email)).toBeNull()
    counterpart.answers.clear()
    expect(await send(person.email)).toBeNull()
    await send(admin.email)
    expect(recipients()).toEqual([admin.email])
  })

  it("is told to every administrator once, with the name and nothing of the mail, and to nobody else", async () => {
    const second = await world.person("Nora Nord", ["admin"])
    counterpart.answers.set(person.email, GONE)
    for (let mail = 0; mail < 3; mail += 1) await send(person.email)
    for (const one of [admin, second])
      expect(
        (await inbox(one)).filter(({ title }: { title: string }) => title === person.name),
      ).toMatchObject([
        { notice: "accounts.mail-failed", address: "/verwaltung/post", kind: null, person: null },
      ])
    expect(await inbox(person)).toEqual([])
    // Looking at the page reads them all.
    await page()
    expect((await inbox(admin)).every(({ read }: { read: boolean }) => read)).toBe(true)
  })

  it("is said to the person themselves, on their profile", async () => {
    const words = "E-Mails kommen bei Ihnen nicht an"
    expect((await person.agent.get("/profil").expect(200)).text).not.toContain(words)
    await recordMailFailure(world.db, person.email.toUpperCase(), { permanent: true, code: "5.1.1" })
    expect((await person.agent.get("/profil").expect(200)).text).toContain(words)
    expect((await admin.agent.get("/profil").expect(200)).text).not.toContain(words)
  })

  it("is listed with its code; a button sends there again, and the log says who pressed it", async () => {
    counterpart.answers.set(person.email, GONE)
    await send(person.email)
    const [one] = await stopped()
    expect(one).toMatchObject({
      person: { id: person.id, name: person.name },
      address: person.email,
      code: "550 5.1.1",
    })
    expect(await page()).toContain(person.email)
    counterpart.answers.clear()
    await admin.agent.form(`/verwaltung/post/adressen/${one.id}/zustellen`, {}).expect(303)
    await admin.agent.delete(`/api/operation/mail/stopped/${one.id}`).expect(404)
    expect(await stopped()).toEqual([])
    expect(await inbox(admin)).toEqual([])
    await send(person.email)
    expect(recipients()).toEqual([person.email])
    const { body } = await admin.agent.get(`/api/audit?subjectId=${person.id}`).expect(200)
    expect(body.items[0]).toMatchObject({ action: "person.mail-resumed", detail: { code: "550 5.1.1" } })
  })

  it("may be the mailbox of a department: it is listed with it, sent to again, and ends with another mailbox", async () => {
    const mailbox = "wohngeld@example.org"
    const { body: department } = await admin.agent
      .post("/api/departments", { name: "Wohngeldstelle", parentId: null, shortName: "WG", mailbox })
      .expect(201)
    counterpart.answers.set(mailbox, GONE)
    for (let mail = 0; mail < 2; mail += 1) expect(await send(mailbox)).toBeNull()
    expect(recipients()).toEqual([])
    expect(await stopped()).toMatchObject([
      { person: null, department: { id: department.id, name: "Wohngeldstelle" }, address: mailbox },
    ])
    expect((await inbox(admin)).map(({ title }: { title: string }) => title)).toContain("Wohngeldstelle")
    expect(await page()).toContain(`href="/verwaltung/abteilungen/${department.id}"`)
    counterpart.answers.clear()
    const [one] = await stopped()
    await admin.agent.delete(`/api/operation/mail/stopped/${one.id}`).expect(204)
    await send(mailbox)
    expect(recipients()).toEqual([mailbox])
    const { body } = await admin.agent.get(`/api/audit?subjectId=${department.id}`).expect(200)
    expect(body.items[0]).toMatchObject({ action: "department.mail-resumed", detail: { code: "550 5.1.1" } })
    await recordMailFailure(world.db, mailbox, { permanent: true, code: "550 5.1.1" })
    const other = { mailbox: "wohngeldstelle@example.org" }
    await admin.agent.patch(`/api/departments/${department.id}`, other).expect(204)
    expect(await stopped()).toEqual([])
    await sweepStoppedAddresses(world.db)
    expect(await world.db.$count(stoppedAddresses)).toBe(0)
  })

  it("ends as soon as the person has another one", async () => {
    await recordMailFailure(world.db, person.email, { permanent: true, code: "550 5.1.1" })
    const email = `neu-${person.email}`
    await admin.agent.patch(`/api/people/${person.id}`, { email }).expect(204)
    expect(await stopped()).toEqual([])
    await send(email)
    expect(recipients()).toEqual([email])
    // What is left of it goes in the night, also for whoever gets that address.
    const heir = await world.person("Petra Huber", ["clerk"])
    await admin.agent.patch(`/api/people/${heir.id}`, { email: person.email }).expect(204)
    await send(person.email)
    expect(recipients()).toEqual([email, person.email])
    await recordMailFailure(world.db, person.email, { permanent: true, code: "550 5.1.1" })
    expect(await stopped()).toMatchObject([{ person: { name: "Petra Huber" } }])
  })

  it("is none that a server refuses for now, or for a reason of its own", async () => {
    for (const answer of ["450 4.2.0 later", "554 5.7.1 Relay access denied"]) {
      counterpart.answers.set(person.email, answer)
      await expect(send(person.email)).rejects.toThrow(answer.slice(0, 9))
    }
    await recordMailFailure(world.db, person.email, { permanent: false, code: "4.4.7" })
    await recordMailFailure(world.db, "niemand@example.org", { permanent: true, code: "5.1.1" })
    expect(await stopped()).toEqual([])
  })
})

describe("the administrator's page of mails", () => {
  /** As the worker leaves a job that failed for the ninth time. */
  const giveUp = (personId: string) =>
    world.db.$client.query(
      `insert into pgboss.job (id, name, data, state, created_on, completed_on, output)
       values (gen_random_uuid(), 'notices', $1, 'failed', now(), now(), '{"message": "SmtpFault 554 5.7.1"}')`,
      [JSON.stringify({ notice: "forum.answered", to: personId })],
    )

  it("says what waits, what is tried again and what was given up: for whom and why, and nothing of the content", async () => {
    // What administrators were told before.
    await world.db.$client.query("delete from pgboss.job where name = 'notifications.bundle'")
    await giveUp(person.id)
    await world.parts.jobs.boss.send("notices", { notice: "forum.asked-back", to: person.id })
    const { body } = await admin.agent.get("/api/operation/mail/queue").expect(200)
    expect(body).toMatchObject({ waiting: 1, repeated: [] })
    expect(body.failed[0]).toMatchObject({
      notice: "forum.answered",
      person: { id: person.id, name: person.name },
      code: "554 5.7.1",
      next: null,
    })
    const text = await page()
    expect(text).toContain("1 E-Mail wartet.")
    expect(text).toContain("Code 554 5.7.1")
    await world.db.$client.query("delete from pgboss.job where name = 'notices' and state = 'created'")
  })

  it("has another try at what was given up", async () => {
    await giveUp(person.id)
    await admin.agent.form("/verwaltung/post/wiederholen", {}).expect(303)
    const { body } = await admin.agent.get("/api/operation/mail/queue").expect(200)
    expect(body.failed).toEqual([])
    expect(body.repeated.length).toBeGreaterThan(0)
    await admin.agent.post("/api/operation/mail/queue/retry").expect(200, { count: 0 })
    await world.db.$client.query("delete from pgboss.job where name = 'notices'")
  })

  it("sends a test mail at once and says what the server answered", async () => {
    const { body } = await admin.agent.post("/api/operation/mail/test").expect(200)
    expect(body).toEqual({ fault: null, code: null, answer: "250 taken", file: null })
    expect(recipients()).toEqual([admin.email])
    const { text } = await admin.agent.form("/verwaltung/post/testmail", {}).expect(200)
    expect(text).toContain("Der Mailserver hat die E-Mail angenommen.")
    expect(text).toContain("250 taken")
  })

  it("says in plain words why a test mail does not go out", async () => {
    counterpart.answers.set(admin.email, "554 5.7.1 Relay access denied")
    const { body } = await admin.agent.post("/api/operation/mail/test").expect(200)
    expect(body).toMatchObject({ fault: "recipient", code: "554 5.7.1" })
    const { text } = await admin.agent.form("/verwaltung/post/testmail", {}).expect(200)
    expect(text).toContain("Der Mailserver nimmt für Ihre Adresse nichts an.")
    counterpart.answers.set(admin.email, GONE)
    const stops = await admin.agent.post("/api/operation/mail/test").expect(200)
    expect(stops.body.fault).toBe("stopped")
  })

  it("says how mails leave, and no secret", async () => {
    const text = await page()
    expect(text).toContain(`über den Mailserver ${new URL(counterpart.url).host}`)
    const secret = await openWorld({ smtpUrl: "smtp://forum:geheim@mail.invalid:25" })
    const other = await secret.person("Ulf Brandt", ["admin"])
    const shown = (await other.agent.get("/verwaltung/post").expect(200)).text
    expect(shown).toContain("mit Kennwort")
    expect(shown).not.toContain("geheim")
    await secret.close()
  })

  it("says in a trial where the file of the test mail is", async () => {
    const files = await openWorld()
    const other = await files.person("Ulf Brandt", ["admin"])
    const { body } = await other.agent.post("/api/operation/mail/test").expect(200)
    expect(body.file).toMatch(/\/mail\/[\w-]+\.eml$/)
    await files.close()
  })
})

describe("a mail server that is silent about one recipient", () => {
  it("keeps nobody else waiting", async () => {
    const silent = await openMailServer()
    const busy = await openWorld({ smtpUrl: silent.url }, { listen: true })
    const operator = await busy.person("Ulf Brandt", ["admin"])
    const people = await Promise.all(
      ["Eins", "Zwei", "Drei", "Vier"].map((name) => busy.person(name, ["clerk"])),
    )
    const [first, ...others] = people
    if (!first) throw new Error("nobody is there")
    silent.answers.set(first.email, "")
    for (const { id } of people) await operator.agent.post(`/api/people/${id}/invitation`).expect(204)
    await expect
      .poll(() => silent.taken.map((mail) => headerOf(mail, "To")).toSorted())
      .toEqual(others.map(({ email }) => email).toSorted())
    // Not because it has been given up meanwhile: it is still being waited for.
    const { rows } = await busy.db.$client.query(
      "select state::text from pgboss.job where name = 'notices' and data->>'to' = $1",
      [first.id],
    )
    expect(rows).toEqual([{ state: "active" }])
    silent.close()
    await busy.close()
  })
})
