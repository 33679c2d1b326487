import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DAY, MINUTE, moveClock, resetClock } from "../../server/kernel/time.ts"
import { answer } from "../forum/town.ts"
import { pass } from "../notifications/clock.ts"
import { rawMail } from "./mails.ts"
import { fromOf, type Mailed, openMailed, typed } from "./open.ts"

let town: Mailed
beforeAll(async () => {
  town = await openMailed()
})
afterAll(() => town.close())

const findQuestion = async (id: string) => (await town.people.mueller.agent.get(`/api/questions/${id}`)).body
const toldTo = async (person: Mailed["people"]["vogt"]) => (await town.told(person)).join("\n\n")

describe("a reply", () => {
  it("of a colleague is an answer, and is confirmed in one line", async () => {
    const { vogt } = town.people
    const question = await town.question()
    expect(await town.send(vogt, question, typed("Ja, ab Mai."))).toMatchObject({ outcome: "posted" })
    const { answers } = await findQuestion(question)
    expect(answers).toMatchObject([{ text: "Ja, ab Mai.", official: null, author: { name: "Ina Vogt" } }])
    const mail = await toldTo(vogt)
    expect(mail).toContain("Ihre E-Mail ist veröffentlicht")
    expect(mail).toContain(`/a/${answers[0].id}`)
  })

  it("of the asker to what was asked back answers that, and to an answer is a comment on it", async () => {
    const { mueller, vogt } = town.people
    const question = await town.question()
    const asked = await vogt.agent
      .post(`/api/questions/${question}/ask-back`, { body: "Seit wann?" })
      .expect(201)
    expect((await findQuestion(question)).state).toBe("asked-back")
    await town.send(mueller, asked.body.id, typed("Seit März."))
    expect(await findQuestion(question)).toMatchObject({
      state: "open",
      comments: [{}, { text: "Seit März." }],
    })
    const answered = await answer(vogt, question)
    await town.send(mueller, answered, typed("Danke, das hilft."))
    const { answers } = await findQuestion(question)
    expect(answers[0].comments).toMatchObject([{ text: "Danke, das hilft." }])
  })

  it("goes where the notification says, which tells at its foot what it becomes", async () => {
    const { mueller, vogt } = town.people
    const question = await town.question()
    await answer(vogt, question)
    try {
      await pass(town, 11 * MINUTE)
      await town.drain()
      const told = (await town.mails()).find(({ to, replyTo }) => to.includes(mueller.email) && replyTo)
      expect(told?.text).toContain("wird Ihr Text als Kommentar veröffentlicht")
      const quoted = `Hilft mir.\n\nAm 30.11.26 um 09:58 schrieb Fachforum:\n${told?.text.replace(/^/gm, "> ")}`
      const raw = rawMail({ from: fromOf(mueller), to: told?.replyTo ?? "", ...typed(quoted) })
      expect((await town.deliver(raw)).outcome).toBe("posted")
      expect((await findQuestion(question)).answers[0].comments).toMatchObject([{ text: "Hilft mir." }])
    } finally {
      resetClock()
    }
  })

  it("goes through the form's rights: to what is closed, or no longer to be seen, it comes back whole", async () => {
    const { mueller, vogt, okafor } = town.people
    const question = await town.question()
    await mueller.agent.post(`/api/questions/${question}/close`).expect(204)
    const closed = await town.send(vogt, question, typed("Guten Tag,\n\nzu spät.\n\nVG\nIna Vogt"))
    expect(closed.outcome).toBe("returned")
    const mail = await toldTo(vogt)
    expect(mail).toContain("Die Frage ist inzwischen geschlossen.")
    expect(mail).toContain("> Guten Tag,\n> \n> zu spät.\n> \n> VG\n> Ina Vogt")
    const narrow = await vogt.agent
      .post("/api/questions", { categoryId: town.categories.narrow, title: "Nur für uns", body: "Was gilt?" })
      .expect(201)
    expect((await town.send(okafor, narrow.body.id, typed("Ich rate."))).outcome).toBe("returned")
    expect(await toldTo(okafor)).toContain("gibt es nicht mehr, oder Sie dürfen ihn nicht lesen")
  })

  it.each([
    ["", "kein Text gefunden"],
    ["Guten Tag,\n\nMit freundlichen Grüßen\nIna Vogt", "kein Text gefunden"],
    ["> nur Zitat", "kein Text gefunden"],
    ["a".repeat(60_000), "länger"],
  ])("without a text that can be posted comes back: %#", async (content, reason) => {
    const question = await town.question()
    expect((await town.send(town.people.vogt, question, typed(content))).outcome).toBe("returned")
    expect(await toldTo(town.people.vogt)).toContain(reason)
  })

  it("signed with nothing but the own name is posted without it", async () => {
    const question = await town.question()
    const { subjectId } = await town.send(
      town.people.vogt,
      question,
      typed("Bitte den Bescheid ansehen.\n\nIna Vogt\nGrundsatz und Recht\nTelefon 0123 456789-12"),
    )
    expect(await town.textOf(subjectId)).toBe("Bitte den Bescheid ansehen.")
  })
})

