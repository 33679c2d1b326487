import { isFirstName } from "../../kernel/first-names.ts"
import type { Span } from "./addresses.ts"
import { isClosing } from "./mail-patterns.ts"
import { isInitial, isSurname } from "./person-names.ts"
import { isNoWord, looksLikeSurname } from "./surnames.ts"

/** Finds names without "Herr" or "Frau" beside words that are said of people. Texts come folded. */
export function* findNamedPeople(text: string): Generator<Span> {
  for (const match of text.matchAll(NAME))
    for (const name of namesIn(text, match.index, match[0])) {
      const before = text.slice(Math.max(0, name.start - AROUND), name.start)
      const behind = text.slice(name.end, name.end + AROUND)
      if (!isNamed(name, before, behind)) continue
      yield { start: name.start, end: name.end }
      break
    }
  yield* findInForms(text)
  yield* findWithTitle(text)
  yield* findSignatures(text)
}

/** "Dr. Eisenbarth", "Prof. Dr. med. Uta Eisenbarth" */
function* findWithTitle(text: string): Generator<Span> {
  for (const { indices, groups } of text.matchAll(WITH_TITLE)) {
    const place = indices?.groups?.name
    const words = (groups?.words ?? "").split(/\s+/)
    const isName = words.every((word) => isSurname(word) && !isNoName(word) && !looksLikeNoun(word))
    if (place && isName) yield { start: place[0], end: place[1] }
  }
}

/** "Name: Zwickl, Alfons": behind such a label and alone in its line stands a name, known or not. */
function* findInForms(text: string): Generator<Span> {
  for (const { indices, groups } of text.matchAll(IN_FORM)) {
    const place = indices?.groups?.name
    const words = (groups?.name ?? "").split(/[,\s]+/)
    const isName = words.every((word) => isSurname(word) && !isNoName(word) && !looksLikeNoun(word))
    if (place && isName) yield { start: place[0], end: place[1] }
  }
}

type Name = Span & {
  words: string[]
  /** Hints that are enough: 3 near it, 2 right beside it, 1 only in a firm phrase, 0 in none. */
  likeness: 0 | 1 | 2 | 3
}

const AROUND = 80
const PARTICLE = "(?:von|van|de|der|den|dem|zu|zur|el|al|di|da|del|dos|ten|ter|le|la|ibn|bin|abu)"
const WORD = "\\p{Lu}[\\p{L}\\p{M}]*(?:'[\\p{L}\\p{M}]+)*(?:-\\p{Lu}[\\p{L}\\p{M}']*)*"
/** One to five words with capitals, initials and "von der" between; "Müller, Hans" too. */
const NAME = new RegExp(
  `(?<![\\p{L}\\p{M}\\d'-])(?:\\p{Lu}\\.\\s?(?:-?\\p{Lu}\\.\\s?)?)?${WORD}(?:(?:,?[ \\t]\\n?|\\n)(?:${PARTICLE}[ ]){0,2}(?:\\p{Lu}\\.[ ]?)?${WORD}){0,4}(?:[ ]\\p{Lu}\\.(?=[ ]\\p{Ll}))?(?![\\p{L}\\d])`,
  "gu",
)

const WITH_TITLE = new RegExp(
  `(?<![\\p{L}.-])(?<name>(?:(?:Dr|Prof)\\.\\s?){1,3}(?:(?:med|jur|phil|rer|nat|pol|dent|vet|oec|Ing|h|c)\\.[ -]?){0,3}[ ]?(?:${PARTICLE}[ ]){0,2}(?<words>${WORD}(?:[ ]${WORD})?))(?![\\p{L}-]|[ ](?:GmbH|AG|KG))`,
  "dgu",
)
const IN_FORM = new RegExp(
  `(?<!\\p{L})(?:(?:Vor|Nach|Familien|Geburts|Ruf|Ehe)?[Nn]ame|Name,\\sVorname|(?:Antragsteller|Vermieter|Mieter|Eigentümer|Betreuer)(?:in)?|Ehefrau|Ehemann|Kind(?:\\s\\d)?|Haushaltsmitglied(?:\\s\\d)?):[ \\t]{1,3}(?<name>${WORD}(?:,?[ ]${WORD}){0,3})(?=[ \\t]{0,3}(?:$|\\n|;))`,
  "dgu",
)

