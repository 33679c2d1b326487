import { describe, expect, it } from "vitest"
import { functionWords } from "../../server/search/function-words.ts"
import { analyse, isFunctionWord } from "../../server/search/german.ts"
import { markAll, matcherOf } from "../../server/search/passage.ts"
import { understand, withoutOperators } from "../../server/search/query.ts"
import { findUnits } from "../../server/search/units.ts"

const found = (text: string) => analyse(text).stems
const asked = (text: string) => analyse(text, true).stems
const sequence = (text: string) =>
  analyse(text)
    .tokens.map((token) => token.replace("~", ""))
    .join(" ")

describe("what looks the same", () => {
  it.each([
    ["Last\u00aden\u00adzu\u00adschuss", "Lastenzuschuss"],
    ["Kreis\u200bum\u200cla\u200dge", "Kreisumlage"],
    ["\ufeffHeim\u2060aufsicht", "Heimaufsicht"],
    ["P\ufb02egegeld", "Pflegegeld"],
    ["Ｗｏｈｎｇｅｌｄ", "Wohngeld"],
    ["50 m²", "50 m2"],
    ["Ko\u0308rperschaft", "Körperschaft"],
    ["Covid\u201119", "Covid-19"],
    ["D’Angelo", "D'Angelo"],
    ["Straẞe", "Strasse"],
    ["Par\u00ada\u00adgraf 21", "Paragraf 21"],
    ["9.\u00a0Ju\u00adli\u202f2024", "9. Juli 2024"],
  ])("%s is read as %s", (typed, meant) => {
    expect(analyse(typed)).toEqual(analyse(meant))
  })

  it.each([
    ["WG‐2026‑00918", "wg-2026-00918"],
    ["50–2/0816/26", "50-2/0816/26"],
    ["50−2/0816/26", "50-2/0816/26"],
    ["§ 21", "§21"],
  ])("%s has the unit %s", (typed, unit) => {
    expect(findUnits(typed)).toContain(unit)
  })
})

describe("a norm and its law", () => {
  it.each([
    "§ 21 WoGG",
    "§ 21 (2) WoGG",
    "§ 21 Absätze 1 und 2 WoGG",
    "§ 21 Abs. 2 Nrn. 1, 3 WoGG",
    "§ 21 wogg",
    "Paragraf 21 des Wohngeldgesetzes",
    "§ 21 Wohngeldgesetz",
    "WoGG § 21",
    "WoGG, §21",
    "§§ 20 bis 23 WoGG",
  ])("%s is § 21 WoGG", (typed) => expect(findUnits(typed)).toContain("§21wogg"))

  it.each(["§ 22 SGB II", "SGB II, § 22", "§ 22 sgb 2", "§ 22 des Sozialgesetzbuchs II", "§§ 21–23 SGB II"])(
    "%s is § 22 SGB II",
    (typed) => expect(findUnits(typed)).toEqual(expect.arrayContaining(["§22", "§22sgb2", "sgb2"])),
  )

  it.each([
    ["KdU § 22", ["§22"]],
    ["§§ 1 bis 90", ["§1", "§90"]],
    ["Das regelt das SGB X. § 5 gilt", ["§5", "sgb10"]],
  ])("%s has only %s", (typed, units) => expect(findUnits(typed)).toEqual(units))
})

