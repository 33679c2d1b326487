import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sweepAttachments } from "../../server/forum/attachments/actions.ts"
import { sweepDrafts } from "../../server/forum/drafts/actions.ts"
import { questionAddress } from "../../server/forum/index.ts"
import { DAY, MINUTE, moveClock, resetClock } from "../../server/kernel/time.ts"
import { answer } from "../forum/town.ts"
import { pass } from "../notifications/clock.ts"
import { nested, type Part, rawMail } from "./mails.ts"
import { fromOf, MAIL_IN, type Mailed, openMailed, typed } from "./open.ts"

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

describe("a question by mail", () => {
  const categoryAddress = (id: string, name = "Miete und Belastung") =>
    questionAddress(town.config, { id, name }) ?? ""
  const askBy = (
    fields: { to: string; cc?: string; subject?: string },
    text = "Ab wann zählt die neue Miete?",
  ) =>
    town.deliver(
      rawMail({
        from: fromOf(town.people.mueller),
        subject: "WG: [EXTERN] Mieterhöhung im Mai",
        ...fields,
        ...typed(text),
      }),
    )

  it("stands in its category, whose page names the address", async () => {
    const { categories, people } = town
    const page = await people.mueller.agent.get(`/kategorien/${categories.open}`).expect(200)
    const address = categoryAddress(categories.open)
    expect(page.text).toContain(`mailto:${address}`)
    const { outcome, subjectId } = await askBy({ to: address })
    expect(outcome).toBe("posted")
    expect(await findQuestion(subjectId ?? "")).toMatchObject({
      title: "Mieterhöhung im Mai",
      text: "Ab wann zählt die neue Miete?",
      category: { id: categories.open },
    })
  })

  it("may be a copy, to a department, or under a name that the category has no more", async () => {
    const { categories, departments } = town
    const colleague = "kollegin@stadt.example"
    const copy = await askBy({ to: colleague, cc: categoryAddress(categories.open) }, "In Kopie gefragt?")
    expect(copy.outcome).toBe("posted")
    const toDepartment = await askBy(
      { to: categoryAddress(departments.law, "Grundsatz und Recht") },
      "An die Abteilung?",
    )
    expect((await findQuestion(toDepartment.subjectId ?? "")).responsible.id).toBe(departments.law)
    const renamed = await askBy({ to: categoryAddress(categories.open, "Früher hieß es so") }, "Alter Name?")
    expect(renamed.outcome).toBe("posted")
  })

  it.each([
    [
      "to a category that the person does not see",
      () => categoryAddress(town.categories.narrow),
      "keiner Kategorie",
    ],
    ["to a category of best practices", () => categoryAddress(town.categories.practices), "keiner Kategorie"],
    ["to an address that says nothing", () => MAIL_IN.address, "geht nicht hervor"],
  ])("comes back %s", async (_where, to, reason) => {
    expect((await askBy({ to: to() })).outcome).toBe("returned")
    expect(await toldTo(town.people.mueller)).toContain(reason)
  })

  it("that was merely forwarded asks what the forwarded mail asks; without a subject it comes back", async () => {
    const to = categoryAddress(town.categories.open)
    const forwarded =
      "Von: Amt\nGesendet: heute\nBetreff: Frage\n\nGuten Tag,\n\nzählt das Kind mit?\n\nMfG\nB."
    const { subjectId } = await askBy({ to }, forwarded)
    expect(await town.textOf(subjectId)).toBe("zählt das Kind mit?")
    expect((await askBy({ to, subject: "AW:" })).outcome).toBe("returned")
    expect(await toldTo(town.people.mueller)).toContain("mindestens fünf Zeichen")
  })
})