/** Without words before and behind that are no part of it: the beginning of a sentence, a noun. */
function* namesIn(text: string, start: number, found: string): Generator<Name> {
  const all = Array.from(found.matchAll(/[^\s,]+/gu), ({ 0: word, index }) => ({ word, at: start + index }))
  for (let size = Math.min(all.length, 5); size > 0; size--)
    for (let from = 0; from + size <= all.length; from++) {
      const part = all.slice(from, from + size)
      const words = part.map(({ word }) => word)
      const [first] = part
      const last = part.at(-1)
      if (!first || !last) continue
      const between = text.slice(first.at, last.at)
      const isTurned = isTurnedAtComma(between, words)
      const likeness = isTurned ? 3 : likenessOf(words)
      if (likeness === 0) continue
      // Two lines and an enumeration are two things, unless they are certainly somebody's names.
      if (likeness < 3 && /[\n,]/.test(between)) continue
      // "Josef Brandl, Bahnhofstr.": behind the comma stand first names, or something else.
      if (between.includes(",") && !isTurned) continue
      yield { words, likeness, start: first.at, end: last.at + last.word.length }
    }
}

/** "Zirngibl, Sabine" */
function isTurnedAtComma(between: string, [surname = "", ...behind]: string[]): boolean {
  const isSure = isSurname(surname) && !isNoName(surname) && !looksLikeNoun(surname) && !isFirstName(surname)
  return (
    /^[^\s,]+,[^,\n]*$/.test(between) &&
    (isSure || looksLikeSurname(surname)) &&
    behind.every((word) => isFirstName(word) || isInitial(word))
  )
}

const IS_PARTICLE = new RegExp(`^${PARTICLE}$`)
/** "Nguyen Thi Mai": what is a month elsewhere is a first name behind these. */
const isVietnamese = (words: string[], at: number) =>
  at > 0 &&
  words[at] === "Mai" &&
  words
    .slice(0, at)
    .some((word) =>
      /^(?:Thi|Thị|Nguyen|Nguyễn|Tran|Trần|Pham|Phạm|Hoang|Hoàng|Huynh|Huỳnh|Phan|Dang|Đặng|Bui|Bùi|Ngo|Ngô|Duong|Dương|Truong|Trương|Trinh|Trịnh|Vu|Vũ|Đỗ|Le|Lê)$/u.test(
        word,
      ),
    ) &&
  words.slice(0, at).every((word) => word.length < 7)

const TITLE = /^(?:Dr|Prof|Dipl|Ing|Mag)\.?$/

function likenessOf(all: string[]): Name["likeness"] {
  const words = all.filter((word) => !IS_PARTICLE.test(word) && !TITLE.test(word))
  const isBroken = IS_PARTICLE.test(all[0] ?? "") || IS_PARTICLE.test(all.at(-1) ?? "")
  if (words.length === 0 || isBroken || words.some((word, at) => isNoName(word) && !isVietnamese(words, at)))
    return 0
  const [first = "", ...rest] = words
  const last = rest.at(-1)
  const isShortened = /^\p{Lu}\.(?:-?\p{Lu}\.)?$/u.test(first)
  if (last !== undefined && words.length === 2 && isFirstName(first) && isInitial(last)) return 3
  if (words.some((_, at) => isVietnamese(words, at))) return 3
  if (last !== undefined) {
    const isTurned = words.slice(1).every(isFirstName) && looksLikeSurname(first)
    if (isTurned || (isFirstName(first) && isSurname(last))) return 3
    if (isShortened && !looksLikeSurname(last)) return isSurname(last) && !looksLikeNoun(last) ? 1 : 0
    if (isShortened) return 3
    if (looksLikeSurname(last) && words.every(isSurname)) return 3
    return words.length <= 3 && words.every((word) => isSurname(word) && !looksLikeNoun(word)) ? 1 : 0
  }
  if (isInitial(first) || isShortened || first.length < 2) return 0
  if (looksLikeSurname(first)) return 2
  return isSurname(first) && !looksLikeNoun(first) ? 1 : 0
}