describe("amounts", () => {
  it.each([
    "60.000",
    "60000",
    "60 000",
    "60\u00a0000",
    "60\u202f000",
    "60\u2009000",
    "60'000",
    "60’000",
    "60.000,00",
    "60 000,00",
    "60000,0",
    "60.000,-",
    "60.000,–",
    "60.000,--",
    "60,000.00",
    "60000.00",
    "60'000.00",
    "60 000.00",
  ])("%s is 60000, in a sentence, too", (typed) => {
    expect(found(typed)).toEqual(["60000"])
    expect(found(`Er hat ${typed} bekommen.`)).toContain("60000")
    expect(sequence(`${typed} Euro`)).toBe("60000 euro")
    expect(sequence(`EUR ${typed}`)).toBe("60000 euro")
    expect(sequence(`${typed} €`)).toBe("60000 euro")
  })

  it.each([
    ["60.000,50", "60000k5"],
    ["60000,5", "60000k5"],
    ["60 000,50", "60000k5"],
    ["1.234.567,89", "1234567k89"],
    ["0,50", "0k5"],
    ["2024 60 000", "2024 60000"],
    ["60", "60"],
    ["60,00", "60"],
    ["6.000", "6000"],
    // No amounts: telephone and file numbers, lists of paragraphs.
    ["0816 26 123", "0816 26 123"],
    ["089 233 000", "089 233 000"],
    ["12 345 67", "12 345 67"],
    ["§ 21 100 Euro", "21 100 euro"],
    ["§§ 21,22", "21 22"],
    ["Nr. 1,2", "numm 1 2"],
    ["00918", "00918"],
    // As in English.
    ["1,234.56", "1234k56"],
    ["1,234,567", "1234567"],
    ["1,234,567.80", "1234567k8"],
    ["12345.67", "12345k67"],
    ["€12.50", "12k5 euro"],
    ["EUR 600.00", "600 euro"],
    ["2024.50 Euro", "2024k5 euro"],
    ["0.50 €", "0k5 euro"],
    // No amounts: times, paragraphs, versions, months, lists.
    ["10.15 Uhr", "10 15 uhr"],
    ["21.37", "21 37"],
    ["1.2.3", "1 2 3"],
    ["12345.67.8", "12345 67 8"],
    ["2024.12", "2024 12"],
    ["Version 2024.11", "version 2024 11"],
    ["27.11 WoGVwV", "27 11 wogvwv"],
    ["Nr. 27.11", "numm 27 11"],
    ["§ 21.37 Euro", "21 37 euro"],
    ["5 C 22.13", "5 c 22 13"],
    ["101,102,103", "101 102k103"],
    ["1,234", "1k234"],
    ["127.0.0.1", "127 0 0 1"],
    ["10.15-11.30 Euro", "10 15 11 30 euro"],
  ])("%s is read as %s", (typed, terms) => {
    expect(found(typed).join(" ")).toBe(terms)
  })
})

describe("dates", () => {
  it.each([
    "9.7.2024",
    "09.07.2024",
    "9. 7. 2024",
    "9.\u202f7.\u202f2024",
    "9. Juli 2024",
    "9.Juli 2024",
    "9 Juli 2024",
    "9. Jul. 2024",
    "09.07.24",
    "2024-07-09",
    "2024‑07‑09",
    "9/7/2024",
    "9. JULI 2024",
    "July 9, 2024",
    "july 9 2024",
    "July 9th, 2024",
    "Jul. 9, 2024",
    "9 July 2024",
    "9th July 2024",
    "9th of July 2024",
    "9 July, 2024",
  ])("%s is the ninth of July 2024, in a sequence, too", (typed) => {
    expect(asked(typed)).toEqual(["20240709"])
    expect(sequence(`Bescheid vom ${typed}, zugestellt`)).toBe("bescheid vom 9 juli 2024 zugestellt")
    expect(found(typed)).toEqual(expect.arrayContaining(["20240709", "juli", "2024"]))
    expect(findUnits(typed)).toEqual([])
  })

  it.each([
    ["1. März 2025", "20250301"],
    ["1. Maerz 2025", "20250301"],
    ["01.03.25", "20250301"],
    ["1. Mär. 2025", "20250301"],
    ["31.12.1999", "19991231"],
    ["29.2.2024", "20240229"],
    ["12.3.61", "19610312"],
    ["01.07.2024-31.12.2024", "20240701 20241231"],
    ["1.7.–31.12.2024", "07tag01 20241231"],
    ["am 9. Juli", "07tag09"],
    ["am 9.7. fällig", "07tag09 fallig"],
    ["March 1, 2025", "20250301"],
    ["May 1st, 2025", "20250501"],
    ["2nd of May 2025", "20250502"],
    ["Dec 24, 2024", "20241224"],
    ["7/25/2024", "20240725"],
    ["July 9", "07tag09"],
  ])("%s is looked for as %s", (typed, terms) => {
    expect(asked(typed).join(" ")).toBe(terms)
  })

  it.each([
    ["31.02.2024", "31 02 2024"],
    ["29.2.2023", "29 2 2023"],
    ["32. Juli 2024", "32 juli 2024"],
    ["0.7.2024", "0 7 2024"],
    ["2024-13-09", "2024 13 09"],
    ["WG-2024-07-09", "wg 2024 07 09"],
    ["2024-07-09-0012", "2024 07 09 0012"],
    ["§ 9. 7. 2024", "9 7 2024"],
    ["1.2.3.4", "1 2 3 4"],
    ["July 32, 2024", "july 32 2024"],
    ["im August 9 Anträge", "august 9 antrag"],
    ["im April 12 Personen", "april 12 person"],
    ["13/25/2024", "13 25 2024"],
    ["Version 1.2.3", "version 1 2 3"],
  ])("%s is none", (typed, terms) => {
    expect(asked(typed).join(" ")).toBe(terms)
  })

  it("one that has no year is found by every year's, and a month by its days", () => {
    expect(found("9. Juli 2024")).toContain(asked("9. Juli")[0])
    expect(found("09.07.2024")).toEqual(expect.arrayContaining(asked("Juli 2024")))
    expect(found("Okt. 2024")).toEqual(asked("Oktober 2024"))
  })
})

