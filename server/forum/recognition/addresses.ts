/** Streets with a number and postal codes with a place. Texts come folded: see `personal-data.ts`. */

export type Span = { start: number; end: number }

/** Streets, and places behind them, as one where they stand in one line: "Musterstr. 12a, 86150 Augsburg". */
export function findAddresses(text: string): Span[] {
  const found = [
    ...findStreets(text),
    ...findBoxes(text),
    ...findPlaces(text),
    ...findTurnedPlaces(text),
  ].toSorted((a, b) => a.start - b.start)
  return found.reduce<Span[]>((spans, span) => {
    const last = spans.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else if (last && /^,?[ ]?(?:in[ ]|-[ ])?$/.test(text.slice(last.end, span.start))) last.end = span.end
    else spans.push({ ...span })
    return spans
  }, [])
}

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'.]{0,40}"
/** "12", "12a", "12 b", "10-12", "12/3", "12 1/2", "Nr. 5"; no amount, no part of a date. */
const NUMBER =
  "(?:[ ]?(?:Haus)?[Nn]r\\.?)?[ ]{0,2}[1-9]\\d{0,2}(?:\\s?[a-zA-Z](?![\\p{L}\\d'-]))?(?:\\s?[-/+]\\s?\\d{1,3}(?:\\s?[a-z](?!\\p{L}))?|\\s[1-3]/[2-8]|/[IVX]{1,4})?(?![\\p{L}\\d%€§]|[.,:]\\d|\\s?(?:%|€|§|[-]\\s?\\d)|\\s(?:Abs|Euro|EUR|Prozent|Cent|km|m|qm|m2|Kilometer|Meter|Quadratmeter|Stunden?|Minuten|Uhr|Tagen?|Wochen?|Monaten?|Jahren?|Personen|Mal|mal|Fällen?|Sätzen?|Absatz|Satz|Nummer|Nr|Buchstabe|Halbsatz|v\\.|bis|oder|und\\s\\d)(?!\\p{L})|\\.\\s?(?:\\d|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"

/** Endings that hardly any other word has. */
const STREET =
  "[Ss]tra(?:ß|ss)e|[Ss]tr\\.?|[Gg]asse|[Gg]ässchen|[Aa]llee|[Cc]haussee|[Dd]amm|[Uu]fer|[Tt]wiete|[Ss]tiege|[Ss]tieg|[Pp]romenade|[Ww]eg"
/** Endings that other words have too: only where the number ends the passage, or something says that it is an address. */
const PLACE =
  "[Pp]latz|[Rr]ing|[Hh]of|[Mm]arkt|[Ww]all|[Gg]raben|[Pp]fad|[Bb]erg|[Tt]al|[Ff]eld|[Gg]arten|[Pp]ark|[Aa]nger|[Ww]inkel|[Kk]amp|[Dd]eich|[Kk]ai|[Tt]or|[Bb]rücke|[Hh]ain|[Hh]orst|[Rr]ain|[Ss]teig|[Zz]eile|[Ss]iedlung|[Hh]öhe|[Ww]iese|[Hh]eide|[Bb]usch|[Rr]edder|[Kk]ehre|[Gg]rund|[Ee]splanade|[Ll]ohe|[Bb]ogen|[Ee]ck|[Aa]ue"

const NAMED = `(?:${CAPITAL}[\\s-]|(?:v[oa]n|de[rmn]|zu[mr]?|St\\.|Dr\\.|Bgm\\.|Prof\\.)[\\s-]){0,4}`
const STREETS = new RegExp(
  `(?<![\\p{L}\\d-])(?<named>${NAMED})(?<word>[\\p{L}']{0,40})(?:(?<strong>${STREET})|(?<weak>${PLACE}))(?!\\p{L})(?<number>${NUMBER})`,
  "gu",
)
/** "Straße des 17. Juni 135", "Platz der Republik 1", "Allee der Kosmonauten 33". */
const STREETS_OF = new RegExp(
  `(?<![\\p{L}\\d-])(?:Straße|Strasse|Str\\.|Platz|Allee|Weg|Ufer|Ring|Gasse)\\s(?:de[rs]|am|zu[mr]?|an\\sde[rn])\\s(?:\\d{1,2}\\.\\s)?${CAPITAL}(?:[\\s-]${CAPITAL}){0,2}(?<number>${NUMBER})`,
  "gu",
)
/** "Am Alten Markt 3", "Vorderer Lech 10", "Im Winkel 4", "Zur Linde 12", "Unter den Linden 77". */
const STREETS_AT = new RegExp(
  `(?<![\\p{L}\\d-])(?:Am|An\\sde[rmn]|Im|In\\sde[rmn]|Auf\\sde[rm]|Zum|Zur|Unter\\sde[rnm]|Hinter\\sde[rmn]|Vor\\sde[rmn]|Bei\\sde[rmn]|Bei\\sSt\\.|Bei\\sSankt|Beim|Neben\\sde[rmn]|(?:Vorder|Hinter|Ober|Unter|Mittler|Äußer|Inner)e[rsn]?)\\s(?:${CAPITAL}[\\s-]){0,2}(?<word>${CAPITAL})(?<number>${NUMBER})`,
  "gu",
)