/** Words at the beginning of sentences and nouns of our work. */
const NO_NAME = new Set(
  `Ich Du Er Sie Es Wir Ihr Man Wer Was Wie Wo Wann Warum Welche Welcher Welches Wem Wen Jemand Niemand Keiner Keine Alle
  Beide Einige Viele Manche Andere Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Mein Meine Meiner Meinem Dein
  Deine Sein Seine Seiner Ihre Ihrer Ihrem Ihren Unser Unsere Unserer Unserem Dieser Diese Dieses Diesem Diesen Jener Jene
  Jeder Jede Jedes Heute Gestern Morgen Vorgestern Vorhin Eben Gerade Soeben Jetzt Nun Dann Danach Davor Vorher Nachher Bisher
  Schon Noch Nur Auch Aber Und Oder Doch Denn Weil Wenn Ob Dass Falls Sofern Soweit Obwohl Während Nachdem Bevor Bis Seit Ab
  An Am Auf Aus Bei Beim Durch Für Gegen Hinter In Im Ins Mit Nach Neben Ohne Über Um Unter Von Vom Vor Wegen Zu Zum Zur
  Zwischen Laut Gemäß Trotz Statt Hat Habe Haben Hatte Ist Sind War Waren Wird Werden Wurde Kann Können Muss Müssen Soll
  Sollen Darf Dürfen Hier Dort Da Dazu Daher Deshalb Dabei Dafür Dagegen Damit Daraus Darauf Darüber Davon Leider Bitte Danke
  Hallo Guten Tag Moin Liebe Lieber Sehr Geehrte Geehrter Nein Ja Nicht Nichts Etwas Mehr Weniger Einmal Zweimal Mehrfach
  Telefonisch Persönlich Schriftlich Zuletzt Zunächst Später Mittlerweile Inzwischen Laut Siehe Vgl Stand Quelle Frage Antwort
  Sachverhalt Problem Thema Fall Hinweis Achtung Beispiel Kollege Kollegin Kollegen Kolleginnen Chef Chefin Leitung Amt Ämter
  Behörde Behörden Jobcenter Finanzamt Sozialamt Jugendamt Rathaus Bürgerbüro Bürgeramt Stadt Gemeinde Landkreis Kreis Land
  Bund Ministerium Bundesagentur Agentur Krankenkasse Kasse Bank Sparkasse Versicherung Rentenversicherung Gericht Polizei
  Anwalt Anwältin Rechtsanwalt Rechtsanwältin Steuerberater Steuerberaterin Arzt Ärztin Schule Kita Kindergarten Firma
  Arbeitgeber Arbeitgeberin Vermieter Vermieterin Vermietung Mieter Mieterin Mietern Hausverwaltung Verwaltung Eigentümer
  Eigentümerin Betreuer Betreuerin Betreuung Bewohner Bewohnerin Antragsteller Antragstellerin Antragstellern Kunde Kundin
  Kunden Bürger Bürgerin Bürgern Nachbar Nachbarin Nachbarn Partner Partnerin Ehegatte Ehegattin Eheleute Mann Frau Herr
  Herrn Familie Mutter Vater Sohn Tochter Kind Kinder Kindern Eltern Bruder Schwester Großeltern Oma Opa Person Personen
  Leute Team Referat Abteilung Sachgebiet Fachbereich Fachabteilung Zentrale Hotline Dolmetscher Dolmetscherin Beratung
  Beraterin Berater Sachbearbeiter Sachbearbeiterin Sachbearbeitung Fachstelle Wohngeldstelle Wohngeldbehörde Stelle Stellen
  Dame Damen Herren Wohngeld Bürgergeld Kindergeld Miete Antrag Anträge Bescheid Bescheide Widerspruch Frist Post Brief Mail
  Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai Juni Juli August September Oktober
  November Dezember Ende Anfang Mitte Name Vorname Nachname Geburtsname Familienname Anschrift Adresse Telefon Mobil Fax Datum
  Ort Straße Deutschland Österreich Schweiz Polen Türkei Syrien Ukraine Afghanistan Italien Spanien Frankreich Rumänien
  Bulgarien Vietnam Irak Iran Ausland Inland Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen
  Bremen Dresden Hannover Nürnberg Augsburg Kassel Musterstadt Bayern Hessen Sachsen Thüringen Brandenburg Saarland Art
  Verstorbene Verstorbener Betroffene Betroffener Versicherte Versicherter Berechtigte Beklagte Kläger Klägerin Zeuge Zeugin
  Unterschrift Anruf Anrufer Anruferin Rückruf Rückfrage Gespräch Vorsprache Notiz Vermerk Aktenvermerk Ergebnis Anliegen
  Haushalt Haushalte Haushaltsmitglied Einkommen Vermögen Rente Unterhalt Nachweis Nachweise Unterlagen Wohnung Haus Umzug
  Auszug Einzug Termin Sprechstunde Urlaub Vertretung Kopie Anlage Anlagen Betreff Gesetz Verordnung Gesetzgeber Grundlage
  Bundesrat Bundestag Bundesregierung Landesregierung Regierung Rat Ausschuss Vorstand Mitglied Mitglieder Träger Verband
  Gesellschaft Verein Unternehmen Unternehmer Beschäftigte Beschäftigter Arbeitnehmer Arbeitnehmerin Beamte Beamter Beamtin
  Präsident Präsidentin Senat Stiftung Kirche Hochschule Universität Institut Kammer Zoll Dritte Dritter Dritten Verfahren
  Auskunft Erklärung Antwort Zusage Absage Angebot Vertrag Rechnung Mahnung Zahlung Konto Geld Euro Summe Betrag Erbe Erben
  Pflegeheim Heim Heimleitung Krankenhaus Klinik Praxis Pflegedienst Sozialdienst Insolvenzverwalter Bevollmächtigte Vollmacht
  Untermieter Untermieterin Mitbewohner Mitbewohnerin Student Studentin Studierende Auszubildende Azubi Rentner Rentnerin
  Verkäufer Verkäuferin Käufer Käuferin Makler Maklerin Hausmeister Gast Ersatz Grund Sache Teil Zeit Jahr Monat Woche Stunde
  Minute Uhr Gymnasium Krankenkasse Abschnitt Satz Absatz Paragraf Artikel Regeln Regel Gebühr Gebühren Wahlgängen Akte Akten Vorgang Landesverbände Gesamtschuldner Kaufmann Fachmann Ehemann Eheleuten Soziales Jugend Bildung Finanzen
  Ordnung Umwelt Verkehr Gesundheit Kultur Sport Integration Migration Recht Personal Organisation Wirtschaft Inneres Beschwerde
  Himmelfahrt Hospital Hospiz Stift Apotheke Klinik Klinikum Online Normalverbraucher Suchen Suche
   Beistand Gutachter Gutachterin`.split(/\s+/),
)
/** "Robert Koch-Institut": the last part says what it is. */
const isNoName = (word: string) => {
  const bare = word.replace(/\.$/, "")
  const last = bare.split("-").at(-1) ?? ""
  return NO_NAME.has(bare) || (last !== bare && (NO_NAME.has(last) || looksLikeNoun(last)))
}