describe("norms", () => {
  it.each([
    "§ 21 WoGG",
    "§21 WoGG",
    "§21WoGG",
    "Paragraf 21 WoGG",
    "Paragraph 21 WoGG",
    "Par. 21 WoGG",
    "Par 21 WoGG",
    "PARAGRAF 21 WoGG",
    "des Paragrafen 21 WoGG",
    "§ 21 Abs. 2 WoGG",
    "Paragraf 21 Absatz 2 WoGG",
  ])("%s is § 21 WoGG", (typed) => {
    expect(findUnits(typed)).toEqual(["§21", "§21wogg"])
    expect(understand(typed).units).toEqual(["§21", "§21wogg"])
  })

  it.each([
    ["Paragrafen 21 und 22", "§21 §22"],
    ["Paragraphen 21, 22", "§21 §22"],
    ["§§ 21, 22", "§21 §22"],
    ["Artikel 6 GG", "art6 art6gg"],
    ["Art. 6 GG", "art6 art6gg"],
    ["in Artikeln 6", "art6"],
    ["Seitenpar. 21", ""],
    ["der Paragraf", ""],
  ])("%s has %s", (typed, units) => {
    expect(findUnits(typed).join(" ")).toBe(units)
  })

  it.each([
    ["nach Paragraf 21 Absatz 2", "nach § 21 Abs. 2"],
    ["Artikel 6 GG", "Art. 6 GG"],
    ["Nummer 3", "Nr. 3"],
    ["Ziffer 3", "Ziff. 3"],
    ["Paragraphen", "Paragrafen"],
  ])("%s is the sequence %s", (typed, meant) => {
    expect(sequence(typed)).toBe(sequence(meant))
  })
})

