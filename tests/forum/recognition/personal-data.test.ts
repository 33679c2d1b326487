import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import {
  isHealthNumber,
  isIban,
  isPensionNumber,
  isTaxId,
} from "../../../server/forum/recognition/check-digits.ts"
import { blacken, findPersonalData } from "../../../server/forum/recognition/personal-data.ts"
import { expectQuick } from "../../support/cpu.ts"

const blackened = (text: string) => blacken(text, findPersonalData(text))

/** Each text as it is after everything that was found has been blackened. */
describe("what is found", () => {
  test.each([
    // accounts
    ["IBAN DE89 3704 0044 0532 0130 00 bei der Sparkasse", "IBAN [IBAN] bei der Sparkasse"],
    ["DE89370400440532013000.", "[IBAN]."],
    ["(de89 3704 0044 0532 0130 00)", "([IBAN])"],
    ["DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 BIC COBADEFFXXX", "[IBAN] BIC COBADEFFXXX"],
    ["AT61 1904 3002 3457 3201 und NL91ABNA0417164300", "[IBAN] und [IBAN]"],
    // taxes
    ["Steuer-ID 86095742719", "Steuer-ID [Steuer-ID]"],
    ["IdNr. 86 095 742 719", "IdNr. [Steuer-ID]"],
    [
      "Die Steueridentifikationsnummer lautet 12345678901.",
      "Die Steueridentifikationsnummer lautet [Steuer-ID].",
    ],
    // insurances
    ["Versichert unter 15 070649 C 103 bei der DRV", "Versichert unter [RV-Nummer] bei der DRV"],
    ["RV-Nr. 12 010180 M 123", "RV-Nr. [RV-Nummer]"],
    ["Sozialversicherungsnummer: 12010180M123", "Sozialversicherungsnummer: [RV-Nummer]"],
    ["Karte A123456780", "Karte [KV-Nummer]"],
    ["KVNR A123456789", "KVNR [KV-Nummer]"],
    // birthdays
    ["geb. 01.02.1980", "geb. [Geburtsdatum]"],
    ["geb. am 1.2.80, ledig", "geb. am [Geburtsdatum], ledig"],
    ["geboren am 3. Mai 1975 in Kassel", "geboren am [Geburtsdatum] in Kassel"],
    ["Geburtsdatum: 01.02.1980", "Geburtsdatum: [Geburtsdatum]"],
    ["Geburtsdatum des Kindes (2024-02-01)", "Geburtsdatum des Kindes ([Geburtsdatum])"],
    ["das am 01.02.2024 geborene Kind", "das am [Geburtsdatum] geborene Kind"],
    ["Das Kind wurde am 12. März 2025 geboren.", "Das Kind wurde am [Geburtsdatum] geboren."],
    [
      "die Kinder, geboren am 1.2.2015 und am 3.4.2018,",
      "die Kinder, geboren am [Geburtsdatum] und am [Geburtsdatum],",
    ],
    ["ihr Geburtstag ist der 01.02.1950", "ihr Geburtstag ist der [Geburtsdatum]"],
    ["Anna (*01.02.1980)", "Anna (*[Geburtsdatum])"],
    // files
    ["Az.: 50.2-123/2026", "[Az.]"],
    ["Unter Az 4711 liegt nichts vor.", "Unter [Az.] liegt nichts vor."],
    ["zum Aktenzeichen WG 50/123-26, Bescheid", "zum [Az.], Bescheid"],
    ["Aktenzeichen lautet 50.2.", "[Az.]."],
    ["Wohngeldnummer WG-2026-00123", "Wohngeldnummer [Az.]"],
    ["Vorgang WG-2026-00123 ist offen", "Vorgang [Az.] ist offen"],
    ["BG-Nummer 12345BG0001234", "BG-Nummer [Az.]"],
    ["Kundennummer: 123D456789", "Kundennummer: [Az.]"],
    ["Ihr Zeichen: 50/1-234", "Ihr Zeichen: [Az.]"],
    ["Kassenzeichen 1234.5678.9", "Kassenzeichen [Az.]"],
    // mail and telephone
    ["sabine.mueller@example.org.", "[E-Mail]."],
    ["<jörg@stadt-köln.example>", "<[E-Mail]>"],
    ["Tel. 0123 456789", "Tel. [Telefon]"],
    ["Tel.: 0123/45 67-89", "Tel.: [Telefon]"],
    ["Telefon (0123) 4567-0", "Telefon [Telefon]"],
    ["erreichbar unter 0171 1234567 oder 01711234567", "erreichbar unter [Telefon] oder [Telefon]"],
    ["+49 (0) 123 456789", "[Telefon]"],
    ["+49 123 456789, 0049123456789", "[Telefon], [Telefon]"],
    ["030-1234567", "[Telefon]"],
    ["Durchwahl 45678", "Durchwahl [Telefon]"],
    // names
    ["Herr Meier hat gefragt.", "Herr [Name] hat gefragt."],
    ["Frau Müller-Lüdenscheidt beantragt", "Frau [Name] beantragt"],
    ["bei Herrn Dr. Meier", "bei Herrn [Name]"],
    ["Frau Prof. Dr. Öz", "Frau [Name]"],
    ["Herr von der Heide und Frau van den Berg", "Herr [Name] und Frau [Name]"],
    ["Frau Sabine Müller zieht um", "Frau [Name] zieht um"],
    ["Herr Hans-Peter Groß", "Herr [Name]"],
    ["Frau S. Müller", "Frau [Name]"],
    ["Herr und Frau Müller", "Herr und Frau [Name]"],
    ["Herrn/Frau Yıldız", "Herrn/Frau [Name]"],
    ["Familie Mustermann", "Familie [Name]"],
    ["Eheleute Anna und Bernd Müller", "Eheleute [Name]"],
    ["Fr. Huber, Hr. Çelik", "Fr. [Name], Hr. [Name]"],
    ["Frau O'Brien und Frau El-Sayed", "Frau [Name] und Frau [Name]"],
    ["Frau MÜLLER", "Frau [Name]"],
    ["Frau Sachbearbeiterin Huber", "Frau [Name]"],
    ["Herr Amtsrat Huber", "Herr [Name]"],
    ["Der Antragsteller Max Mustermann wohnt", "Der Antragsteller [Name] wohnt"],
    ["ihr Sohn Emil, ihre Tochter Leyla", "ihr Sohn [Name], ihre Tochter [Name]"],
    ["Hat Frau Müller Anspruch auf Wohngeld?", "Hat Frau [Name] Anspruch auf Wohngeld?"],
    ["Muss Herr Schmidt Unterlagen nachreichen?", "Muss Herr [Name] Unterlagen nachreichen?"],
    ["Frau Müllers Antrag", "Frau [Name] Antrag"],
    ["Das sagt Frau Meier.", "Das sagt Frau [Name]."],
    ["Frau Richter. Der Antrag", "Frau [Name]. Der Antrag"],
    ["Herr\nMeier", "Herr\n[Name]"],
    ["Herr\r\nMeier, Frau \r\nHuber", "Herr\r\n[Name], Frau \r\n[Name]"],
  ])("%j becomes %j", (text, expected) => expect(blackened(text)).toBe(expected))
})

