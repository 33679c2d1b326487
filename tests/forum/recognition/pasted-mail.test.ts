import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { readPastedMail, withoutParts } from "../../../server/forum/recognition/pasted-mail.ts"
import { expectQuick } from "../../support/cpu.ts"

const OUTLOOK = `Von: Huber, Maria <m.huber@stadt.example>
Gesendet: Montag, 12. Januar 2026 10:11
An: Müller, Sabine <s.mueller@stadt.example>;
    Meier, Jan <j.meier@stadt.example>
Cc: Wohngeldstelle
Betreff: AW: WG: [EXTERN] Mieterhöhung im laufenden Zeitraum

Sehr geehrte Frau Müller,
sehr geehrter Herr Meier,

ab wann zählt die Erhöhung der Miete?
Es geht um § 27 Abs. 1 WoGG.

Vielen Dank im Voraus!

Mit freundlichen Grüßen
Im Auftrag

Maria Huber
Stadt Musterstadt
Tel. 0123 456789

Diese E-Mail kann vertrauliche Informationen enthalten.
Bitte löschen Sie sie, wenn Sie nicht gemeint sind.

-----Ursprüngliche Nachricht-----
Von: Müller, Sabine
Gesendet: Freitag, 9. Januar 2026 08:00
An: Huber, Maria
Betreff: WG: Mieterhöhung

Hallo Maria,
was ist hier zu tun?
Gruß Sabine`

const GMAIL = `Hallo zusammen,

das sehen wir auch so.

Liebe Grüße
Jan

Am Mo., 12. Jan. 2026 um 10:11 Uhr schrieb Sabine Müller <
s.mueller@stadt.example>:

> Hallo Jan,
>
> zählt das Kind mit?

> Viele Grüße`

const ENGLISH = `From: Huber, Maria
Sent: Monday, January 12, 2026 10:11 AM
To: Müller, Sabine
Subject: RE: FW: Rent increase

Dear Ms Müller,

when does it count?

Kind regards,
Maria Huber`

const partsOf = (text: string) =>
  readPastedMail(text).removed.map(({ kind, text }) => [kind, text.split("\n")[0]])

