import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { describe, expect, it, test } from "vitest"
import { findPersonalData, type PersonalDataKind } from "../../../server/forum/recognition/personal-data.ts"
import { readExample } from "../../../server/seed/reading/index.ts"
import { PROSE } from "./prose.ts"

const { announcements, bestPractices, categories, people, questions } = readExample()

/** Sentences as they are written in offices; what must be found stands between ⟦ and ⟧. */
const HOLDING: Partial<Record<PersonalDataKind, string[]>> = {
  address: [
    "Sie wohnt in der ⟦Musterstraße 12a⟧.",
    "Anschrift: ⟦Hauptstr. 5⟧",
    "Er wohnt ⟦Am Alten Markt 3⟧ in einer Wohngemeinschaft.",
    "Die Wohnung liegt in der ⟦Straße des 17. Juni 135⟧.",
    "⟦Lange Straße 4⟧\n⟦86150 Augsburg⟧",
    "Umzug in die ⟦Berliner Straße 10-12⟧ zum 1. Mai",
    "⟦Karl-Marx-Allee 33, 10178 Berlin⟧",
    "wohnhaft ⟦Von-der-Tann-Str. 3⟧",
    "gemeldet in der ⟦Rosengasse 7⟧",
    "Das Haus ⟦Mühlenweg 23⟧ gehört ihr.",
    "Neue Adresse ist ⟦Am Hof 3, 50667 Köln⟧.",
    "zieht an den ⟦Marktplatz 1⟧, Erdgeschoss",
    "Mietobjekt ⟦Rathausufer 19⟧, zweiter Stock",
    "⟦Elbchaussee 402, 22609 Hamburg⟧",
    "Er lebt ⟦Unter den Linden 77⟧.",
    "Wohnung ⟦Kaiserdamm 5⟧, 3. OG",
    "Sie ist in den ⟦Ulmenring 8⟧ gezogen.",
    "⟦Bgm.-Müller-Str. 7⟧",
    "Die Miete für die ⟦Lindenallee 5⟧ beträgt 500 Euro.",
    "in der ⟦Schillerstraße 14 b⟧ gemeldet",
    "⟦Musterstraße\u00a012⟧",
    "⟦Muster\u00adstraße 12⟧",
    "Zustellung an ⟦Platz der Republik 1⟧",
    "Bescheid ging an die ⟦St.-Anna-Gasse 5⟧.",
    "Sie wohnt ⟦Im Winkel 4⟧, ihr Sohn auch.",
    "Sein Zimmer ist im ⟦Hans-Böckler-Weg 2⟧.",
    "Adresse: ⟦Zur Linde 12, 34117 Kassel⟧",
    "Familie im ⟦Amselsteig 9⟧, vier Kinder",
    "Sie ist nach ⟦86150 Augsburg⟧ gezogen.",
    "Neuer Wohnort: ⟦D-86150 Augsburg⟧",
    "PLZ ⟦86150⟧",
    "Er kommt aus ⟦01067 Dresden⟧.",
    "⟦61348 Bad Homburg⟧",
    "Umzug nach ⟦60311 Frankfurt am Main⟧",
    "⟦Hauptstraße 5⟧, ⟦D 86152 Augsburg⟧".replace("⟧, ⟦", ", "),
    "Er wohnt jetzt ⟦Musterstrasse 12 - 14⟧.",
    "⟦Maxstr.4, 86150 Augsburg⟧",
    "⟦In den Auen 5⟧",
    "⟦An der Alten Mühle 7⟧",
    "Ku'damm: ⟦Neuer Wall 80⟧",
    "⟦Alexanderplatz 1, 10178 Berlin⟧",
    "wohnhaft in ⟦86150 Augsburg, Maximilianstraße 4⟧",
    "c/o ⟦Meyer⟧, ⟦Postdamm 3a, 12345 Musterstadt⟧",
    "Sie wohnt in ⟦Gersthofen, 86368⟧.",
    "Wohnort: ⟦Königsbrunn (86343)⟧",
    "Er ist verzogen nach ⟦Bad Wörishofen, 86825⟧.",
    "wohnhaft: ⟦Ludwigstr. 12 1/2, 86152 Augsburg⟧",
    "Anschrift: ⟦Am Katzenstadel 5/II, 86152 Augsburg⟧",
    "Postadresse ⟦Postfach 10 02 11, 86135 Augsburg⟧",
    "Er wohnt ⟦Vorderer Lech 10 a⟧",
    "Sie wohnt ⟦Bei St. Ursula 4⟧.",
  ],
  name: [
    "⟦Thi Lan Mai⟧ hat gestern angerufen.",
    "⟦Nguyen Thi Mai⟧ wohnt seit Mai hier.",
    "Der Vermieter (⟦Kaczmarowski⟧) will kündigen.",
    "Bitte bei ⟦Ahmad Al-Hassan⟧ nachfragen.",
    "Name: ⟦Zwickl, Alfons⟧",
    "Haushaltsmitglied 2: ⟦Lukas Brunner⟧",
    "Familie ⟦El Amrani⟧ ist umgezogen.",
    "Die Kinder ⟦Emma und Paul⟧ sind im Haushalt.",
    "Viele Grüße, ⟦Tobias⟧",
    "Ich bin ⟦Jana Wolff⟧ und habe eine Frage.",
    "Zu ⟦Renate Hofstetter⟧ liegt nichts vor.",
    "Die Miete zahlt ⟦Giuseppe Esposito⟧ bar.",
    "Vermieter ist ⟦Josef Brandl⟧, ⟦Bahnhofstr. 3, 86368 Gersthofen⟧.",
    "Laut ⟦Dr. Eisenbarth⟧ ist sie pflegebedürftig.",
    "Das Attest stammt von ⟦Dr. med. Uta Eisenbarth⟧.",
    "Von: ⟦Zirngibl, Sabine⟧ <⟦s.zirngibl@example.org⟧>",
    "Kundin ⟦Thoma⟧ rief hier an.",
    "Ich habe mit ⟦Petra Kaczmarowski⟧ telefoniert.",
    "⟦Kaczmarowski⟧ hat angerufen.",
    "Heute hat ⟦Petra Kaczmarowski⟧ angerufen und nach ihrem Bescheid gefragt.",
    "⟦Müller⟧ rief gestern an.",
    "Die Antragstellerin ⟦Ayşe Yıldız⟧ legte die Unterlagen vor.",
    "Antragsteller ⟦Nguyễn Văn Hùng⟧ bezieht Rente.",
    "Antragstellerin ⟦Kaczmarowski⟧ fragt nach dem Stand.",
    "⟦Petra Kaczmarowski⟧, geboren am ⟦12.03.1961⟧, wohnt allein.",
    "⟦Özgür Şahin⟧, wohnhaft in Augsburg",
    "Telefonat mit ⟦Jan Nowak⟧ am Montag",
    "⟦Petra K⟧. hat angerufen",
    "⟦Kaczmarowski, Petra⟧ wohnt allein.",
    "Gestern Anruf ⟦Kaczmarowski⟧",
    "⟦Kaczmarowski⟧ wünscht Rückruf",
    "Habe ⟦Kaczmarowski⟧ angerufen, nicht erreicht.",
    "Akte ⟦Kaczmarowski⟧ liegt bei mir.",
    "Zahlungsempfänger ist ⟦Erika Mustermann⟧",
    "Ich heiße ⟦Petra Kaczmarowski⟧",
    "Es rief ⟦Petra Kaczmarowski⟧ an.",
    "Angerufen hat ⟦Piotr Wiśniewski⟧.",
    "wohnhaft bei ⟦Müller⟧",
    "Von: ⟦Petra Kaczmarowski⟧\nBetreff: Umzug",
    ">>> ⟦Jan Nowak⟧ 03.11.2026 10:15 >>>",
    "Im Auftrag\n\n⟦Kaczmarowski⟧",
    "Hochachtungsvoll\n⟦Dr. Müller⟧",
    "MfG\n⟦P. Kaczmarowski⟧\nTeamleiterin\nTel. ⟦0821 324-1234⟧",
    "Der Kunde ⟦Mehmet Öztürk⟧ bittet um Rückruf.",
    "Die Mieterin ⟦Szymanski⟧ ist ausgezogen.",
    "Wir haben mit ⟦K. Müller⟧ gesprochen.",
    "⟦P. Kaczmarowski⟧ hat angerufen.",
    "Name: ⟦Kaczmarowski⟧",
    "Name: ⟦Petra von der Heide⟧",
    "Fam. ⟦Yilmaz⟧ ist umgezogen.",
    "⟦Hans-Peter Müller-Lüdenscheidt⟧ hat heute angerufen.",
    "Laut ⟦Thi Hoa Nguyen⟧ telefonisch mitgeteilt",
    "Der Vermieter ⟦Wolfgang Schmitt⟧ bestätigt die Miete.",
    "ihr Ehemann ⟦Tomasz Kowalczyk⟧ verdient 1.500 Euro",
    "Ihre Tochter ⟦Leyla⟧ geht zur Schule.",
    "Anruf von ⟦Schmidt⟧ um 10 Uhr",
    "⟦D'Angelo⟧ hat gestern angerufen.",
    "⟦Kacz\u00admarowski⟧ hat angerufen.",
    "Rückruf bei ⟦Chiara D’Angelo⟧ erledigt",
    "Frau ⟦Kaczmarowski⟧ hat mit ⟦Olena Shevchenko⟧ telefoniert.",
    "Zuletzt sprach ich mit ⟦Ahmad Haddad⟧, er wohnt bei seiner Schwester.",
    "Die Versicherte ⟦Erika Mustermann⟧ ist verstorben.",
    "Betreuer ist ⟦Uwe Krause⟧, Telefon ⟦0821 324-1234⟧.",
    "Er heißt ⟦Popović⟧.",
    "Mit freundlichen Grüßen\n⟦Petra Kaczmarowski⟧\nSachbearbeiterin",
    "MfG\n⟦Huber⟧",
    "i. A. ⟦Kaczmarowski⟧",
    "gez. ⟦Müller⟧",
    "Viele Grüße\n\n⟦Dr. Jens Albrecht⟧\nAmt für Soziales",
    "Mit freundlichen Grüßen\ni. A. ⟦S. Berger⟧\nStadt Augsburg",
    "Antragsteller: ⟦Müller, Hans⟧",
    "⟦Müller, Hans⟧ hat angerufen",
    "Kundin ⟦Fatima El-Sayed⟧ war heute hier.",
    "Bei ⟦Sabine Maier⟧ ist ein Kind eingezogen.",
    "Widerspruch von ⟦Bogdan Ionescu⟧",
  ],
  "birth-date": [
    "Er, Jahrgang ⟦1944⟧, lebt allein.",
    "geboren im ⟦März 1961⟧",
    "Sie ist im ⟦März 1961⟧ geboren.",
    "geb. ⟦1961⟧",
    "Geburtsjahr: ⟦1961⟧",
    "Er ist Jahrgang ⟦1961⟧.",
    "(Jahrgang ⟦1988⟧)",
    "*⟦12.03.1961⟧",
    "alleinstehend, *⟦12.03.1961⟧",
    "geb am ⟦12.03.1961⟧",
    "Geb.-Datum ⟦12. 03. 1961⟧",
    "geboren am ⟦12.\u00a003.\u00a01961⟧",
    "geboren in Kassel am ⟦3. Mai 1975⟧",
    "wurde ⟦1961⟧ geboren".replace("⟦1961⟧ geboren", "im Jahr ⟦1961⟧ geboren"),
    "geb. ⟦12\u200b.03.1961⟧",
  ],
  "licence-plate": [
    "Kennzeichen ⟦A-BC 123⟧",
    "Das Auto mit dem Kennzeichen ⟦M XY 1234E⟧ gehört ihm.",
    "Halter des Pkw ⟦HH-AB 12⟧",
    "⟦KS-PK 815⟧ parkt im Hof.",
    "Fahrzeug ⟦B–MW 4711⟧",
    "⟦MTK-AB 123H⟧",
    "Bewohnerparkausweis für ⟦K AB 12⟧",
    "sein Wagen (⟦A-X 99⟧)",
    "⟦WÜ-LB\u00a0400⟧",
    "⟦GAP-AB123⟧",
  ],
  email: [
    "⟦petra.kaczmarowski(at)example.org⟧",
    "⟦kaczmarowski [at] web.de⟧",
    "⟦p.kaczmarowski (ät) gmx.de⟧",
    "⟦petra.k at example dot org⟧",
    "⟦kaczmarowski at web.de⟧",
    "⟦petra [at] example [punkt] org⟧",
    "⟦petra\u00ad.k@exam\u200bple.org⟧",
    "⟦petra{at}example.org⟧",
    "⟦PETRA.K@EXAMPLE.ORG⟧",
  ],
  "tax-id": [
    "Steuer-ID ⟦86 095 742 719⟧",
    "IdNr. ⟦86\u00a0095\u00a0742\u00a0719⟧",
    "⟦86.095.742.719⟧ ist ihre Nummer.",
    "⟦86/095/742/719⟧",
    "Steuernummer ⟦93/815/08152⟧",
    "St.-Nr. ⟦181/815/08155⟧",
    "Steuernummer: ⟦2893081508152⟧",
  ],
  "pension-number": [
    "RV-Nr. ⟦15 070649 C 103⟧",
    "⟦15\u00a0070649\u00a0C\u00a0103⟧",
    "⟦15-070649-C-103⟧",
    "⟦15 07 06 49 C 10 3⟧",
    "⟦15070649c103⟧",
  ],
  "health-number": ["Karte ⟦A 123 456 780⟧", "⟦A123 456 780⟧", "⟦A\u00a0123456780⟧"],
  iban: [
    "⟦DE89 3704\u00a00044 0532\u202f0130 00⟧",
    "⟦DE 89 3704 0044 0532 0130 00⟧",
    "⟦DE89-3704-0044-0532-0130-00⟧",
    "⟦DE89 3704 0044\n0532 0130 00⟧",
    "⟦DE89\u00ad37040044\u200b0532013000⟧",
    "IBAN:⟦DE89370400440532013000⟧",
  ],
  phone: [
    "0821 / 324–1234".replace(/.*/, "⟦$&⟧"),
    "Tel. ⟦0821\u202f/\u202f324‑1234⟧",
    "Mobil: ⟦0171/123 45 67⟧",
    "⟦+49\u00a0821\u00a03241234⟧",
    "Tel.: ⟦0821.324.1234⟧",
    "⟦(0821) 324-1234⟧",
    "erreichbar unter ⟦0821 3241234⟧",
    "⟦08\u200b21 3241234⟧",
    ...[
      ...["0821 324-1234", "(0821) 3241234", "+49 821 324 1234", "0821/324 12 34", "01 51 23 45 67 89"],
      ...["(08 21) 3 24 12 34", "08 21 / 3 24 12 34", "0 89/12 34 56", "0821.324.1234", "0821-3241234"],
      ...["+49 (0)821 324-1234", "(+49) 821 3241234", "+49-821-324-1234", "0049 821/3241234", "08213241234"],
      ...["0151 2345 6789", "01512 3456789", "033203 12345", "+1 212 555 0100", "0821 / 324 - 12 34"],
    ].map((number) => `Ich erreiche sie mit ⟦${number}⟧ nicht.`),
    "Sie sagt (⟦0821 3241234⟧), das sei ihr recht.",
    "Tel.-Nr.: ⟦324 12 34⟧",
    "Telefon (privat): ⟦324-1234⟧",
  ],
}