/** Sentences of our work that mean nobody. Each wrong mark teaches people to ignore the right ones. */
describe("what is left alone", () => {
  test.each([
    // norms and sources
    "§ 27 Abs. 1 WoGG, §§ 60, 66, 67 SGB I, Art. 3 GG",
    "§ 25 Abs. 3 Satz 1 Nr. 2 WoGG i. V. m. § 28 Abs. 3 und 5 WoGG",
    "BGBl. I S. 2160; BGBl. 2022 I Nr. 41 S. 1804",
    "BT-Drs. 19/10816 S. 45, BR-Drs. 123/22",
    "Nr. 27.11 WoGVwV, Teil A Rn. 12.345",
    "BVerwG, Urteil vom 11.12.2014 – 5 C 22.13",
    "BVerwG, Urteil vom 11.12.2014, Az. 5 C 22.13, NJW 2015, 1234",
    "BSG, Urteil vom 12.10.2016 (Az.: B 4 AS 27/10 R)",
    "BVerfG, Beschluss vom 27.07.2016, Aktenzeichen 1 BvR 371/11",
    "VG Berlin, Az. 21 K 123.22; OVG Lüneburg, Az. 4 LC 123/19; BGH, Az. XII ZB 123/20; EuGH, Az. C-123/19",
    "ISBN 978-3-16-148410-0, ISSN 0340-8329",
    // dates and periods
    "ab 01.01.2026, vom 1. Januar 2025 bis 31.12.2025",
    "Der Antrag ging am 12.03.2026 ein, der Bescheid vom 1.4.2026 ist bestandskräftig.",
    "vor dem 02.01.1964 geborene Versicherte",
    "Wer nach dem 31.12.1991 geboren ist",
    "Personen, geboren vor dem 01.01.1964, erhalten",
    "Kinder, die ab dem 01.01.2024 geboren wurden",
    "Vor dem 1. Januar 1955 geborene Elternteile",
    "die vor dem 17. November 1950 geboren sind und am 16. November 2000 schwerbehindert waren",
    "im Zeitraum 01/2026 bis 06/2026, Stand 08/2025",
    "Das Geburtsdatum ist nachzuweisen. Stichtag ist der 01.01.2026.",
    "* 01.01.2026 Antrag\n* 01.02.2026 Bescheid",
    "Sprechzeiten 08:00-12:00 und 14-16 Uhr",
    // amounts and numbers
    "10 Prozent, 15 %, 1.234,56 Euro, 60.000 Euro, 0,50 EUR",
    "mehr als 30 000 Euro und 1 000 000 Einwohner",
    "12 345 678 901 Euro im Haushalt des Bundes, 12345678901",
    "Raum 0123, Haus 4, Zimmer 012",
    "Haushaltsstelle 0123/2026, Drucksache 0456/2025",
    "Vordruck 0012-34, Formular WoG 1.01, Anlage 3",
    "DE89 3704 0044 0532 0130 01",
    "Buchstabe A123456789",
    "Die Telefonnummer ist anzugeben; Telefon 2024 umgestellt.",
    "Az. liegt nicht vor. Das Aktenzeichen steht oben rechts.",
    "Az. § 27 WoGG",
    "Die BG besteht aus 3 Personen, die Bedarfsgemeinschaftsnummer fehlt.",
    "Kundennummern vergibt die Agentur.",
    "https://example.org/akten/86095742719/0123-456789?az=4711 und https://example.org/Az.:50.2-1",
    "![Maske](/anhaenge/0190a0b0-0000-7000-8000-010180123456)",
    "@example und 5 @ 3 Euro",
    // people without names
    "Herr/Frau, Frau und Mann, Herrn oder Frau, Frauen und Männer",
    "Frau A. und Herr B. sind verheiratet.",
    "Hat die Frau Anspruch auf Wohngeld?",
    "Da die Frau BAföG bezieht und ihr Mann Bürgergeld",
    "Wenn die Frau Wohnungsbauförderung, Betreuungskosten oder Halbwaisenrente angibt",
    "Wenn die Frau Elternzeit nimmt und die Frau Arbeitslosengeld erhält",
    "Die Frau im Haushalt, die Frau von Herrn B., die Frau zu Hause",
    "Sehr geehrte Frau Sachbearbeiterin, sehr geehrter Herr Minister,",
    "auf seine Familie Rücksicht zu nehmen",
    "Die Familie mit zwei Kindern; Familie Wohngeld; Familienkasse",
    "Das Kind Wohngeld, der Sohn Einkommen, die Mutter Unterhalt, die Tochter August",
    "Antragsteller Einkommen, Vermieter Bescheinigung, Mieter Anspruch",
    "Eheleute und Lebenspartner, Ehepaare, Eheleute Einkommen",
    "Untermiete der Eheleute\n\nSehr geehrte Damen und Herren",
    "Anfrage der Familie\r\n\r\nGuten Tag",
    "Fr. 12.03., Mo. bis Fr. Termine nach Vereinbarung",
    "Frau SGB-II-Leistungen bewilligt, Frau ALG gezahlt",
    "Jahrbuch Frau 2026, Haus der Frau",
    "Wohngeldstelle Musterstadt, Amt für Soziales und Wohnen, Jobcenter Kassel",
    "",
  ])("%j", (text) => expect(blackened(text)).toBe(text))
})

