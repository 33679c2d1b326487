import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sweepAttachments } from "../../server/forum/attachments/actions.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { nested, type Part, rawMail } from "./mails.ts"
import { fromOf, type Mailed, openMailed, typed } from "./open.ts"

let town: Mailed
beforeAll(async () => {
  town = await openMailed()
})
afterAll(() => town.close())

const findQuestion = async (id: string) => (await town.people.mueller.agent.get(`/api/questions/${id}`)).body
const toldTo = async (person: Mailed["people"]["vogt"]) => (await town.told(person)).join("\n\n")

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