const NAMED = Object.entries(HOLDING).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const))

describe("what people write in offices", () => {
  it("has examples of each kind", () => expect(NAMED.length).toBeGreaterThanOrEqual(120))

  test.each(NAMED)("%s: %s", (kind, marked) => {
    const text = marked.replace(/[⟦⟧]/g, "")
    const found = findPersonalData(text)
    expect(found.map((finding) => finding.text)).toEqual(
      Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), ([, inside]) => inside),
    )
    expect(found.map((finding) => finding.kind)).toContain(kind)
  })
})

describe("behind professions, and what somebody is called", () => {
  test.each([
    "Rechtsanwalt ⟦Gröbner⟧ hat geschrieben.",
    "Anwältin ⟦Carla Brecht⟧ vertritt ihn.",
    "Schreiben von Rechtsanwalt ⟦Gröbner⟧ vom 3. Mai",
    "Das sagt Notarin ⟦Zwickl⟧.",
    "Ärztin ⟦Gröbner⟧ stellt das Attest aus.",
    "Betreuer ⟦Kralik⟧ hat angerufen.",
    "Schreiben von Vermieter ⟦Kralik⟧",
    "Die Betreuerin ⟦Kralik⟧ war da.",
    "Der Rechtsanwalt ⟦Kralik⟧ bat um Akteneinsicht.",
    "Hausarzt ⟦Kralik⟧ bestätigt das.",
    "das Schreiben des Notars ⟦Kralik⟧",
    "Rechtsanwalt und Notar ⟦Kralik⟧",
    "Rechtsanwältin von ⟦Gröben⟧ schreibt",
    "RAin ⟦Brecht⟧ meldet sich",
    "die Hebamme ⟦Sabine⟧ war da",
    "Bürgermeisterin ⟦Kralik⟧ hat zugesagt.",
    "Notar ⟦Dr. Kralik⟧",
    "Das schreibt ⟦Dr. Jens Müller⟧.",
    "unser Anwalt ⟦Müller⟧",
    "Sie heißt ⟦Petra⟧.",
    "Die Kinder heißen ⟦Petra⟧ und wohnen hier.",
    "eine Frau namens ⟦Petra⟧",
    "ein Mann namens ⟦Kralik⟧",
    "eine Kundin mit Namen ⟦Xanthippe⟧",
    "Die Tochter heißt mit Vornamen ⟦Petra⟧",
    "⟦Petra⟧ heißt die Tochter.",
    "Ihr Vorname ist ⟦Petra⟧.",
    "Mein Name ist ⟦Kralik⟧.",
  ])("%s", (marked) => {
    const found = findPersonalData(marked.replace(/[⟦⟧]/g, "")).map(({ kind, text }) => `${kind}: ${text}`)
    expect(found).toEqual(Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), ([, inside]) => `name: ${inside}`))
  })

  test.each([
    "Er arbeitet bei Dr. Oetker.",
    "Die Firma Dr. Klein zahlt.",
    "Dr. Oetker Tiefkühlprodukte KG",
    "Dr. von Haunersches Kinderspital",
    "das Einvernehmen des Robert Koch-Institutes",
    "Rechtsanwalt der Gegenseite",
    "Betreuer oder Bevollmächtigter",
    "Notarin und Notar, Ärztin oder Arzt",
    "Rechtsanwältin oder Rechtsanwalt beiordnen",
    "Hat der Vermieter Mietbescheinigungen ausgestellt?",
    "dass der Arzt Atteste ausstellt",
    "mit behandelndem Arzt Einvernehmen herstellen",
    "Wenn Vermieter Kautionen verlangen",
    "Als Betreuer Anträge stellen",
    "Mit Vermieter Rücksprache halten",
    "Anwalt Gebühren, Arzt Termin, Notar Urkunde",
    "Richterin am Amtsgericht, Richterin Amtsgericht Augsburg",
    "dem Vermieter Miete zahlen",
    "Das heißt Wohngeld wird gezahlt.",
    "Das heißt: Kinder zählen mit.",
    "ein Verfahren namens Elster",
    "ein Programm namens Lisa",
    "Wie heißt Kindergeld auf Englisch?",
    "Das hieß früher Sozialhilfe.",
  ])("nobody in: %s", (text) => expect(findPersonalData(text)).toEqual([]))
})