describe("what looks personal", () => {
  it("waits as a draft of its author, who blacks it out and publishes it", async () => {
    const { vogt, huber } = town.people
    const question = await town.question()
    const { outcome, subjectId } = await town.send(
      vogt,
      question,
      typed("Bei Herrn Karl-Heinz Sommerfeld war es genauso."),
    )
    expect(outcome).toBe("drafted")
    expect((await findQuestion(question)).answers).toEqual([])
    const mail = await toldTo(vogt)
    expect(mail).toContain(`/entwuerfe/${subjectId}`)
    expect(mail).not.toContain("Sommerfeld")
    const path = `/entwuerfe/${subjectId}`
    await huber.agent.get(path).expect(404)
    await huber.agent.delete(`/api/drafts/${subjectId}`).expect(404)
    const page = await vogt.agent.get(path).expect(200)
    expect(page.text).toContain("Karl-Heinz Sommerfeld")
    const finding = /name="finding"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? ""
    const sent = await vogt.agent.form(path, {
      step: "blacken",
      finding,
      mailSeen: "true",
      body: "Bei Herrn Karl-Heinz Sommerfeld war es genauso.",
    })
    expect(sent.status).toBe(303)
    const { answers } = await findQuestion(question)
    expect(answers).toHaveLength(1)
    expect(answers[0].text).toContain("[Name]")
    expect(answers[0].text).not.toContain("Sommerfeld")
    await vogt.agent.get(path).expect(404)
  })

  it("can be discarded, and is deleted after two weeks", async () => {
    const { mueller } = town.people
    const to = questionAddress(town.config, { id: town.categories.open, name: "x" }) ?? ""
    const draft = async (text: string) =>
      (
        await town.deliver(
          rawMail({ from: fromOf(mueller), to, subject: "Eine Frage zum Fall", ...typed(text) }),
        )
      ).subjectId
    const first = await draft("Meine IBAN ist DE89 3704 0044 0532 0130 00.")
    const list = await mueller.agent.get("/entwuerfe").expect(200)
    expect(list.text).toContain("Eine Frage zum Fall")
    await mueller.agent.form(`/entwuerfe/${first}/verwerfen`, {}).expect(303)
    const second = await draft("Das Aktenzeichen ist Az. 50.3-1234/2026.")
    expect((await mueller.agent.get("/api/drafts")).body.items.map(({ id }: { id: string }) => id)).toEqual([
      second,
    ])
    moveClock(15 * DAY)
    try {
      await sweepDrafts(town.db)
    } finally {
      resetClock()
    }
    expect((await mueller.agent.get("/api/drafts")).body.items).toEqual([])
  })
})

describe("files", () => {
  const file = (name: string, type: string, content: string | Buffer): Part => ({
    type: `${type}; name="${name}"`,
    content: Buffer.from(content),
    encoding: "base64",
    head: [`Content-Disposition: attachment; filename="${name}"`],
  })
  const text: Part = { type: "text/plain", content: "Siehe Anhang." }

  it("come along by the rules of the form; what is not taken is named, and the text is posted", async () => {
    const { vogt } = town.people
    const question = await town.question()
    const { outcome } = await town.send(vogt, question, {
      parts: [
        text,
        file("notiz.txt", "text/plain", "Notiz"),
        file("termin.ics", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        file("winmail.dat", "application/ms-tnef", "x"),
        file("alles.zip", "application/zip", Buffer.from("504b0304140000000000", "hex")),
        file("smime.p7s", "application/pkcs7-signature", "x"),
      ],
    })
    expect(outcome).toBe("posted")
    const { answers } = await findQuestion(question)
    expect(answers[0].attachments).toMatchObject([{ name: "notiz.txt" }])
    const mail = await toldTo(vogt)
    expect(mail).toContain("Nicht übernommen wurde:")
    for (const word of ["Termineinladung", "winmail.dat", "Archiv"]) expect(mail).toContain(word)
    expect(mail).not.toContain("p7s")
  })

  it("pictures stand where they stood; those of the signature go with it", async () => {
    const { vogt } = town.people
    const question = await town.question()
    const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: "#aabbcc" } })
      .png()
      .toBuffer()
    const shown = (id: string): Part => ({
      type: `image/png; name="${id}.png"`,
      content: picture,
      encoding: "base64",
      head: [`Content-ID: <${id}@stadt>`, `Content-Disposition: inline; filename="${id}.png"`],
    })
    const html =
      '<p>So sieht es aus:</p><p><img src="cid:bild@stadt" alt="Maske"></p><p>Dann weiter.</p><p>Viele Grüße<br>Ina Vogt</p><p><img src="cid:logo@stadt" alt=""></p>'
    const both = nested(
      "alternative",
      [
        { type: "text/plain", content: "So [cid:bild@stadt]" },
        { type: "text/html", content: html },
      ],
      "b1",
    )
    await town.send(vogt, question, { multipart: "related", parts: [both, shown("bild"), shown("logo")] })
    const [posted] = (await findQuestion(question)).answers
    expect(posted.attachments).toHaveLength(1)
    expect(posted.text).toBe(
      `So sieht es aus:\n\n![Maske](/anhaenge/${posted.attachments[0].id})\n\nDann weiter.`,
    )
  })

  it("have no place in a comment, which is posted without them", async () => {
    const { mueller } = town.people
    const question = await town.question()
    const { outcome } = await town.send(mueller, question, {
      parts: [text, file("notiz.txt", "text/plain", "x")],
    })
    expect(outcome).toBe("posted")
    expect(await toldTo(mueller)).toContain("Kommentare haben keine")
  })

  it("of a draft wait with it, beyond the day that others have", async () => {
    const { vogt } = town.people
    const question = await town.question()
    const personal: Part = { type: "text/plain", content: "Bei Herrn Karl-Heinz Sommerfeld war es so." }
    await town.send(vogt, question, { parts: [personal, file("notiz.txt", "text/plain", "Notiz")] })
    moveClock(2 * DAY)
    try {
      await sweepAttachments(town.db, town.parts.files)
    } finally {
      resetClock()
    }
    const [draft] = (await vogt.agent.get("/api/drafts")).body.items
    await vogt.agent.get(`/anhaenge/${draft.attachmentIds[0]}`).expect(200)
  })
})