const NO_STREET =
  /^(?:(?:Bundes|Landes|Kreis|Staats|Gemeinde|Land|Einbahn|Schnell|Fahrrad|Spiel|Bundesauto)stra(?:ß|ss)e|(?:Rechts|Um|Dienst|Verwaltungs|Lösungs|Post|Beschwerde|Klage|Fahr|Rück|Hin|Arbeits|Heim|Instanzen|Meldungs?|Melde|Verfahrens|Rechtsbehelfs|Verfassungs|Mittel|Aus|Fuß|Rad|Fahrt|Anfahrts|Berufs|Bildungs|Antrags|Vertriebs|Übertragungs|Zugangs|Verkehrs|Beförderungs|Versand|Informations)weg|Weg|Straße|Gasse|Sackgasse|.*(?:arbeits|ausbildungs|kinder|kita|pflege|heim|stell|park|studien|betreuungs|praktikums|tages|sitz|schlaf|wohn|lager|liege|stand|listen|rang|lehr|schul|hort|krippen|impf|einsatz|camping)platz|.*(?:gerichts|rechnungs|bau|fried|bahn|bauern|betriebs|wert|innen)hof|(?:Bahn|Bürger|Geh|Klett|Auf|Ein|Aus|Ab|Um)steig|.*(?:arbeits|wohnungs|ausbildungs|immobilien|miet|binnen|super|finanz|flug|kapital|energie|wochen|weihnachts)markt|.*(?:daten|eingabe|antrags|text|formular|auswahl|tätigkeits|handlungs|um|such|berufs|aufgaben|pflicht|freitext|hinweis|adress|zahlen|merk|schlüssel|prüf|mess)feld|.*(?:frage|erhebungs|antrags|prüf|merk|erfassungs|beurteilungs|bewertungs|zähl|melde|akten|laufzettel)bogen|.*(?:ablehnungs|härte|hinderungs|versagungs|aufhebungs|hinter|vorder|rechts|sach|beweg|unter|erst|kündigungs|anlass|ausschluss|widerrufs|rücknahme|leistungs|bewilligungs|entstehungs|be|ab|haupt|minderungs|erlöschens|erhöhungs|änderungs|verhinderungs|anspruchs|tatbestands)grund|.*(?:kopf|fuß|tabellen|text|kommando|adress|betreff|befehls|formular|erste|zweite|über)zeile|Zeile|Feld|Bogen|Grund|Tal|Berg|Platz|Hof|Markt|Ring|Tor|Garten|Park|Höhe|Eck|Winkel|.*(?:einkommens|ober|größen|mindest|beitrags|miet|bedarfs|in|leistungs|gesamt|der|betrags|voll|zahlungs|anspruchs|belastungs|wohngeld|rück|schadens|entgelt|verdienst|erstattungs|freibetrags|renten|zuschuss|steuer|zins|frei|raum|streit)höhe|.*(?:blick|eintritts|dreh|neigungs)winkel|.*(?:kinder|tier|freizeit|fuhr|technologie|maschinen|gewerbe|industrie|wind|solar|fahrzeug)(?:garten|park)|.*(?:vermittlungs|erfahrungs|feier)(?:ring|abend)|.*(?:ge|he|ver|be|er|ent|auf)ring|(?:Ge|Be|He|Ver)?[Rr]ing|.*(?:über)brücke|Vertrag|Betrag|Direktor|.*(?:a|ek|fak|spek|mo|au|torn?|pas|res|mon|kan|rek|dok|sek)tor|Zoll)$/i