test.each([
  ...[
    "08.00 - 12.00 Uhr",
    "09.00-11.30 Uhr",
    "01.02.2024",
    "01/02/2024",
    "02.03.-04.05.2026",
    "05/2023 - 06/2024",
  ],
  ...["0123/2026", "0816 26 123", "01 02 03 04 05 06", "08 10 12 14 16", "0800 4 5555 00", "0180 5 123456"],
  ...[
    "01067 1234567",
    "0012-34",
    "ISBN 0-306-40615-2",
    "Vordruck 0815 2024",
    "07 2024 08 2024",
    "01.02.20.03",
  ],
])("%s is no telephone number", (text) => expect(findPersonalData(`Das ist ${text} gewesen.`)).toEqual([]))

/** Nobody is meant: amounts, norms, offices, streets without a number, people without a name. */
const HARMLESS = [
  "Das Robert Koch Institut, die Sophie Scholl Schule und das Konrad Adenauer Haus haben angerufen.",
  "Robert Bosch GmbH, Carl Zeiss Meditec AG, Rosa Luxemburg Stiftung, Martin Luther King Platz",
  "Raum Sophie Scholl, Haus Elisabeth Selbert, Elisabeth Hospiz, Barbara Apotheke, Felix Burda Preis",
  "Maria Himmelfahrt ist Feiertag. Otto Normalverbraucher",
  "Ab Mai 2026 gilt es. Ende Mai hat sie angerufen. Do Mai hat angerufen",
  "Die Wohnung kostet 86159 Euro im Jahr. Aktenplan 50123 Soziales, Buchung 12345 Konten",
  "Fachbereich Soziales hat gestern angerufen.",
  "In Augsburg, 86368 Euro wurden bewilligt. Haushaltsstelle, 86368",
  "Name: Pflichtfeld",
  "Antragsteller: Einzelperson\nKind 1: Schulkind\nVermieter: Genossenschaft",
  "Viele Grüße, Wohngeldstelle",
  "Der Fall (Rückforderung) ist offen. Die Kollegin (Teilzeit) ist krank.",
  "10115 Euro, 86150 EUR und 12345 Euro Nachzahlung",
  "12345 Haushalte, 10500 Anträge, 86150 Bescheide, in 10115 Fällen",
  "Aktenzeichen fehlt, Vorgang 12345 Wohngeld",
  "Drucksache 20/12345 Seite 3, BGBl. 2022 I Nr. 41",
  "DIN EN ISO 17065, Ausgabe 2013; DIN 18040 Teil 2",
  "Haushaltsstelle 50010 Personalkosten, Produkt 31280 Wohngeld",
  "Formular 12345 Anlage 2, Vordruck 10115 Blatt 1",
  "rund 86150 Einwohnerinnen und Einwohner",
  "PLZ und Ort fehlen noch.",
  "Die A 4 und die B 10 sind gesperrt.",
  "Die Regel steht in § 37 SGB X. Maßgeblich ist die Aufgabe zur Post.",
  "Der Schuldner Wohnsitz, Sitz oder Geschäftsleitung; Gesamtschuldner der Gebühr",
  "Macht die antragstellende Person keine Angaben, ist der Antrag abzulehnen.",
  "SGB X § 45, SGB XII § 41, WoGG § 3, AO § 139b",
  "BSG B 4 AS 27/10 R, BVerwG 5 C 22.13, BGH XII ZB 123/20",
  "DIN EN 1234, ISO 9001, EU-VO 883/2004, VO (EU) 2016/679",
  "BG 12, Anlage WG 3, Raum B 123",
  "Mietenstufe III, Stufe IV, Teil A Nr. 3, Anlage EK 2",
  "Bundesstraße 5, Landesstraße 123, Kreisstraße 12",
  "auf dem Rechtsweg 2 Jahre, Umweg 3 km, Dienstweg",
  "Am Montag 3 Stunden, Im Mai 2026, Zum Stichtag 31.12.",
  "In Zeile 12, Feld 5, Spalte 3, Anlage 2, Anhang 3 eintragen.",
  "Im Antragsfeld 12 und im Fragebogen 2 steht nichts.",
  "Der Ablehnungsgrund 2 und der Härtegrund 1 liegen vor.",
  "Einkommenshöhe 500 Euro, Miethöhe 600",
  "Ein Arbeitsplatz 20 km entfernt, der Kitaplatz 300 Euro",
  "Der Gerichtshof 2. Kammer entschied; der Wohnungsmarkt 2026",
  "Die Straße ist gesperrt, der Weg 2 Minuten lang.",
  "In der Straße stehen 5 Häuser.",
  "Im Jahr 2026, Im Fall 2, Zur Frage 3, Zum Punkt 4",
  "Ich habe mit dem Jobcenter telefoniert.",
  "Wir haben mit der Kollegin gesprochen.",
  "mit Kolleginnen und Kollegen gesprochen",
  "mit Vermieter und Hausverwaltung telefoniert",
  "mit Behörden gesprochen, bei Gericht beantragt",
  "Das Jobcenter hat angerufen.",
  "Die Antragstellerin hat angerufen.",
  "Niemand hat angerufen. Jemand hat angerufen. Wer hat angerufen?",
  "Gestern hat die Mieterin angerufen.",
  "Sie hat angerufen. Er rief an. Es hat geklappt.",
  "Antragstellerin und Kind wohnen zusammen.",
  "Antragsteller Wohngeld, Antragstellerin Einkommen",
  "Der Antragsteller hat angerufen und ist wohnhaft in Augsburg.",
  "Die Mieterin ist ausgezogen, der Vermieter wohnt im Haus.",
  "Kundin, Kunde und Vermieter wurden telefonisch informiert.",
  "Die Versicherte ist wohnhaft im Inland.",
  "Personen, die in Deutschland geboren sind",
  "Kinder, die nach dem 31.12.2025 geboren wurden",
  "vor 1964 geboren, nach 1991 geborene Kinder",
  "Versicherte der Geburtsjahrgänge 1947 bis 1963",
  "Jahrgang 2026 der Zeitschrift, im Jahrgang 1961 bis 1964",
  "Das Kind ist noch nicht geboren.",
  "Im März 2026 ist der Antrag eingegangen.",
  "* 12.03.2026 Antrag\n* 13.03.2026 Bescheid",
  "5*3 = 15, 2 * 3.5.2026",
  "Look at example.org, mehr dazu at the office",
  "Termin @ 10 Uhr, 5 @ 3 Euro",
  "um 10:30 Uhr, von 8.00-12.00 Uhr, 24.12.2026",
  "1.234.567,89 Euro, 60 000 Euro, 12.345,67 EUR",
  "Rechnung 2026-12345, Kassenbuch 4711/2026",
  "86095742718 ist keine Steuer-ID im Haushalt.",
  "12 345 678 901 Einwohner",
  "Steuernummer fehlt; die Steuernummer vergibt das Finanzamt.",
  "Die Rentenversicherungsnummer ist anzugeben.",
  "Versichertennummer, IBAN und BIC werden gebraucht.",
  "BIC COBADEFFXXX, USt-IdNr. des Betriebs",
  "Die IBAN beginnt mit DE und hat 22 Stellen.",
  "Telefonisch nicht erreichbar; Telefonnummer fehlt.",
  "Tel. liegt nicht vor. Fax gibt es nicht.",
  "Mit freundlichen Grüßen\nStadt Augsburg\nWohngeldstelle",
  "Mit freundlichen Grüßen\nIhre Wohngeldstelle",
  "MfG\nDas Team",
  "Viele Grüße aus dem Amt",
  "i. A. der Stadt, i. V. m. § 28 WoGG, im Auftrag des Amtes",
  "gez. am 12.03.2026",
  "Das Robert Koch-Institut meldet neue Zahlen.",
  "Die Friedrich-Ebert-Stiftung schrieb 2026 darüber.",
  "Gehört der Betreuer zum Haushalt?",
  "Ihr Sohn verdient 500 Euro, die Tochter wohnt im Heim.",
  "Eine Kollegin fragt: Wann wird Wohngeld gezahlt?",
  "Name: siehe Anlage. Name und Anschrift fehlen.",
  "Adresse: unbekannt. Anschrift: liegt vor.",
  "Die Familie wohnt im Eigenheim, das Kind im Internat.",
  "Wer wohnt in der Wohnung? Drei Personen, 75 qm.",
  "Kindergeld, Kinderzuschlag und Unterhaltsvorschuss angerechnet",
  "Rufen Sie die Hotline an. Bitte rufen Sie zurück.",
  "Hat die Mutter angerufen? Hat der Vermieter unterschrieben?",
  "Guten Tag, ich habe eine Frage zum Antrag auf Wohngeld.",
  "Nach Rücksprache mit Grundsatz und Recht gilt das ab Mai.",
  "Wohngeldverordnung 2026, Wohngeld-Plus-Gesetz, WoGVwV 15.01",
]