describe("mails of the office", () => {
  test("an Outlook mail: subject, and every part that says nothing for the question", () => {
    const mail = readPastedMail(OUTLOOK)
    expect(mail.looksLikeMail).toBe(true)
    expect(mail.subject).toBe("Mieterhöhung im laufenden Zeitraum")
    expect(mail.body).toBe(
      "ab wann zählt die Erhöhung der Miete?\nEs geht um § 27 Abs. 1 WoGG.\n\nVielen Dank im Voraus!",
    )
    expect(partsOf(OUTLOOK)).toEqual([
      ["quoted-header", "Von: Huber, Maria <m.huber@stadt.example>"],
      ["greeting", "Sehr geehrte Frau Müller,"],
      ["closing", "Mit freundlichen Grüßen"],
      ["signature", "Im Auftrag"],
      ["disclaimer", "Diese E-Mail kann vertrauliche Informationen enthalten."],
      ["quoted-header", "-----Ursprüngliche Nachricht-----"],
      ["quoted-text", "Hallo Maria,"],
    ])
  })

  test("the same with the line ends of Windows", () => {
    const mail = readPastedMail(OUTLOOK.replaceAll("\n", "\r\n"))
    expect(mail.subject).toBe("Mieterhöhung im laufenden Zeitraum")
    expect(mail.body).toBe(readPastedMail(OUTLOOK).body)
  })

  test("the same with a blank line after every line, as some programs paste it", () =>
    expect(readPastedMail(OUTLOOK.replaceAll("\n", "\n\n")).body).toBe(
      "ab wann zählt die Erhöhung der Miete?\n\nEs geht um § 27 Abs. 1 WoGG.\n\nVielen Dank im Voraus!",
    ))

  test("a mail that quotes the one it answers", () => {
    expect(readPastedMail(GMAIL).body).toBe("das sehen wir auch so.")
    expect(partsOf(GMAIL)).toEqual([
      ["greeting", "Hallo zusammen,"],
      ["closing", "Liebe Grüße"],
      ["signature", "Jan"],
      ["quoted-header", "Am Mo., 12. Jan. 2026 um 10:11 Uhr schrieb Sabine Müller <"],
      ["quoted-text", "> Hallo Jan,"],
    ])
  })

  test("answers between the quotes stay", () =>
    expect(
      readPastedMail(
        "Am 12.01.2026 um 10:11 schrieb S. Müller:\n> Zählt das Kind?\nJa.\n> Auch 2026?\nAuch dann.",
      ).body,
    ).toBe("Ja.\n\nAuch dann."))

  test("an English mail", () => {
    const mail = readPastedMail(ENGLISH)
    expect([mail.subject, mail.body]).toEqual(["Rent increase", "when does it count?"])
    expect(mail.removed.map((part) => part.kind)).toEqual([
      "quoted-header",
      "greeting",
      "closing",
      "signature",
    ])
  })

  test("one that was only forwarded: what it forwards is the question", () =>
    expect(
      readPastedMail(
        "---------- Forwarded message ---------\nVon: A <a@b.example>\nBetreff: Fwd: Frage\n\nZählt das?",
      ).body,
    ).toBe("Zählt das?"))

  test("Outlook's rule above the head belongs to it", () =>
    expect(
      partsOf("Danke.\n\n________________________________\nVon: A\nGesendet: heute\nBetreff: x\n\nalt"),
    ).toEqual([
      ["quoted-header", "________________________________"],
      ["quoted-text", "alt"],
    ]))

  test("a postscript stays, the signature above it goes", () =>
    expect(readPastedMail("Hallo Jan,\n\nkommst du?\n\nVG\nSabine\n\nPS: Bitte auch Anna fragen.").body).toBe(
      "kommst du?\n\nPS: Bitte auch Anna fragen.",
    ))

  test("a banner above the greeting does not hide it", () =>
    expect(
      partsOf(
        "ACHTUNG: Diese E-Mail kommt von außerhalb der Stadt.\n\nGuten Tag Frau Huber,\n\nfrage\n\nMfG\nA. B.",
      ),
    ).toEqual([
      ["disclaimer", "ACHTUNG: Diese E-Mail kommt von außerhalb der Stadt."],
      ["greeting", "Guten Tag Frau Huber,"],
      ["closing", "MfG"],
      ["signature", "A. B."],
    ]))
})

describe("parts", () => {
  test("are places in the pasted text, in order, without overlap", () => {
    for (const text of [OUTLOOK, GMAIL, ENGLISH, ` ${OUTLOOK.replaceAll("\n", "  \r\n  ")}`]) {
      let end = 0
      for (const part of readPastedMail(text).removed) {
        expect(part.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(part.start, part.end)).toBe(part.text)
        expect(part.text).toBe(part.text.trim())
        end = part.end
      }
    }
  })

  test("can be removed one by one", () => {
    const { removed, body } = readPastedMail(GMAIL)
    expect(withoutParts(GMAIL, removed.slice(0, 1))).toMatch(
      /^das sehen wir auch so\.\n\nLiebe Grüße\nJan\n\nAm Mo/,
    )
    expect(withoutParts(GMAIL, removed)).toBe(body)
    expect(withoutParts(GMAIL, removed.toReversed())).toBe(body)
    expect(withoutParts(GMAIL, [])).toBe(GMAIL)
  })
})

const mailWith = (first: string, last = "Viele Grüße") => `${first}\n\nZählt das Kind mit?\n\n${last}\nJan`