/** What stands behind "Im" and "Zur" with a number, and is no street. */
const NO_STREET_AT =
  /^(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|.*(?:jahr|monat|tag|woche|quartal|uhr|zeitraum|stunde|abschnitt|anlage|anhang|absatz|satz|artikel|kapitel|teil|titel|buch|nummer|nummern|nr|ziffer|zeile|spalte|tabelle|abbildung|fall|frage|punkt|seite|schritt|stufe|klasse|gruppe|stelle|formular|vordruck|raum|zimmer|haus|block|gebäude|etage|stock|geschoss|umfang|schnitt|mittel|maximum|minimum|alter|paragraf|paragraph|beispiel|buchstabe|feld|fassung|version|ausgabe|heft|band|sgb|wogg|feld|modul|programm|bereich|verfahren|bundesland|termin|stichtag|lauf|verhältnis|wert|runde|phase|sitzung|position|reihe|rang|platz|stand|maske|register|menü|reiter|variante|stichwort|thema|antrag|bescheid|schreiben|entwurf|gesetz|verordnung|richtlinie|wohngeldstufe|mietenstufe|fußnote|randnummer|rn|anmerkung|einkommen|höhe|folgejahr|vorjahr|ende|anfang|beginn))$/i
const PLAIN_PLACE =
  /^(?:Markt|Hof|Winkel|Ring|Tor|Garten|Park|Berg|Tal|Eck|Platz|Höhe|Bahnhof|Friedhof|Bauhof)$/
const ADDRESS_BEFORE =
  /(?:wohn(?:t|haft|te|en|ung|sitz|ort|adresse|anschrift)|anschrift|adresse|gemeldet|lebt|(?:um|ein|aus)?(?:zieht|gezogen|zog|zug)|objekt|straße|haus|mietet|vermietet|zuhause|liegt|steht|eigentum|grundstück|abzuholen|zu\shause)[\p{L}]{0,3}\b.{0,40}$/isu
/** What ends an address: a comma and a place, the end of the passage, a word in small letters. */
const ADDRESS_BEHIND =
  /^(?:\s*$|\s*\n|[,;)\]"“»]|\.(?:\s|$)|[!?:](?:\s|$)|\s(?:\(|in\s|und\s|gemeldet|wohn|lebt|\d{5}))/u

function* findStreets(text: string): Generator<Span> {
  for (const match of text.matchAll(STREETS_OF)) yield spanOf(match)
  for (const match of text.matchAll(STREETS)) {
    const { named = "", word = "", strong, weak = "" } = match.groups ?? {}
    const kind = strong ?? weak
    const own = `${word}${kind}`.replace(/\.$/, "")
    const isOwnWord = word === "" && kind.charAt(0) === kind.charAt(0).toUpperCase()
    const begin = startOfName(named)
    // "Straße 5" alone is none, "Lange Straße 5" is one.
    if (!/^\p{Lu}/u.test(own) && !named.endsWith("-")) continue
    if (isOwnWord ? begin === "" : NO_STREET.test(own) || word.length < 2) continue
    const span = { start: match.index + named.length - begin.length, end: match.index + match[0].length }
    const isSure =
      strong !== undefined || (isOwnWord && /^(?:Alte|Neue|Große|Kleine|Oberer?|Unterer?)/.test(begin))
    if (isSure || isAddress(text, span)) yield span
  }
  for (const match of text.matchAll(STREETS_AT)) {
    const span = spanOf(match)
    const word = match.groups?.word ?? ""
    if (NO_STREET_AT.test(word) || (NO_STREET.test(word) && !PLAIN_PLACE.test(word))) continue
    const isWithin = /\p{Ll},?\s$/u.test(text.slice(0, span.start))
    if ((isWithin && ADDRESS_BEHIND.test(text.slice(span.end))) || isAddress(text, span)) yield span
  }
}