describe("whose mail it is", () => {
  it("an address for replies is good for one person, for 90 days, in capitals too", async () => {
    const { vogt, albrecht } = town.people
    const question = await town.question()
    const own = town.reply(vogt, question)
    expect(own.split("@")[0]?.length).toBeLessThanOrEqual(64)
    const write = (from: string, to: string) => town.deliver(rawMail({ from, to, ...typed("Ja.") }))
    expect((await write(fromOf(albrecht), own)).outcome).toBe("returned")
    expect(await toldTo(albrecht)).toContain("nur die Person antworten, die sie bekommen hat")
    expect((await write("fremd@elsewhere.example", own)).outcome).toBe("ignored")
    const forged = own.replace(/\+(.)/, (_, first) => `+${first === "1" ? "2" : "1"}`)
    expect((await write(fromOf(vogt), forged)).outcome).toBe("returned")
    expect((await write(`<${vogt.email.toUpperCase()}>`, own.toUpperCase())).outcome).toBe("posted")
    moveClock(91 * DAY)
    try {
      expect((await write(fromOf(vogt), own)).outcome).toBe("returned")
      expect(await toldTo(vogt)).toContain("älter als 90 Tage")
    } finally {
      resetClock()
    }
    expect((await findQuestion(question)).answers).toHaveLength(1)
  })

  it("in whose name somebody else wrote learns nothing, and nothing is posted", async () => {
    const question = await town.question()
    const before = (await town.mails()).length
    const head = ["Authentication-Results: mx.stadt.example; dmarc=fail"]
    expect((await town.send(town.people.vogt, question, { ...typed("Ja."), head })).outcome).toBe("ignored")
    expect((await findQuestion(question)).answers).toEqual([])
    await town.drain()
    expect(await town.mails()).toHaveLength(before)
  })

  it("who has left is a stranger", async () => {
    const { admin, albrecht } = town.people
    const question = await town.question()
    await admin.agent.post(`/api/people/${albrecht.id}/deactivate`).expect(204)
    expect((await town.send(albrecht, question, typed("Ja."))).outcome).toBe("ignored")
    await admin.agent.post(`/api/people/${albrecht.id}/reactivate`).expect(204)
  })

  it("more than a person writes in an hour is a loop", async () => {
    const { huber } = town.people
    const question = await town.question()
    const { limits } = town.config
    const former = limits.mailsPerPerson
    limits.mailsPerPerson = 2
    try {
      const outcomes = []
      for (const text of ["Eins.", "Zwei.", "Drei."])
        outcomes.push((await town.send(huber, question, typed(text))).outcome)
      expect(outcomes).toEqual(["posted", "posted", "ignored"])
    } finally {
      limits.mailsPerPerson = former
    }
  })
})

/** Everything is done, and then the process dies before it is committed. */
const DYING = `create or replace function dying() returns trigger language plpgsql as
  $$ begin raise exception 'died'; end $$;
  create constraint trigger dying after insert on incoming_mails deferrable initially deferred
  for each row execute function dying()`

describe("the same mail", () => {
  const mailOf = (question: string, text: string) =>
    rawMail({ from: fromOf(town.people.vogt), to: town.reply(town.people.vogt, question), ...typed(text) })

  it("is posted and answered once, however often and by however many it is handled", async () => {
    const question = await town.question()
    const raw = mailOf(question, "Ja, ab Juni.")
    const first = await Promise.all([town.deliver(raw), town.deliver(raw), town.deliver(raw)])
    const again = await town.deliver(Buffer.concat([Buffer.from("Received: from mx2\r\n"), raw]))
    expect(new Set([...first, again].map(({ outcome }) => outcome))).toEqual(new Set(["posted"]))
    expect((await findQuestion(question)).answers).toHaveLength(1)
    const told = (await town.told(town.people.vogt)).filter((mail) => mail.includes(`${first[0]?.subjectId}`))
    expect(told).toHaveLength(1)
  })

  it("comes back once", async () => {
    const question = await town.question()
    const raw = mailOf(question, "")
    await town.told(town.people.vogt)
    expect([(await town.deliver(raw)).outcome, (await town.deliver(raw)).outcome]).toEqual([
      "returned",
      "returned",
    ])
    expect(await town.told(town.people.vogt)).toHaveLength(1)
  })

  it("is handled again where the process died, and then posted", async () => {
    const question = await town.question()
    const raw = mailOf(question, "Ja, ab Juli.")
    await town.db.$client.query(DYING)
    await expect(town.deliver(raw)).rejects.toThrow()
    await town.db.$client.query("drop trigger dying on incoming_mails")
    expect((await findQuestion(question)).answers).toEqual([])
    expect((await town.deliver(raw)).outcome).toBe("posted")
    expect((await findQuestion(question)).answers).toHaveLength(1)
  })

  it("under another text is another mail", async () => {
    const question = await town.question()
    const { vogt } = town.people
    const sent = (text: string) =>
      town.send(vogt, question, { ...typed(text), messageId: "<immer@gleich.example>" })
    await sent("Eins.")
    await sent("Zwei.")
    expect((await findQuestion(question)).answers).toHaveLength(2)
  })
})
