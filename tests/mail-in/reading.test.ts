import { describe, expect, it } from "vitest"
import { readBody } from "../../server/mail-in/body.ts"
import { isTangled } from "../../server/mail-in/html-limits.ts"
import { withoutOwnName } from "../../server/mail-in/own-name.ts"
import { readMail } from "../../server/mail-in/received.ts"
import { expectQuick } from "../support/cpu.ts"
import { nested, type Part, rawMail } from "./mails.ts"

const READING = { isReply: true, names: ["Ina Vogt"], origin: "https://forum.stadt.example" }

async function bodyOf(parts: Part[], isReply = true): Promise<string> {
  const raw = rawMail({ from: "a@stadt.example", to: "b@stadt.example", parts, multipart: "alternative" })
  return readBody(await readMail(raw), { ...READING, isReply }).text
}
const ofHtml = (content: string, isReply = true) => bodyOf([{ type: "text/html", content }], isReply)
const ofText = (content: string, isReply = true) => bodyOf([{ type: "text/plain", content }], isReply)

describe("HTML alone", () => {
  it.each([
    [
      "Thunderbird",
      '<p>Ja.</p><div class="moz-cite-prefix">Am 30.11.26 um 9:58 schrieb Forum:</div><blockquote type="cite"><p>alt</p></blockquote><pre class="moz-signature">-- <br>Ina</pre>',
    ],
    [
      "Apple Mail",
      '<div>Ja.</div><div><br><blockquote type="cite"><div>Am 30.11.2026 um 09:58 schrieb Forum:</div><div>alt</div></blockquote></div>',
    ],
    [
      "Gmail",
      '<div dir="ltr">Ja.</div><br><div class="gmail_quote"><div class="gmail_attr">Am Mo. schrieb Forum:</div><blockquote>alt</blockquote></div>',
    ],
    [
      "Outlook",
      "<div class=WordSection1><p class=MsoNormal>Ja.<o:p></o:p></p><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>From:</b> Forum<br><b>Sent:</b> today</p></div><p>alt</p></div>",
    ],
    [
      "Outlook, without a line",
      "<p>Ja.</p><p><b>Von:</b> Forum<br><b>Gesendet:</b> heute<br><b>An:</b> Vogt<br><b>Betreff:</b> Frage</p><p>alt</p>",
    ],
    [
      "the web",
      '<div>Ja.</div><div id="Signature"><p>Ina Vogt</p></div><hr><div id="divRplyFwdMsg"><b>Von:</b> Forum</div><p>alt</p>',
    ],
  ])("of %s loses what it quotes", async (_program, html) => expect(await ofHtml(html)).toBe("Ja."))

  it("keeps lists, tables and emphasis, as when it is pasted", async () =>
    expect(
      await ofHtml(
        "<p>Zu prüfen:</p><ul><li><b>Miete</b></li><li>Monat</li></ul><p>Danke und Gruß<br>Ina</p>",
      ),
    ).toBe("Zu prüfen:\n\n- **Miete**\n- Monat"))

  it("that is bold as a whole is signed all the same", async () =>
    expect(await ofHtml("<p>Ja.</p><p><b>Mit freundlichen Grüßen</b></p><p><b>Ina Vogt</b><br>Amt</p>")).toBe(
      "Ja.",
    ))
})

it("plain text goes before HTML that says the same", async () =>
  expect(
    await bodyOf([
      { type: "text/plain", content: "Ja, 5 * 3 Euro." },
      { type: "text/html", content: "<p>Ja, <b>5 * 3</b> Euro.</p>" },
    ]),
  ).toBe("Ja, 5 * 3 Euro."))

it("words between the quotes are the answer; quoted words are not", async () => {
  const quoted = "Am 30.11.2026 um 09:58 schrieb Forum:\n> Zählt das Kind?\nJa.\n> Auch 2026?\nAuch dann.\n"
  expect(await ofText(quoted)).toBe("Ja.\n\nAuch dann.")
  expect(await ofText("Von: Forum\nGesendet: heute\nBetreff: Frage\n\nab wann gilt sie?")).toBe("")
})

it("a mail that was forwarded asks, where it is no reply", async () =>
  expect(await ofText("Von: Amt\nGesendet: heute\nBetreff: Frage\n\nab wann gilt sie?", false)).toBe(
    "ab wann gilt sie?",
  ))

it("lines that a program has broken are whole again, and letters are composed", async () => {
  const flowed = {
    type: "text/plain; format=flowed",
    content: "Das ist \nein Satz.\nUnd u\u0308ber ihm noch einer.",
  }
  expect(await bodyOf([flowed])).toBe("Das ist ein Satz.\nUnd über ihm noch einer.")
})

it("money and quotation marks of every charset arrive as they were typed", async () => {
  const euro = (charset: Part["charset"], content: string, encoding: Part["encoding"]) =>
    bodyOf([{ type: "text/plain", content, charset, encoding }])
  expect(await euro("windows-1252", "„Miete“ – 5 €", "quoted-printable")).toBe("„Miete“ – 5 €")
  expect(await euro("iso-8859-15", "Müller, 5 €", "8bit")).toBe("Müller, 5 €")
  expect(await euro("utf-8", "„Miete“ – 5 €", "base64")).toBe("„Miete“ – 5 €")
})

it("a mail in a mail is an attachment, and says nothing of its own", async () => {
  const inner = rawMail({
    from: "x@y.example",
    to: "z@y.example",
    parts: [{ type: "text/plain", content: "innen" }],
  })
  const parts = [
    nested(
      "alternative",
      [
        { type: "text/plain", content: "außen" },
        { type: "text/html", content: "<p>außen</p>" },
      ],
      "in",
    ),
    { type: "message/rfc822", content: inner, encoding: "8bit" as const },
  ]
  expect(await bodyOf(parts)).toBe("außen")
})

describe("HTML that would hold up everybody", () => {
  it.each([
    ["nested without end", "<div>".repeat(600)],
    ["bold a thousand times", "<b>".repeat(1000)],
    ["of more elements than anybody writes", "<p>x</p>".repeat(11_000)],
  ])("is not read: %s", (_what, html) => expect(isTangled(html)).toBe(true))

  it.each([
    ["of many lines", "<p>x<br>".repeat(4_500)],
    ["of many cells", "<table><tr><td>x".repeat(400)],
    ["with ends", "<div><b>x</b></div>".repeat(4_500)],
    ["that is text", "2 < 3 und <3"],
  ])("is read: %s", (_what, html) => expect(isTangled(html)).toBe(false))

  it("takes no longer than its elements", () =>
    expectQuick(() => isTangled("<".repeat(500_000) + "<p>".repeat(9_000) + "<a ".repeat(900))))
})

describe("the own name", () => {
  const NAMES = ["Dr. Ina Vogt", "Vogt, Ina (Grundsatz)"]
  it.each([
    ["Ja.\n\nIna Vogt\nAmt\nTel. 1", "Ja."],
    ["Ja.\nVogt, Ina", "Ja."],
    ["Ja.\n**Dr. Ina Vogt**", "Ja."],
    ["Ina Vogt hat recht.", "Ina Vogt hat recht."],
    ["Ja.\nIna", "Ja.\nIna"],
    [`Ina Vogt\n${"Zeile\n".repeat(20)}Ende`, `Ina Vogt\n${"Zeile\n".repeat(20)}Ende`],
  ])("begins the signature: %j", (text, own) => expect(withoutOwnName(text, NAMES)).toBe(own))
})