/** Of the words before "Straße" those that belong to its name: no article and no beginning of a sentence. */
function startOfName(named: string): string {
  const words = named.match(/[^\s-]+[\s-]/gu) ?? []
  let from = words.length
  while (from > 0 && !NOT_OF_A_NAME.test(words[from - 1] ?? "") && words.length - from < 4) from--
  while (/^\p{Ll}/u.test(words[from] ?? "")) from++
  return words.slice(from).join("")
}
const NOT_OF_A_NAME =
  /^(?:Die|Der|Das|Den|Dem|In|Im|An|Am|Auf|Zu|Zur|Zum|Von|Vom|Aus|Bei|Beim|Und|Oder|Eine[rmns]?|Ein|Frau|Herrn?|Familie|Anschrift|Adresse|Wohnung|Wohnhaft|Haus|Ihre?|Seine?|Unsere?|Diese[rms]?|Mieter(?:in)?|Antragsteller(?:in)?|Ab|Seit|Ist|Sie|Er|Wir|Ich|Es|Kreuzung|Ecke|Objekt|Mietobjekt|zu[mr]?)\s$/u

/** Something says so: words before, a postal code behind, or the passage is nothing else. */
function isAddress(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const behind = text.slice(end, end + 40)
  const isAlone = /(?:^|\n)[\s>*-]*$/.test(before) && /^[,\s]*(?:\n|$)/.test(behind)
  if (/^,?\s*(?:D-?)?\s?\d{5}\s\p{Lu}/u.test(behind) || isAlone) return true
  const isIn = /(?<!\p{L})(?:in|an|aus|im|am|zum|zur|nach|bei|vom)\s(?:de[rmn]\s|die\s)?$/iu.test(before)
  if (isIn && /^(?:\s\p{Ll}|\s?$|[\n,;)."“»?!:])/u.test(behind)) return true
  return ADDRESS_BEHIND.test(behind) && (ADDRESS_BEFORE.test(before) || /\p{Ll},\s$/u.test(before))
}

const CODE =
  /(?<![\p{L}\d.,/+-]|[\d€][ ]|-[ ])(?<code>(?:D|DE)[-\s]{1,3}\d{5}(?!\d)|\d{5})(?:,?\s(?<place>(?:Bad|Sankt|St\.|Markt|Neu|Alt|Burg|Hann\.|Lutherstadt|Groß|Klein|Schwäbisch|Hohen|Nieder|Ober|Unter)?\s?\p{Lu}[\p{L}\p{M}]{1,30}(?:[-/]\p{Lu}?[\p{L}]{2,30})*(?:\s(?:am|an\sder|an\sden|im|in\sder|bei|ob\sder|vor\sder|unter|auf|i\.|a\.|a\.\s?d\.|b\.)\s\p{Lu}\p{L}{1,20}(?=[\s,;.)]|$))?)(?<!\.)(?![\p{L}\d]))?/gu
const LABEL = /(?:PLZ|Postleitzahl(?:en)?)(?:\s(?:lautet|ist))?[\s:.]{0,3}$/
/** A number of something else. */
const NUMBERED =
  /(?:DIN|ISO|EN|IEC|VDE|VDI|Nr\.?|[Nn]ummern?|[Zz]iffern?|[Kk]onto|[Bb]uchung|[Pp]lan|[Ss]telle|[Tt]itel|[Pp]rodukt|[Kk]apitel|[Ss]chlüssel|AGS|Az\.?|[Zz]eichen|[Cc]ode|[Vv]ordruck|[Ff]ormular|[Rr]echnung|[Bb]estellung|[Tt]icket|[Aa]rtikel|BGBl\.?|S\.|[Ss]eite|[Dd]rucksache|[Vv]organg|[Aa]kte|[Ff]all|[Ii]d|ID|Rn\.|§|[Vv]ersion|[Rr]und|etwa|ca\.|circa|mindestens|höchstens|insgesamt|über|unter|fast|knapp|mehr als|weniger als|je|pro|bis zu|um)[\s:#]{0,3}$/u
/** Things that are counted; whatever ends so is no place. */
const COUNTED =
  /^(?:Euro|EUR|Cent|Mark|DM|Franken|Dollar|CHF|USD|Stück|Seiten?|Zeichen|Punkten?|Prozent|Mal|Meter|Kilometer|Kilogramm|Kilo|Gramm|Liter|Tonnen?|Quadratmeter|Hektar|Watt|Kilowatt|Kilowattstunden|Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?|Menschen|Leuten?|Akten?|Stellen?|Briefen?|Mails?|E|Dateien|Zugriffen?|Terminen?|Exemplaren?|Formularen?|Plätzen?|Betrieben?|Unternehmen|Mitgliedern?|Gemeinden?|Städten?|Kommunen|Wörtern?|Worten?|Zeilen?|Sätzen?|Paaren?|Euros|Frauen|Männern?|Eltern|Bürgern?|Schülern?|Gästen?|Kunden|Bögen|Blatt|Bände?|Lux|Volt|Abs|Absatz|Satz|Nr|Ja|Nein|Alle|Die|Der|Das|Ein|Eine|Mio|Mrd|Millionen|Tausend|Hundert|Studierenden?|Rentnern?|Arbeitslosen?|Geflüchteten?|Lernenden?|Teilnehmenden?|Personen|Haushalten?|Familien|Kindern?|Kontakten?|Verfahren|Bescheiden?|Fällen?|Anträgen?|Vorgängen?|Datensätzen?|Konten|Buchungen|Soziales|Jugend|Bildung|Finanzen|Gesundheit|Kultur|Sport)$|(?:ungen|heiten|keiten|schaften|tionen|innen|haushalten?|empfängern?|berechtigten?|bescheiden?|anträgen?|fällen?|personen|kindern?|stunden|jahren?|kosten|zahlen|akten|stellen|plätzen?|betrieben?|mitgliedern?|einwohnern?|beschäftigten?|angestellten|beamten|nehmern?|sätzen?|vorgängen?|verfahren|meldungen|geldern?|beträgen?|gängern?|vertragen|verträgen?|besuchern?|teilnehmern?|nutzern?|dokumenten?|formularen?)$/u

function* findPlaces(text: string): Generator<Span> {
  for (const match of text.matchAll(CODE)) {
    const { code = "", place } = match.groups ?? {}
    const digits = Number(code.replace(/\D/g, ""))
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const [thing = ""] = place?.split(" ") ?? []
    const isPlace = place !== undefined && !COUNTED.test(place) && !COUNTED.test(thing)
    const isMarked = code.startsWith("D") || LABEL.test(before)
    if (digits < 1001 || digits > 99_998 || (!isPlace && !isMarked)) continue
    if (!isMarked && NUMBERED.test(before)) continue
    const end = isPlace ? match.index + match[0].length : match.index + code.length
    yield { start: match.index, end }
  }
}

/** "Gersthofen, 86368", "Königsbrunn (86343)": only behind words of living somewhere, or where nothing else stands. */
const TURNED =
  /(?<![\p{L}\p{M}\d-]|(?:Bad|Sankt|St\.|Schwäbisch)\s)(?:(?:Bad|Sankt|St\.|Schwäbisch)\s)?(?<place>\p{Lu}[\p{L}\p{M}]{2,30}(?:[-/]\p{Lu}?\p{L}{2,30}){0,3}(?:\s(?:am|an\sder|im|in\sder|bei|ob\sder|vor\sder|unter)\s\p{Lu}\p{L}{1,20})?)(?:,\s?|\s\()(?:D-?\s?)?(?<code>\d{5})(?:\)|(?![\p{L}\d]|[.,/-]\d|\s(?:\p{Lu}|%|€)))/gu
const LIVING =
  /(?:(?:(?:wohn|[Ww]ohn)\p{L}*|leb(?:t|te|en)|gemeldet|zieht|zog|\p{Ll}*gezogen|Ort|[Aa]nschrift|[Aa]dresse|Umzug|verzogen|stammt|kommt|Zuzug|Wegzug)(?:\s(?:jetzt|nun|ist|lautet|allein|weiterhin|noch)){0,2}(?:\s(?:in|nach|aus|bei|von))?[:\s]{1,2}|(?:^|\n)[ \t>*-]{0,8})$/u
/** "Buchungskonto, 86368" */
const NO_PLACE = /(?:nummer|zeichen|schlüssel|kennung|code|titel|konto|stelle)$/iu

function* findTurnedPlaces(text: string): Generator<Span> {
  for (const match of text.matchAll(TURNED)) {
    const { place = "", code = "" } = match.groups ?? {}
    const isLivedIn = LIVING.test(text.slice(Math.max(0, match.index - 40), match.index))
    if (isLivedIn && Number(code) >= 1001 && !COUNTED.test(place) && !NO_PLACE.test(place))
      yield spanOf(match)
  }
}

/** "Postfach 10 02 11". */
function* findBoxes(text: string): Generator<Span> {
  yield* Array.from(
    text.matchAll(/(?<!\p{L})Postfach\s(?:Nr\.\s)?\d(?:[ ]?\d){1,6}(?![\p{L}\d]|[ ]\d{5})/gu),
    spanOf,
  )
}

const spanOf = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
})