describe("findings", () => {
  const text =
    "Frau Sabine Müller, geb. 01.02.1980, Tel. 0123 456789, s@example.org, DE89 3704 0044 0532 0130 00, Az. 50-1"

  test("are in order, without overlap, and tell their places", () => {
    const found = findPersonalData(text)
    expect(found.map(({ kind }) => kind)).toEqual([
      "name",
      "birth-date",
      "phone",
      "email",
      "iban",
      "file-reference",
    ])
    let end = 0
    for (const finding of found) {
      expect(finding.start).toBeGreaterThanOrEqual(end)
      expect(text.slice(finding.start, finding.end)).toBe(finding.text)
      end = finding.end
    }
  })

  test("can be blackened one by one, in any order", () => {
    const found = findPersonalData(text)
    expect(blacken(text, found.slice(0, 1))).toMatch(/^Frau \[Name\], geb\. 01\.02\.1980/)
    expect(blacken(text, found.toReversed())).toBe(blacken(text, found))
    expect(blacken(text, [])).toBe(text)
  })

  test("nothing is found in what was blackened", () => expect(findPersonalData(blackened(text))).toEqual([]))
})

describe("check digits", () => {
  test.each(["86095742719", "47036892816", "65929970489", "57549285017", "25768131411", "36574261809"])(
    "%s is a tax ID, and with any other last digit it is none",
    (id) => {
      for (let digit = 0; digit < 10; digit++) {
        const other = id.slice(0, 10) + digit
        expect(isTaxId(other)).toBe(other === id)
      }
    },
  )

  test.each(["00000000000", "11111111111", "12345678903", "8609574271", "860957427190"])(
    "%s is no tax ID",
    (id) => expect(isTaxId(id)).toBe(false),
  )

  test("insurances", () => {
    expect(isPensionNumber("15070649C103")).toBe(true)
    expect(isPensionNumber("15070649C104")).toBe(false)
    expect(isPensionNumber("15071349C103")).toBe(false)
    expect(isHealthNumber("A123456780")).toBe(true)
    expect(isHealthNumber("A123456781")).toBe(false)
  })

  test("accounts", () => {
    expect(isIban("DE89370400440532013000")).toBe(true)
    expect(isIban("DE98370400440532013000")).toBe(false)
  })
})