describe("function words", () => {
  it("are no nouns", () => {
    const nouns = `Mittel Mitteln Mittels Tag Tage Tagen Tages Zeit Zeiten Sache Sachen Recht Rechte Rechten Rechts Jahr
      Jahre Jahren Jahres Teil Teile Teilen Beispiel Beispiele Ende Grund Gründe Fall Fälle Fällen Falle Art Arten Leute
      Mensch Menschen Uhr Mann Frau Gut Güter Gutes Weg Wege Weges Seite Seiten Stelle Stellen Zahl Wort Mal Male Dank
      Kraft Trotz Laut Laute Statt Zweck Zwecks Zwecke Wohl Wohle Ehe Ehen Würde Würden Ware Waren Wart Halt Samt Gott
      Ordnung Schluss Startseite Suche Suchen Rat Tat Taten Arm Bitte Lage Hand Kunde Land Geld Amt Amts Ämter Person
      Kind Kinder Haus Haft Rest Satz Punkt Wert Werte Preis Betrag Antrag Bescheid Anzahl Mehrheit Minderheit Hälfte
      Drittel Viertel Achtel Acht Elf Null Morgen Abend Mittag Heute Gestern Anfang Mitte Folge Fragen Frage Antwort
      Meinung Lange Länge Große Größe Kleine Grade Grad Rund Runde Runden Spät Früh Erste Beste Ganzheit Steuer Steuern
      Leiter Rente Renten Wände Wende Anlass Inhalt Umstand Bezug Hinsicht Hilfe Ort Orte Monat Monate Woche`
    for (const noun of nouns.split(/\s+/)) expect(isFunctionWord(noun.toLowerCase()), noun).toBe(false)
  })

  it("are a list in small letters and without twins", () => {
    const words = functionWords()
    for (const word of words) expect(word).toMatch(/^\p{Ll}+$/u)
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  it("weigh nothing beside other words, and stay where there are no others", () => {
    expect(analyse("für die Miete", true)).toMatchObject({ stems: ["miet"], functions: ["~fur", "~die"] })
    expect(analyse("fuer")).toMatchObject({ stems: [], functions: ["~fur"] })
  })
})

describe("a query", () => {
  it.each([
    ["von:Müller Miete", { words: ["Miete"], persons: ["Müller"], mine: false }],
    ["von:„Sabine Müller“", { words: [], persons: ["Sabine Müller"] }],
    ["von:mir", { words: [], persons: [], mine: true }],
    ["VON：MIR Miete", { words: ["Miete"], mine: true }],
    ["tag:„Um\u00adzug“ Miete", { words: ["Miete"], tags: ["Umzug"] }],
    ["kategorie:»Miete und Belastung«", { words: [], categories: ["Miete und Belastung"] }],
    ["Miete –Garage", { words: ["Miete"], without: ["Garage"] }],
    ["Miete -Gar\u00adage, Haus", { words: ["Miete", "Haus"], without: ["Garage"] }],
    ['Miete -"zwei Garagen"', { words: ["Miete"], phrases: [], without: ["zwei Garagen"] }],
    ["Miete - Garage", { words: ["Miete", "Garage"], without: [] }],
    ["‟genaue Folge”", { words: [], phrases: ["genaue Folge"] }],
    ["＂genaue Folge＂", { phrases: ["genaue Folge"] }],
    ["Bescheid vom 9. 7. 2024", { words: ["Bescheid", "vom", "9. 7. 2024"] }],
    ["60 000 €", { words: ["60 000", "€"] }],
    ["WG‑2026‑00918", { units: ["wg-2026-00918"] }],
  ])("%s is understood", (typed, meant) => {
    const { without, ...understood } = understand(typed)
    expect({ ...understood, without: without.map(({ text }) => text) }).toMatchObject(meant)
  })

  // Before the bar what is looked for, behind it what is excluded.
  it.each([
    ["Miete -§21", "Miete | §21"],
    ["Miete -§ 21", "Miete | § 21"],
    ["Miete -§ 21 -60.000", "Miete | § 21, 60.000"],
    ["-60 -000 -9. -Juli", " | 60, 000, 9, Juli"],
    ["-§ 21 WoGG Miete", "Miete | § 21 WoGG"],
    ["-§ 21 des Wohngeldgesetzes Miete", "Miete | § 21 des Wohngeldgesetzes"],
    ["-§ 21 Abs. 2 Miete", "Miete | § 21 Abs. 2"],
    ["-§ 21 und Miete", "und Miete | § 21"],
    ["-§§ 21, 22 Miete", "Miete | §§ 21, 22"],
    ["–Par. 21, Miete", "Miete | Par. 21"],
    ["Miete -Paragraf 21", "Miete | Paragraf 21"],
    ["Miete -Art. 6 GG", "Miete | Art. 6 GG"],
    ["-SGB II Miete", "Miete | SGB II"],
    ["-Abs. 2 Miete", "Miete | Abs. 2"],
    ["-60.000 Miete", "Miete | 60.000"],
    ["-60 000,00 Miete", "Miete | 60 000,00"],
    ["-60.000 € Miete", "Miete | 60.000 €"],
    ["-9.7.2024 Miete", "Miete | 9.7.2024"],
    ["-9. Juli 2024 Miete", "Miete | 9. Juli 2024"],
    ["-July 9, 2024 Miete", "Miete | July 9, 2024"],
    ["-50-2/0816/26 Miete", "Miete | 50-2/0816/26"],
    ["-21.37 Miete", "Miete | 21.37"],
    ["-2024, Miete", "Miete | 2024"],
    ["-Wohngeld-Antrag Miete", "Miete | Wohngeld-Antrag"],
    ["-„nach § 21“ Miete", "Miete | nach § 21"],
    ["Miete -Haus -Garage", "Miete | Haus, Garage"],
    ["Miete-Garage", "Miete Garage | "],
    ["Miete - 60", "Miete 60 | "],
    ["Miete -", "Miete | "],
    ["Miete -§", "Miete | "],
    ["„Miete -Garage“", " | "],
    ["50-60", "50 60 | "],
  ])("of %s a minus excludes as in %s", (typed, meant) => {
    const { words, without } = understand(typed)
    expect(`${words.join(" ")} | ${without.map(({ text }) => text).join(", ")}`).toBe(meant)
    expect(understand(typed).units).toEqual([])
  })

  it.each([
    ["von:Müller Wohngeld", "Müller | Wohngeld"],
    ["von:„Müller, Sabine“ Wohngeld", "Müller, Sabine | Wohngeld"],
    ["von:Müller, Sabine Wohngeld", "Müller, Sabine | Wohngeld"],
    ["von:müller, sabine wohngeld", "müller, sabine | wohngeld"],
    ["von:Müller,Sabine Wohngeld", "Müller,Sabine | Wohngeld"],
    ["von:Müller, Anna Maria Wohngeld", "Müller, Anna Maria | Wohngeld"],
    ["von:Sabine Müller Wohngeld", "Sabine Müller | Wohngeld"],
    ["from:Frau Dr. Müller Wohngeld", "Frau Dr. Müller | Wohngeld"],
    ["von:Müller, Wohngeld", "Müller | Wohngeld"],
    ["von:Müller § 21", "Müller | 21"],
    ["von:Müller, -Haus", "Müller | "],
    ["Wohngeld von:Müller, Sabine", "Müller, Sabine | Wohngeld"],
    ["-von:Müller, Sabine Wohngeld", "Müller, Sabine | Wohngeld"],
    ["von:mir, Wohngeld", " | Wohngeld"],
    ["von: Müller", " | von Müller"],
  ])("%s names %s", (typed, meant) => {
    const { persons, words } = understand(typed)
    expect(`${persons.join(" + ")} | ${words.join(" ")}`).toBe(meant)
  })

  it("excludes tags, categories and one's own posts, too", () => {
    expect(understand("-tag:Umzug -kategorie:„Miete und mehr“ -von:mir")).toMatchObject({
      ...{ words: [], tags: [], categories: [], mine: false },
      not: { tags: ["Umzug"], categories: ["Miete und mehr"], mine: true },
    })
    expect(withoutOperators("Haus -tag:Umzug -§ 21 WoGG -60.000 von:Müller, Sabine Miete")).toBe("Haus Miete")
  })

  it.each(["§", "§§", "???", "-", "–", '""', "„“", "…", "\u00ad", ". , ;", "👍", "()"])(
    "%s says nothing",
    (typed) => {
      const nothing = understand("")
      expect(understand(typed)).toEqual(nothing)
    },
  )

  it("becomes the beginning of a question without its operators, otherwise as typed", () => {
    expect(withoutOperators("tag:„Um\u00adzug“ Miete – Garage‑Platz -Haus von:mir „genau so“")).toBe(
      "Miete – Garage‑Platz genau so",
    )
  })
})

describe("what is marked", () => {
  const marked = (q: string, text: string) =>
    markAll(text, matcherOf(understand(q).words, false))
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join("")
  it.each([
    [
      "Lastenzuschuss",
      "Der Last\u00aden\u00adzu\u00adschuss, neu",
      "Der [Last\u00aden\u00adzu\u00adschuss], neu",
    ],
    ["Last\u00adenzuschuss", "Der Lastenzuschuss", "Der [Lastenzuschuss]"],
    ["Pflegegeld", "P\ufb02egegeld\u00adanspruch", "[P\ufb02egegeld\u00adanspruch]"],
    ["60000", "60 000 € und 60.000,50", "[60 000] € und 60.000,50"],
    ["9.7.2024", "am 09.07.2024, 9. Juli 2024, 8.7.2024", "am [09.07.2024], [9. Juli 2024], 8.7.2024"],
    ["Juli 2024", "am 09.07.2024 und 2024-07-09", "am 09.[07.2024] und [2024-07]-09"],
    ["Paragraf 21 WoGG", "nach § 21 WoGG, Par. 21", "nach [§ 21] [WoGG], [Par. 21]"],
    ["Abs. 2", "im Absatz 2", "im [Absatz] [2]"],
    ["der Miete", "in der Miete", "in der [Miete]"],
    ["der", "in der Miete", "in [der] Miete"],
  ])("by %s in %s", (q, text, expected) => {
    expect(marked(q, text)).toBe(expected)
  })
})

describe("quotation marks", () => {
  it.each([
    "„Kosten der Unterkunft“",
    "»Kosten der Unterkunft«",
    "›Kosten der Unterkunft‹",
    "‚Kosten der Unterkunft‘",
  ])("%s is a sequence", (typed) => {
    expect(understand(typed).phrases).toEqual(["Kosten der Unterkunft"])
    expect(withoutOperators(typed)).toBe("Kosten der Unterkunft")
  })

  it("leave apostrophes alone", () => expect(understand("D’Angelo’s ‘n").phrases).toEqual([]))
})