/** How nouns of our work end. */
const looksLikeNoun = (word: string) =>
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|nis|nisse|tum|ling|sal|ismus|amt|ämter|stelle|stellen|behörde|behörden|kasse|gericht|gesetz|ordnung|geld|gelder|hilfe|hilfen|rente|steuer|kosten|antrag|anträge|bescheid|pflicht|recht|recht[es]|zeit|jahr|monat|tag|stand|satz|stück|werk|haus|hause|raum|platz|ort|weg|stelle|dienst|büro|zentrum|center|verein|verband|bund|rat|träger|nehmer|nehmerin|geber|geberin|halter|halterin|steller|stellerin|bearbeiter|bearbeiterin|leiter|leiterin|berater|beraterin|betreuer|betreuerin|innen|erin|person|personen|frage|fragen|fall|fälle|falls|grund|mittel|akte|brief|schein|zettel|buch|programm|system|liste|gruppe|klasse|schule|arbeit|betrieb|firma|konto|vertrag|nachweis|unterlagen|wesen|anstalt|anwalt|anwältin|leistung|einkommen|miete|wohnung|teil|seite|zahl|wert|form|kind|kinder|kraft|kräfte|macht|art|weise|ende|beginn|schluss|schluß|bau|feld|gang|trag|halt|stoff|zug|ruf|gabe|nahme|sicht|spruch|schrift|schutz|führer|führung|meister|meisterin)$/.test(
    word,
  ) || /^\p{Lu}{2,}/u.test(word)