describe("greetings", () => {
  test.each([
    "Sehr geehrte Damen und Herren,",
    "Sehr geehrte Frau Dr. Müller-Lüdenscheidt,",
    "Sehr geehrter Herr von der Heide, sehr geehrte Frau Öz,",
    "Liebe Kolleginnen und Kollegen,",
    "Liebe Kolleginnen und Kollegen der Wohngeldstelle,",
    "Liebe Alle!",
    "Hallo zusammen",
    "Hallo liebe Sabine,",
    "Hallo in die Runde,",
    "Guten Morgen allerseits,",
    "Moin moin,",
    "Hi Jan -",
    "Dear all,",
    "Sehr geehrte/r Frau/Herr Müller,",
  ])("%s", (greeting) => expect(partsOf(mailWith(greeting))[0]).toEqual(["greeting", greeting]))

  test("the beginning of a line, when the line goes on", () => {
    expect(partsOf(mailWith("Hallo Frau Müller, eine Frage:"))[0]).toEqual(["greeting", "Hallo Frau Müller,"])
    expect(readPastedMail(mailWith("Guten Tag, eine Frage:")).body).toMatch(/^eine Frage:/)
  })

  test.each([
    "Lieber wäre mir eine schriftliche Antwort.",
    "Liebe zum Detail ist hier nötig.",
    "Sehr geehrt fühlen wir uns nicht.",
    "Hallo ist keine Anrede in einem Bescheid.",
    "Werte über 60.000 Euro sind erheblich.",
    "Guten Gewissens kann ich nicht bewilligen.",
  ])("not: %s", (sentence) => expect(partsOf(mailWith(sentence))[0]).toEqual(["closing", "Viele Grüße"]))
})

describe("closings", () => {
  test.each([
    "Mit freundlichen Grüßen",
    "Mit freundlichem Gruß,",
    "mit freundlichen Gruessen",
    "Mit besten Grüßen aus Musterstadt",
    "Freundliche Grüße",
    "Viele liebe Grüße",
    "Vielen Dank und viele Grüße",
    "Danke und Gruß",
    "Beste Grüße, ",
    "Gruß Sabine",
    "LG",
    "VG",
    "MfG",
    "m. f. G.",
    "Hochachtungsvoll",
    "Best regards,",
    "Many thanks and kind regards",
  ])("%s", (closing) =>
    expect(partsOf(mailWith("Hallo Jan,", closing))[1]).toEqual(["closing", closing.trim()]),
  )

  test.each([
    "Mit freundlichen Grüßen endet unser Schreiben, ist das richtig?",
    "Gruß und Anrede fehlen im Textbaustein.",
    "Grüße gelten nicht als Antrag.",
    "Mit Bescheid vom Mai wurde bewilligt.",
    "BGB § 1629 gilt auch hier.",
  ])("not: %s", (sentence) =>
    expect(partsOf(mailWith("Hallo Jan,", sentence)).map(([kind]) => kind)).not.toContain("closing"),
  )

  test.each(["i. A. Huber", "i.V. Huber", "gez. Huber", "Im Auftrag", "--", "Von meinem iPhone gesendet"])(
    "%s begins a signature, without a closing too",
    (line) =>
      expect(partsOf(`Hallo Jan,\n\nfrage\n\n${line}\nWohngeldstelle`)[1]).toEqual([
        "signature",
        line.trim(),
      ]),
  )
})

describe("subjects", () => {
  test.each([
    ["AW: Frage", "Frage"],
    ["Re: WG: AW[2]: Fwd: Frage", "Frage"],
    ["[EXTERN] AW:   Frage   zu § 5", "Frage zu § 5"],
    ["Antrag: Frage", "Antrag: Frage"],
    ["Wgt: Frage", "Wgt: Frage"],
    ["AW:", undefined],
  ])("%j becomes %j", (subject, title) =>
    expect(readPastedMail(`Von: A\nBetreff: ${subject}\n\nText`).subject).toBe(title),
  )

  test("the newest counts", () => expect(readPastedMail(OUTLOOK).subject).not.toContain("WG"))
})

describe("what is no mail is left alone", () => {
  test.each([
    "Ab wann zählt die Erhöhung der Miete?",
    "Hallo zusammen,\n\nab wann zählt die Erhöhung?",
    "Am 12.03.2026 schrieb das Jobcenter Folgendes:\n\nDer Antrag wird abgelehnt. Was nun?",
    "Im Gesetz steht:\n\n> Haushaltsmitglied ist ...\n\nGilt das auch hier?",
    "An: wen ist der Bescheid zu richten?\nDatum: welches gilt?",
    "Von: wegen! Das ist so nicht richtig.",
    "Viele Grüße aus dem Urlaub: Wer zählt dann als Haushaltsmitglied?",
    "Datenschutzhinweis im Antrag: Muss er unterschrieben werden?",
    "---\n\nText\n\n_____\n\nText",
    "",
  ])("%j", (text) => expect(readPastedMail(text)).toEqual({ looksLikeMail: false, body: text, removed: [] }))
})

