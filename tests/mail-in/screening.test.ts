import { expect, it } from "vitest"
import { isAuthentic } from "../../server/mail-in/authentication.ts"
import { readMail } from "../../server/mail-in/received.ts"
import { screen } from "../../server/mail-in/screening.ts"
import { rawMail, type Sent } from "./mails.ts"
import { MAIL_IN, typed } from "./open.ts"

const CONFIG = {
  mailIn: MAIL_IN,
  mailFrom: "Fachforum <fachforum@stadt.example>",
  publicUrl: "https://forum.stadt.example",
}
const mail = (sent: Partial<Sent>) =>
  readMail(
    rawMail({ from: "a.weber@stadt.example", to: MAIL_IN.address, ...typed("Ab wann gilt das?"), ...sent }),
  )
const screened = async (sent: Partial<Sent>) => screen(CONFIG, await mail(sent))

it.each([
  ["Auto-Submitted: auto-replied"],
  ["Auto-Submitted: auto-generated; owner-email=a@b.example"],
  ["X-Auto-Response-Suppress: All"],
  ["Precedence: bulk"],
  ["Precedence: auto_reply"],
  ["List-Id: Rundbrief <rundbrief.stadt.example>"],
  ["Return-Path: <>"],
  ["X-Autoreply: yes"],
])("what a program wrote is put aside: %s", async (line) =>
  expect(await screened({ head: [line] })).toBe("ignored"),
)

it.each([
  ["Auto-Submitted: no"],
  ["Precedence: first-class"],
  ["Return-Path: <a.weber@stadt.example>"],
  ["X-Mailer: Outlook"],
])("what a person wrote is not: %s", async (line) => expect(await screened({ head: [line] })).toBeNull())

it.each([
  "Automatische Antwort: Neue Frage",
  "AW: Automatische Antwort: Neue Frage",
  "Abwesenheitsnotiz: Neue Frage",
  "Abwesenheitsnachricht",
  "Abwesend: bis 14. Dezember",
  "Abwesenheit vom 1. bis 14. Dezember",
  "Ich bin derzeit nicht im Büro",
  "Im Urlaub bis Montag",
  "Eingangsbestätigung",
  "Gelesen: Neue Frage",
  "Out of Office: New question",
  "Automatic reply: New question",
  "Auto-Reply: New question",
  "I am on vacation until Monday",
  "Read: New question",
  "Undeliverable: New question",
])("a notice that somebody is away is put aside: %s", async (subject) =>
  expect(await screened({ subject })).toBe("ignored"),
)

it.each([
  "Abwesenheit von Haushaltsmitgliedern: Wer zählt mit?",
  "Urlaub im Ausland und Wohngeld",
  "Automatische Verlängerung des Bescheids",
  "Antwort auf die Rückfrage",
  "Reader für neue Kolleginnen und Kollegen",
])("a question about such things is not: %s", async (subject) =>
  expect(await screened({ subject })).toBeNull(),
)

it.each([
  ["of the installation", { from: "Fachforum <fachforum@stadt.example>" }],
  ["of the mailbox", { from: MAIL_IN.address }],
  ["of an address for replies", { from: "antwort+wohngeld-12345678@forum.stadt.example" }],
  ["with a Message-ID of ours", { messageId: "<abc@forum.stadt.example>" }],
  ["of nobody", { from: "" }],
])("a mail %s is put aside", async (_which, sent) => expect(await screened(sent)).toBe("ignored"))

it("a report that a mail could not be delivered is one, a confirmation of reading is not", async () => {
  const head = (type: string) => [`Content-Type: multipart/report; report-type=${type}; boundary="r"`]
  const report = (type: string) => rawReport(head(type)).then((read) => screen(CONFIG, read))
  expect(await report("delivery-status")).toBe("report")
  expect(await report("disposition-notification")).toBe("ignored")
  expect(await screened({ from: "MAILER-DAEMON@stadt.example", head: ["Return-Path: <>"] })).toBe("report")
})

const rawReport = (head: string[]) =>
  readMail(
    Buffer.from(
      [
        "From: a.weber@stadt.example",
        `To: ${MAIL_IN.address}`,
        ...head,
        "",
        "--r",
        "",
        "Text",
        "--r--",
        "",
      ].join("\r\n"),
    ),
  )

it.each([
  ["dmarc=pass", true],
  ["dkim=pass header.d=stadt.example; spf=pass", true],
  ["dmarc=fail (p=reject) header.from=stadt.example", false],
  ["spf=fail smtp.mailfrom=x.example; dkim=none", false],
  ['dkim=fail reason="bad; signature"', false],
  ["spf=softfail; dkim=none", true],
  // The list that passed it on may break both; DMARC knows whom they speak for.
  ["spf=fail; dkim=pass; dmarc=pass", true],
  ["none", true],
])("what the receiving server found is honoured: %s", async (results, isGood) => {
  const { headers } = await mail({ head: [`Authentication-Results: mx.stadt.example 1; ${results}`] })
  expect(isAuthentic("mx.stadt.example", { headers })).toBe(isGood)
  expect(isAuthentic("MX.stadt.example", { headers })).toBe(isGood)
  expect(isAuthentic("mx.elsewhere.example", { headers })).toBe(true)
  expect(isAuthentic(null, { headers })).toBe(true)
})