const PEOPLE =
  "(?:Antragsteller|ASt\\.?|Ast\\.?|Kund|Mieter|Untermieter|Vermieter|Hauptmieter|Bewohner|Mitbewohner|Eigentümer|Bürger|Klient|Mandant|Patient|Schuldner|Gläubiger|Kläger|Widerspruchsführer|Zeug|Nachbar|Betreuer|Bevollmächtigt|Ansprechpartner|Anrufer|Lebensgefährt|Partner|Ehegatt|Leistungsempfänger|Leistungsberechtigt|Versichert|Betroffen|Verstorben|Ratsuchend|Erblasser|Halter|Rentner|Student|Auszubildend|Kolleg|Sachbearbeiter|Dolmetscher|Zahlungsempfänger|Kontoinhaber)"
const FORMS = "(?:innen|in|e[rnms]?|es|n|s)?(?:[/:*_]-?(?:innen|in|n|e|r))?"
/** Right before a name: "Antragstellerin", "Name:", "namens", "wohnhaft bei". */
const TITLED = new RegExp(
  `(?:(?<![\\p{L}])(?:${PEOPLE}${FORMS}|Ehefrau|Ehemann|Witwe|Witwer|[Vv]erwitwete|[Gg]eschiedene|[Gg]eborene[rn]?|geb\\.|Sohn|Tochter|Mutter|Vater|Bruder|Schwester|Oma|Opa|Kind|Tante|Onkel|Neffe|Nichte|Enkel(?:in)?|Mündel))[ ]{0,2}:?[ ]\\(?$`,
  "u",
)
const LABELLED =
  /(?<![\p{L}])(?:(?:Vor|Nach|Familien|Geburts|Ruf|Ehe)?[Nn]ame[n]?|Betreff|Betrifft|Person|Fall|Akte|Gespräch mit|Telefonat mit|Anruf von|Rückruf(?: bei| an)?|Vorsprache(?: von)?|Antrag (?:von|des|der)|Widerspruch von|Schreiben von|Mail von|Brief von|Post von|Vermerk zu|Bescheid an|Vollmacht für|Vollmacht von|Akte von|namens|heißt|hieß|[Ii]ch bin|Beistand|Rechtsanwalt|Rechtsanwältin|RAin|RA|Beschwerde von|Konto von|Fall von|Sache|In Sachen|z\. ?Hd\. ?(?:v\.)?|c\/o|p\.A\.)[ ]?:?[ ]$|(?:^|\n)[ >*]*(?:Von|An|Cc|CC|Kopie|From|To|Absender):\*?[ ]$|(?:^|\n)>{2,3}[ ]?"?$/u