/** Heads of the programs of our offices: the part that begins with it, and what is left as the text. */
describe("heads of other programs", () => {
  const below = "\n\nist die Miete zu melden?\n"
  test.each([
    ["Gesendet am:", "Von: Petra K.\nGesendet am: Montag, 3. November 2026 10:15\nAn: Amt\nBetreff: Frage"],
    [
      "Gesendet:",
      "Von: Petra K. <p@x.example>\nGesendet: Montag, 3. November 2026 10:15\nAn: Amt\nBetreff: Frage",
    ],
    [
      "new Outlook",
      "Von: Petra K. <p@x.example>\nDatum: Dienstag, 3. November 2026 um 10:15\nAn: Amt\nBetreff: Frage",
    ],
    [
      "Outlook on the web",
      "________________________________\nVon: Petra K. <p@x.example>\nGesendet: Montag, 3. November 2026 10:15:20\nAn: Amt\nBetreff: Frage",
    ],
    [
      "Notes",
      "Von: Petra K./Amt/Stadt@Stadt\nAn: Amt@Stadt\nKopie: \nDatum: 03.11.2026 10:15\nBetreff: Frage",
    ],
    ["Notes in bold", "*Von:* Petra K.\n*An:* Amt\n*Kopie:*\n*Datum:* 03.11.2026 10:15\n*Betreff:* Frage"],
    [
      "Thunderbird",
      "-------- Weitergeleitete Nachricht --------\nBetreff: Frage\nDatum: Tue, 3 Nov 2026 10:15:20 +0100\nVon: Petra K. <p@x.example>\nAn: Amt",
    ],
    [
      "Outlook, older",
      "-----Ursprüngliche Nachricht-----\nVon: Petra K.\nGesendet: Montag, 3. November 2026 10:15\nAn: Amt\nBetreff: Frage",
    ],
    ["English", "From: Petra K.\nSent: Tuesday, November 3, 2026 10:15 AM\nTo: Office\nSubject: Frage"],
    ["with soft hyphens", "V\u00adon: Petra K.\nGe\u00adsen\u00addet am: 3.11.2026\nBetreff\u200b: Frage"],
    [
      "with spaces that do not break",
      "Von:\u00a0Petra K.\nGesendet\u00a0am:\u00a03.11.2026\nBetreff:\u00a0Frage",
    ],
  ])("%s", (_name, head) => {
    const mail = readPastedMail(`${head}${below}`)
    expect(mail.looksLikeMail).toBe(true)
    expect(mail.removed.map(({ kind, text }) => [kind, text])).toEqual([["quoted-header", head.trim()]])
    expect(mail.subject).toBe("Frage")
    expect(mail.body).toBe("ist die Miete zu melden?")
  })

  test.each([
    ">>> Petra Kaczmarowski 03.11.2026 10:15 >>>",
    '>>> "Petra Kaczmarowski" <p.k@x.example> 03.11.26 10:15 >>>',
    ">>> Petra Kaczmarowski <p.k@x.example> 03.11.2026 10:15 Uhr >>>",
    ">>> Petra Kaczmarowski Dienstag, 3. November 2026 10:15 >>>",
    ">>> Am 03.11.2026 um 10:15 schrieb Petra Kaczmarowski <p.k@x.example>:",
    ">>> Petra Kaczmarowski 03.11.2026\u00a010:15 >>>",
    "Petra Kaczmarowski---03.11.2026 10:15:20---Guten Tag",
    "Am 03.11.2026 um 10:15 schrieb Petra Kaczmarowski:",
    "Am 03.11.2026 um 10:15 schrieb Petra Kaczmarowski <p.k@x.example>:",
    "Petra Kaczmarowski schrieb am 03.11.2026 um 10:15:",
    "On 3 Nov 2026, at 10:15, Petra Kaczmarowski <p.k@x.example> wrote:",
    "A\u00adm 03.11.2026 um 10:15 schrieb Petra Kaczmarowski:",
  ])("%s", (head) => {
    const mail = readPastedMail(`Das sehen wir auch so.\n\n${head}\n\nGuten Tag,\nwas ist zu tun?`)
    expect(mail.looksLikeMail).toBe(true)
    expect(mail.body).toBe("Das sehen wir auch so.")
    expect(mail.removed.map(({ kind }) => kind)).toEqual(["quoted-header", "quoted-text"])
    expect(mail.removed[0]?.text).toBe(head)
  })

  test.each([
    "Von meinem iPhone gesendet",
    "Von meinem Samsung Galaxy Smartphone gesendet",
    "Outlook für iOS beziehen",
    "Outlook für Android herunterladen",
    "Holen Sie sich Outlook für iOS",
    "Gesendet von Outlook für iOS<https://aka.ms/o0ukef>",
    "Gesendet mit der WEB.DE Mail App",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Sent from my iPhone",
    "Sent from Outlook for Android",
    "Out\u00adlook für iOS beziehen",
  ])("%s is no part of the text", (line) => {
    const mail = readPastedMail(`Hallo Jan,\n\nist die Miete zu melden?\n\n${line}`)
    expect(mail.body).toBe("ist die Miete zu melden?")
    expect(mail.removed.at(-1)).toMatchObject({ kind: "signature", text: line })
  })

  test("nothing is lost: text and parts together are what was pasted", () => {
    for (const text of [
      OUTLOOK,
      GMAIL,
      ENGLISH,
      `x\n\n>>> Petra K. 03.11.2026 10:15 >>>\n\u00ad\nHallo,\ny`,
    ]) {
      const { body, removed } = readPastedMail(text)
      const bare = (some: string) => some.replace(/\s/g, "")
      let left = text
      for (const { start, end, text: part } of removed.toReversed()) {
        expect(left.slice(start, end)).toBe(part)
        left = left.slice(0, start) + left.slice(end)
      }
      expect(bare(left)).toBe(bare(body))
    }
  })
})