test("the browser can use it: it needs nothing of Node", () => {
  const read = new Set<string>()
  const readImports = (file: URL) => {
    if (read.has(file.href)) return
    read.add(file.href)
    for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/from "([^"]+)"/g)) {
      expect(from).toMatch(/^(?:\.\/|\.\.\/\.\.\/kernel\/(?:folding|first-names)\.ts$)/)
      if (from.startsWith("./")) readImports(new URL(from, file))
    }
  }
  readImports(new URL("../../../server/forum/recognition/personal-data.ts", import.meta.url))
  expect(read.size).toBeGreaterThan(8)
})

test.each([
  "a",
  "A",
  "1",
  "1 ",
  "0",
  "0 ",
  "1.",
  "1.2.",
  "-",
  "/",
  "(",
  "+",
  "+1",
  "@",
  "a@",
  "a@a.",
  "a.",
  "DE",
  "DE12",
  "DE12 ",
  "Az. ",
  "Az. A",
  "Az. 1",
  "Az. 1 /",
  "Az.:",
  "geb. ",
  "geb. 1.",
  "geboren ",
  "Geburtsdatum ",
  "Herr ",
  "Frau A",
  "Frau Anna ",
  "Anna ",
  "Frau von der ",
  "Frau Dr. ",
  "und ",
  "Tel. ",
  "Tel. 1",
  "Tel.: (",
  "0123 ",
  "0123/",
  "+49 ",
  "0049",
  "01.02.1980 ",
  "Steuer",
  "Nummer ",
  "12 010180 M ",
  "a-",
  "a'",
  "Wohngeld ",
  "§ 27 Abs. 1 WoGG ",
  ...[
    "Müller ",
    "Müller, Anna ",
    "A. ",
    "Frau X hat ",
    "mit Müller ",
    "Mit freundlichen Grüßen\n",
    "i. A. ",
    "gez. ",
  ],
  ...[
    "86150 ",
    "86150 Augsburg ",
    "D-86150 ",
    "Straße ",
    "Am Alten ",
    "Hauptstr. 5 ",
    "Straße der ",
    "Bad ",
    "a-A",
  ],
  ...[
    "A-BC 1 ",
    "A-B ",
    "M X ",
    "a(at)",
    "a at ",
    "a [at] b ",
    "geb. im ",
    "*1.2.",
    "Jahrgang ",
    "im Mai ",
    "ä\u0308",
  ],
  ...["\u00ad", "\u200b1", "Antragsteller: ", "Name: ", "telefon ", "rief an ", "A-A-A-", "O'", "von der "],
  "](/",
  "https://",
  "\n",
  " ",
  "é",
])("%j over and over is read in a moment", (pattern) => {
  const long = pattern.repeat(40_000 / pattern.length)
  for (const text of [long, `Frau ${long}`, `Az. ${long}`, `Tel. ${long}`]) {
    expectQuick(() => findPersonalData(text))
  }
})