const SPOKEN_WITH = /(?<![\p{L}])(?:mit|bei|von|durch)[ ]$/u
const SPOKE =
  /^[ ](?:\([^)\n]{0,30}\)[ ])?(?:(?:heute|gestern|vorhin|eben|gerade|am|bereits|schon|kurz|lange|länger|mehrfach|nochmals|erneut|wieder|darüber|dazu|persönlich|telefonisch|\d[\d.:]*|Uhr|um|zu|noch|einmal|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)[ ]){0,5}(?:telefoniert|gesprochen|gechattet|geschrieben|vereinbart|abgesprochen|geklärt|besprochen|angerufen|telefonieren|sprechen|telefonierte|sprach|verheiratet|getrennt|zusammen|nachgefragt|nachfragen|anrufen|melden|nachhaken|rückversichern|erreicht|abgeholt|beantragt|eingereicht|unterschrieben|gemeldet|wohnt|zusammenlebt)(?!\p{L})/u
const DID =
  /^[ ](?:(?:hat|hatte|habe|haben|will|wollte|möchte|soll|kann|wird)[ ](?:[\p{Ll}\d][\p{Ll}\d.:]{0,14}[ ]){0,6}(?:angerufen|telefoniert|anrufen|vorgesprochen|zurückgerufen|zurückrufen|angefragt|nachgefragt|gefragt|geschrieben|mitgeteilt|gemailt|beantragt|eingereicht|vorgelegt|unterschrieben|vorbeigekommen|widersprochen|gekündigt|geklagt|gemeldet|umgezogen|ausgezogen|eingezogen|geheiratet|geboren)(?!\p{L})|(?:rief|ruft|meldete sich|meldet sich|telefonierte|sprach|wohnt|wohnte|lebt|lebte|zog|zieht|schrieb|schreibt|teilte|teilt|gab|legte|reichte|beantragt|beantragte|bat|bittet|fragt|fragte|wünscht|erschien|kam|ist|wurde|war)[ ](?:[\p{Ll}\d\p{Lu}][\p{L}\d.,:]{0,18}[ ]){0,6}?(?:an|zurück|vor|ein|mit|um|wohnhaft|gemeldet|geboren|verstorben|verheiratet|umgezogen|ausgezogen|eingezogen|erschienen|angerufen|verzogen|aus|telefonisch|heute|bei uns|in der|hier)(?![\p{L}])|,? (?:wohnhaft|geboren|geb\.|verstorben|verheiratet|verwitwet|geschieden|gemeldet|derzeit wohnhaft|zurzeit wohnhaft|zuletzt wohnhaft)(?!\p{L}))|^[ ]?(?:,[ ])?\(?(?:geb\.|geboren|\*[ ]?\d|wohnhaft|Tel\.|Telefon|Jahrgang)|^[ ]wohnhaft/u
/** Somewhere near: enough where it is certainly a name. */
const NEAR =
  /telefon|anruf|angerufen|\brief\b|\bruft\b|gesproch|wohnhaft|\bwohnt|\bwohnte|geboren|\bgeb\.|verstorben|verheiratet|geschieden|verwitwet|gemeldet|erreichbar|rückruf|zurückruf|zurückgerufen|beantragt|antragstell|kundin|\bkunde|anschrift|adresse|ausweis|betreut|umgezogen|eingezogen|ausgezogen|\bzieht\b|\blebt\b|mieter|haushaltsmitglied|bescheid an|ehefrau|ehemann|tochter|\bsohn\b|mutter|vater|konto|überwiesen|unterschrieb|eingereicht|vollmacht|schrieb|mailte|meldet|namens|heißt|\bkind\b|rente|einkommen|verdient|arbeitet|\biban\b|widerspruch|antrag|akte\b|bescheid|\bname\b|\bheiß|zahlung|betreff|geantwortet|gefragt|bewilligt|abgelehnt|liegt|\bvor\b|eingegangen|beschwert|bittet|bat\b|nachzahlung/iu
/** Right beside a name that is no word of the language: "Akte Kaczmarowski", "Anruf Kaczmarowski". */
const CLOSE =
  /\btelefon|\banruf|angerufen|\brief |\bruft |rückruf|wohnhaft|\bwohnt|geboren|\bakte |\bantrag |\bfall |vorgesprochen|gesprochen|\bkund|antragstell|\bmieter/iu
const isCertain = ([word = "", ...rest]: string[]) => rest.length === 0 && isNoWord(word)

/** A name of the street, the law or the house, not of a person. */
const NOT_OF_A_PERSON =
  /^-|^(?:straße|str\.|weg|platz)|^(?:\s\p{Lu}[\p{L}-]+)?\s(?:GmbH|gGmbH|AG|SE|KG|OHG|UG|e\.\s?V\.)(?!\p{L})|^(?:\sKing)?\s(?:Stiftung|Verlag|Straße|Str\.|Platz|Allee|Weg|Haus|Schule|Oberschule|Grundschule|Realschule|Gesamtschule|Berufskolleg|Kolleg|Gymnasium|Institut|Gesellschaft|Preis|Medaille|Saal|Halle|Park|Kirche|Gemeinde|Kita|Kindergarten|Krankenhaus|Klinik|Klinikum|Hospital|Hospiz|Heim|Stift|Apotheke|Zentrum|Universität|Hochschule|Akademie|Bibliothek|Museum|Programm|Siedlung|Ring|Brücke)(?!\p{L})/u
/** "Raum Sophie Scholl", "Haus Elisabeth Selbert" */
const IN_THE_NAME_OF =
  /(?<!\p{L})(?:Saal|Raum|Haus|Schule|Sankt|St\.|Stiftung|Gymnasium|Institut|Platz|Schiff|Preis)\s["']?$/u

/** "SGB X. Maßgeblich": no initial. */
const NUMBERED = /(?:SGB|Abs\.|Nr\.|Buchst\.|Buchstabe|Teil|Klasse|Stufe|Anlage|§)\s$/

function isNamed(name: Name, before: string, behind: string): boolean {
  const { likeness } = name
  if (NOT_OF_A_PERSON.test(behind) || NUMBERED.test(before) || IN_THE_NAME_OF.test(before)) return false
  const isTitled = TITLED.test(before)
  if (likeness >= 2 && (isTitled || LABELLED.test(before) || DID.test(behind) || said(before, behind)))
    return true
  if (likeness === 2 && isCertain(name.words) && CLOSE.test(`${before.slice(-30)}|${behind.slice(0, 30)}`))
    return true
  // "Kundin Thoma wünscht ..."
  if (isTitled && !KIN.test(before) && name.words.length === 1 && DID.test(behind)) return true
  if (likeness === 3 && isPlainName(name.words)) return true
  if (likeness === 3) return NEAR.test(sentenceBefore(before)) || NEAR.test(sentenceBehind(behind))
  // Of other words only what a firm phrase makes a name; an article before it makes it a noun.
  const isNoun =
    /(?<!\p{L})(?:de[rmns]|die|das|ein(?:e[rmns]?)?|kein(?:e[rmns]?)?|\p{Ll}{1,4}(?:ere|em|er|es)|\p{Ll}+(?:er|em|es|en|e))[ ]$/u.test(
      before,
    )
  if (/(?<!\p{L})mit[ ]$/u.test(before) && TALKED.test(behind)) return true
  if (name.words.length > 1) return (isTitled && !KIN.test(before)) || (!isNoun && CALLED.test(behind))
  return !isNoun && CALLED.test(behind)
}

/** "Rosemarie Stadler": a first name that is nothing else, and a word that is no noun of our work. */
const isPlainName = ([first = "", last = "", ...rest]: string[]) =>
  rest.length === 0 &&
  isFirstName(first) &&
  first.length > 3 &&
  isSurname(last) &&
  !looksLikeNoun(last) &&
  !isFirstName(last)

/** "Kind Kindergarten Platz" is no name. */
const KIN = /(?:Kind|Sohn|Tochter|Mutter|Vater|Bruder|Schwester|Oma|Opa|Tante|Onkel)[ ]{0,2}:?[ ]$/
const said = (before: string, behind: string) => SPOKEN_WITH.test(before) && SPOKE.test(behind)
/** What one does with people: "mit Kaczmarowski telefoniert". */
const TALKED =
  /^[ ](?:(?:heute|gestern|vorhin|kurz|lange|mehrfach|nochmals|erneut|darüber|dazu|persönlich|am|um|\d[\d.:]*|Uhr)[ ]){0,5}(?:telefoniert|gesprochen|telefonieren|sprechen|telefonierte|gechattet|verheiratet)(?!\p{L})/u
/** Hardly said of anything but a person. */
const CALLED =
  /^[ ](?:(?:hat|hatte|habe)[ ](?:[\p{Ll}\d][\p{Ll}\d.:]{0,14}[ ]){0,6}(?:angerufen|telefoniert|vorgesprochen|zurückgerufen)(?!\p{L})|(?:rief|ruft)[ ](?:[\p{Ll}\d][\p{L}\d.:]{0,14}[ ]){0,6}(?:an|zurück)(?!\p{L})|,? ?(?:wohnhaft|geb\.[ ]\d|geboren am))/u

const sentenceBefore = (text: string) => text.split(/\n\s*\n|[.!?]\s(?=\p{Lu})/u).at(-1) ?? ""
const sentenceBehind = (text: string) => text.split(/\n\s*\n|[.!?]\s(?=\p{Lu})/u)[0] ?? ""

/** Below "Mit freundlichen Grüßen", "i. A." and "gez.": the lines that are a name. */
function* findSignatures(text: string): Generator<Span> {
  let at = 0
  let left = 0
  for (const line of text.split("\n")) {
    const begin = at
    at += line.length + 1
    const trimmed = line.trim()
    const signed = SIGNED.exec(trimmed)?.[0].length ?? 0
    if (isClosing(trimmed)) left = 6
    if (signed > 0) left = Math.max(left, 4)
    if (left === 0 || trimmed === "") continue
    if (!isClosing(trimmed)) left--
    const start = begin + line.indexOf(trimmed) + (isClosing(trimmed) ? closingLength(trimmed) : signed)
    const rest = text.slice(start, begin + line.trimEnd().length)
    const length = nameLength(rest)
    if (length > 0) yield { start, end: start + length }
  }
}

const SIGNED =
  /^(?:(?:(?:i\.?\s?A\.?|i\.?\s?V\.?|gez\.?|im Auftrag[e]?|in Vertretung|unterzeichnet)(?:[\s:,]+|$))|(?:Ihre?|Euer|Eure|Dein|Deine)\s(?=\p{Lu}\p{L}+\s\p{Lu}))/iu
const closingLength = (line: string) =>
  /^.*(?:gr(?:ü|ue|u)(?:ß|ss)(?:e|en)?|mfg|[lvb]g)[\s,]*(?:von\s)?/iu.exec(line)?.[0].length ?? line.length

const SIGNATURE_NAME = new RegExp(
  `^(?:(?:Dr|Prof|Dipl\\.-\\p{L}+|Mag)\\.\\s?){0,2}(?:(?:\\p{Lu}\\.\\s?)|${WORD}\\s)?(?:(?:\\p{Lu}\\.\\s?)|${WORD}\\s)?(?:${PARTICLE}\\s){0,2}${WORD}(?=\\s?(?:$|,|\\||[-/]\\s|\\())`,
  "u",
)

function nameLength(line: string): number {
  const found = SIGNATURE_NAME.exec(line)?.[0] ?? ""
  const words = found
    .split(/\s+/)
    .filter((word) => word !== "" && !TITLE.test(word) && !IS_PARTICLE.test(word))
  const isName =
    words.length > 0 &&
    !words.some(
      (word) => isNoName(word) || (!isInitial(word) && looksLikeNoun(word) && !looksLikeSurname(word)),
    ) &&
    (words.length > 1 ||
      isFirstName(words[0] ?? "") ||
      looksLikeSurname(words[0] ?? "") ||
      isSurname(words[0] ?? ""))
  return isName ? found.length : 0
}