describe("a mail that cannot be read", () => {
  it.each([
    [
      "is encrypted",
      ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="x"'],
      "verschlüsselt",
    ],
    ["is an invitation", ["Content-Type: text/calendar; method=REQUEST"], "Termineinladung"],
    [
      "is nested too deeply",
      Array.from(
        { length: 60 },
        (_, at) => `Content-Type: multipart/mixed; boundary="n${at}"\r\n\r\n--n${at}`,
      ),
      "beschädigt",
    ],
  ])("because it %s comes back with the reason", async (_why, head, reason) => {
    const { huber } = town.people
    const question = await town.question()
    const lines = [
      `From: ${fromOf(huber)}`,
      `To: ${town.reply(huber, question)}`,
      "Subject: AW: Frage",
      ...head,
      "",
      "Text",
    ]
    expect((await town.deliver(Buffer.from(lines.join("\r\n")))).outcome).toBe("returned")
    expect(await toldTo(huber)).toContain(reason)
  })

  it("because it is too large comes back", async () => {
    const { huber } = town.people
    const question = await town.question()
    const large = rawMail({ from: fromOf(huber), to: town.reply(huber, question), ...typed("Ja.") })
    const raw = Buffer.concat([large, Buffer.alloc(41 * 1024 * 1024, "x")])
    expect((await town.deliver(raw)).outcome).toBe("returned")
    expect(await toldTo(huber)).toContain("größer als 40 MB")
  })

  it.each([
    ["without a boundary at its end", "--b\r\nContent-Type: text/plain\r\n\r\nJa, ab Mai."],
    [
      "with a charset that nobody knows",
      "--b\r\nContent-Type: text/plain; charset=x-unknown\r\n\r\nJa, ab Mai.\r\n--b--",
    ],
    [
      "with a transfer that is broken",
      "--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nJa, ab=ZZ Mai.=\r\n--b--",
    ],
  ])("but is merely sloppy is read: %s", async (_how, body) => {
    const { huber } = town.people
    const question = await town.question()
    const lines = [
      `From: ${fromOf(huber)}`,
      `To: ${town.reply(huber, question)}`,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      body,
    ]
    const { outcome, subjectId } = await town.deliver(Buffer.from(lines.join("\r\n")))
    expect(outcome).toBe("posted")
    expect(await town.textOf(subjectId)).toMatch(/^Ja, ab/)
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
