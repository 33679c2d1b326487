import { isFirstName } from "../../kernel/first-names.ts"

/** Finds names behind "Herr", "Frau", "Familie", "Eheleute", and first names behind "Sohn", "Kind", "Antragsteller". */
export function* findNames(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(SALUTATION)) {
    const start = match.index + match[0].length
    const end = readName(text, start, !isKinship(match[1] ?? ""))
    if (end > start) yield { start, end }
  }
}

const SALUTATION =
  /(?<![\p{L}\d-]|bis )(Herrn?|Frau|Hr\.?|Fr\.|Frl\.|Fam\.|Familie|Eheleuten?|Ehepaar|Antragsteller(?:in)?|Mieter(?:in)?|Vermieter(?:in)?|Kund(?:e|in)|Sohn|Söhnen?|Tochter|Töchtern?|Kind|Kindern?|Vater|Mutter|Ehemann|Ehefrau|Bruder|Schwester|Oma|Opa)(?:[ \t\u00a0]{1,2}(?:\r?\n)?|\r?\n)(?=\p{L})/gu

const isKinship = (word: string) => !/^(?:H|Fr|Fam|Eheleu|Ehepaar)/.test(word)

const WORD = /[\p{L}\p{M}]+(?:['’.]?[\p{L}\p{M}]+)*(?:-\p{L}[\p{L}\p{M}'’]*)*\.?/uy
/** A name may go on in the next line, but not in the next paragraph. */
const SPACE = /[ \t\u00a0]{1,2}(?:\r?\n)?|\r?\n/uy
const PARTICLE = /^(?:von|van|de|der|den|dem|zu|el|al|di|da|del|dos|ten|ter|le|la|ibn|bin|abu)$/
const FIRST_PARTICLE =
  /^(?:[Vv]on|[Vv]an|[Dd]e|zu|[Ee]l|[Aa]l|[Dd]i|[Dd]a|[Dd]el|[Dd]os|[Tt]en|[Tt]er|[Ll]e|[Ll]a|[Ii]bn|[Bb]in|[Bb]en|[Aa]bu|[Aa]bd|[Mm]ac)$/
const TITLE =
  /^(?:Dr|Prof|Dipl|Ing|med|jur|phil|rer|nat|pol|h|c|RA|RAin|Mag|Doktor|Professor(?:in)?|Rechtsanw(?:alt|ältin)|Bürgermeister(?:in)?|Sachbearbeiter(?:in)?|Kolleg(?:e|en|in)|\p{Lu}\p{L}*(?:leiter|rat|rätin|inspektor|inspektorin|sekretär|sekretärin|leiterin|berater|beraterin))\.?$/u

/** Reads on as long as it is a name: titles, "von der", first names, one surname. Gives the place where it ends. */
function readName(text: string, start: number, mayBeSurname: boolean): number {
  let at = start
  let end = start
  let hasParticle = false
  for (let count = 0; count < 8; count++) {
    const word = match(WORD, text, at)
    if (word === "") return end
    const next = at + word.length
    if (hasParticle ? PARTICLE.test(word) : FIRST_PARTICLE.test(word)) hasParticle = true
    else if ((word === "und" || word === "u.") && end > start) mayBeSurname = false
    else if (isInitial(word)) mayBeSurname = true
    else if (isFirstName(word)) {
      end = next
      mayBeSurname = true
    } else if (!TITLE.test(word)) return mayBeSurname && isSurname(word) ? at + bare(word).length : end
    const space = match(SPACE, text, next)
    if (space === "") return end
    at = next + space.length
  }
  return end
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ""
}

/** Not the full stop at the end of the sentence. */
const bare = (word: string) => word.replace(/[.'’]+$/, "")

/** "Frau A." alone is no name any more, but "Frau A. Müller" is one. */
export const isInitial = (word: string) => /^\p{Lu}\.?$/u.test(word)

export function isSurname(word: string): boolean {
  const name = bare(word)
  const isCapital = /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(name) && !/^\p{Lu}{2,3}(?![\p{L}])/u.test(name)
  return isCapital && !NO_NAMES.has(name) && !NO_NAME_ENDINGS.test(name)
}

/** Nouns that stand behind "Frau" and "Herr" in our texts: "Hat die Frau Anspruch ...?" */
const NO_NAMES = new Set(
  `Anspruch Ansprüche Antrag Anträge Arbeit Arbeitslosengeld Auskunft Ausbildung Auszug BAföG Bafög Bedarf Beleg Belege
  Bescheid Bescheide Bürgergeld Eigentum Einkommen Einkünfte Eltern Ende Familie Frau Frist Frauen Geld Geburt
  Grundsicherung Hartz Hause Haushalt Herr Herren Herrn Hilfe Job Jobcenter Kind Kinder Kindern Krankengeld Mann Männer
  Miete Minijob Mitte Anfang Montag Dienstag Mittwoch Donnerstag Freitag Januar Februar März April Mai Juni Juli August
  September Oktober November Dezember Nachweis Nachweise Name Person Personen Post Rente Rücksicht Sozialhilfe Termin Umzug
  Unterhalt Unterlagen Urlaub Vermögen Vollmacht Widerspruch Wohngeld Wohnung Zuschuss Zuschüsse Zuschlag Schulden
  Antragsteller Antragstellerin Mieter Mieterin Vermieter Vermieterin Kollege Kollegin Kollegen Kolleginnen Partner
  Partnerin Studentin Student Auszubildende Rentnerin Rentner Ministerin Minister Präsidentin Präsident Vorsitzende
  Direktorin Direktor Doktor Professorin Professor Ratsuchende Leistungen Alleinerziehende Ex Elterngeld Elternzeit
  Kindergeld Kinderzuschlag Pflegegeld Mutterschutz Deutsche Deutscher Mutter Vater Sohn Tochter Witwe Witwer`.split(
    /\s+/,
  ),
)
const NO_NAME_ENDINGS =
  /(?:.{5}ung(?:en)?|heit|keit|schaft|tion(?:en)?|.{2}geld|zeit|rente|antrag|bescheid|hilfe|pflicht|kosten|beitrag|stelle|bezug|einkommen|unterhalt|leistung(?:en)?|mitglied(?:er)?|bearbeiter(?:in)?|nehmer(?:in)?|steller(?:in)?|berechtigte[rn]?|leiter(?:in)?|berater(?:in)?|minister(?:in)?|beamt(?:er|in)|meister(?:in)|ansprüche?|verhältnis|vertrag|nachweise?|zuschlag|entgelt)$/i