test.each([
  ">>> und dann 03.11.2026",
  "> 15 Prozent am 03.11.2026 um 10:15 Uhr >",
  "Der Antrag vom 03.11.2026 10:15 Uhr liegt vor.",
  "Gesendet wurde der Bescheid am: 3.11.2026",
  "Outlook startet nicht, was nun?",
])("%s makes no mail", (line) => expect(readPastedMail(`${line}\n\nWas gilt?`).looksLikeMail).toBe(false))

test("the browser can use it: it needs nothing of Node", () => {
  for (const name of ["pasted-mail", "mail-patterns"]) {
    const source = readFileSync(
      new URL(`../../../server/forum/recognition/${name}.ts`, import.meta.url),
      "utf8",
    )
    for (const [, from] of source.matchAll(/from "([^"]+)"/g))
      expect(["./mail-patterns.ts", "../../kernel/folding.ts"]).toContain(from)
  }
})

test.each([
  "\n",
  " ",
  ">",
  "> a\n",
  "-",
  "_____\n",
  "Von: a\n",
  "Am 1 ",
  "Am 1 schrieb ",
  "Hallo ",
  "Hallo Anna\n",
  "Sehr geehrte ",
  "viele Grüße ",
  "vielen dank ",
  "Gruß\n",
  "-- \n",
  "Betreff: x\n",
  "a@b,\n",
  "An: a@b;\n",
  "Diese E-Mail ",
  "AW:",
  ">>> a 1.1.2026 10:10 ",
  "a---",
  "a --- 1.1.2026 ",
  "Gesendet am: x\n",
  "Von meinem ",
  "\u00ad",
])("%j over and over is read in a moment", (pattern) => {
  for (const text of [
    pattern.repeat(40_000 / pattern.length),
    `Von: A\nBetreff: ${pattern.repeat(40_000 / pattern.length)}`,
  ]) {
    expectQuick(() => readPastedMail(text))
  }
})