describe("what means nobody in offices", () => {
  it("has examples enough", () => expect(HARMLESS.length).toBeGreaterThanOrEqual(80))
  test.each(HARMLESS)("%s", (text) =>
    expect(findPersonalData(text).map((finding) => `${finding.kind}: ${finding.text}`)).toEqual([]),
  )
})

/** Everything that people read of a content: its texts, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.includes(" ") ? [value] : []
  if (typeof value !== "object" || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

const lawOf = (path: string) =>
  gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line))

/** Marks in texts that mean nobody, each thousand words. */
function marksIn(name: string, texts: string[]): number {
  const words = texts.join(" ").split(/\s+/).length
  // "Frau Vogt": the names of those who write in the example are rightly marked.
  const own = people.flatMap((person) => textsOf(Object.values(person))).join(" ")
  const marks = texts
    .flatMap((text) => findPersonalData(text))
    .filter(({ kind, text }) => kind !== "name" || !own.includes(text.replace("’", "'")))
  const kinds = Object.entries(Object.groupBy(marks, ({ kind }) => kind))
    .map(([kind, all]) => `${kind} ${all?.length}`)
    .join(", ")
  const rate = (1000 * marks.length) / words
  console.log(
    `${name}: ${marks.length} marks in ${words} words, ${rate.toFixed(3)} a thousand (${kinds || "none"})`,
  )
  return rate
}

describe("of a thousand words that mean nobody, at most one is marked", () => {
  const content = { questions, bestPractices, announcements, categories }
  test("in the example content", () =>
    expect(marksIn("example content", textsOf(content))).toBeLessThanOrEqual(1))
  test("in prose of an administration", () => expect(marksIn("prose", [PROSE])).toBeLessThanOrEqual(1))
  test.runIf(process.env.CORPUS)("in the texts of CORPUS, a file of JSON lines, gzipped", () =>
    expect(marksIn("corpus", textsOf(lawOf(process.env.CORPUS ?? "")))).toBeLessThanOrEqual(1),
  )
})
