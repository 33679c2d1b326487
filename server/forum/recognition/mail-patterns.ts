/** How lines of office mail look, German first. Every pattern is for one line without the space around it. */

const START = "^[*>\\s]*"

/** A line of the head that mail programs put above a forwarded or answered mail. */
export const HEADER = new RegExp(
  `${START}(von|from|absender|gesendet(?: am)?|verschickt(?: am)?|sent(?: on)?|empfangen(?: am)?|received|datum|date|an|to|empfänger(?:in)?|cc|bcc|kopie(?: an)?|kopie \\(cc\\)|blindkopie(?: an)?|betreff|subject|thema|anlagen?|attachments?|priorität|wichtigkeit|importance|antwort an|antworten an|reply-to|vertraulichkeit|sensitivity|kategorien)\\s?:\\**(?:\\s+(.*))?$`,
  "i",
)
export const SENDER = /^(?:von|from|absender)$/i
export const SUBJECT = /^(?:betreff|subject|thema)$/i
/** Only these make a block of lines a head: "An:" and "Datum:" also stand in ordinary notes. */
export const TELLING =
  /^(?:von|from|absender|gesendet(?: am)?|verschickt(?: am)?|sent(?: on)?|betreff|subject)$/i

export const SEPARATOR = new RegExp(
  `${START}(?:[-_]{2,}\\s?(?:ursprüngliche (?:nachricht|mail)|original(?: message|nachricht)|weitergeleitete (?:nachricht|mail)|weitergeleitet von .*|forwarded (?:message|by .*))\\s?[-_]*|begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-?mail):)$`,
  "i",
)
export const RULE = /^[_-]{5,}$/

/** "Am 12.03.2026 um 10:11 schrieb Sabine Müller:" and its English sister; mail programs break it over lines. */
export const WROTE = new RegExp(
  `${START}(?:am .{5,60}? schrieb .{1,150}|.{1,100} schrieb am .{5,100}|on .{5,150}? wrote)\\s?:$`,
  "i",
)
const STAMP =
  "(?:\\p{L}{2,10}\\.?,\\s)?(?:\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2,4}|\\d{1,2}\\.\\s\\p{L}{3,9}\\s\\d{4}|\\d{4}-\\d\\d-\\d\\d),?(?:\\s(?:um\\s)?\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:\\s?(?:Uhr|AM|PM))?)?"
/**
 * What GroupWise puts above: ">>> Petra Kaczmarowski 03.11.2026 10:15 >>>"; and Notes: "Petra
 * Kaczmarowski---03.11.2026 10:15:20---" or "-----Petra Kaczmarowski schrieb: -----".
 */
export const STAMPED = new RegExp(
  `^(?:>{2,3}\\s?.{0,150}?\\s?${STAMP}\\s?(?:Uhr\\s?)?>{2,3}|>{2,3}\\s?${STAMP}\\s.{0,150}>{2,3}|[\\p{L}][^\\n]{1,100}?\\s?-{3}\\s?${STAMP}\\s?-{3}.{0,200}|-{3,40}\\s?.{1,150}?\\s(?:schrieb|wrote)\\s?:\\s?-{3,40})$`,
  "u",
)

/** A time of day or an address: without them it may be a sentence of the question. */
export const WROTE_BY_PROGRAM = /\d:\d\d|@/

export const QUOTED = /^>/

const NAMES =
  "(?:[\\s/]+(?:\\p{Lu}[\\p{L}.'’-]*|zusammen|alle|allerseits|miteinander|in|die|runde|ihr|ihre|und|and|von|vom|der|den|zu|an|all|everyone|team|moin|noch|einmal|nochmals|liebe[rs]?|sehr|geehrte[rs]?|verehrte[rs]?|werte[rs]?))"
const SALUTATION =
  "(?:(?:[Ss]ehr\\s(?:geehrte|verehrte)(?:[/*:_]?[rs])?|[Ll]iebe[rs]?(?!\\sGr)|[Ww]erte[rs]?|[Dd]ear)(?=\\s)|[Hh]allo|[Hh]i|[Hh]ey|[Mm]oin|[Ss]ervus|[Gg]uten\\s(?:Tag|Morgen|Abend)|[Gg]rüß\\sGott|[Hh]ello|[Gg]ood\\s(?:morning|afternoon))"
const ADDRESS = `${SALUTATION}${NAMES}{0,12}(?:\\s\\d{1,2})?`

/** A greeting that fills its line, or that begins it: "Hallo Frau Müller, können Sie ...". */
const GREETING = new RegExp(`^${ADDRESS}(?:,\\s?${ADDRESS})*\\s?(?:[,!.:–-]+|$)`, "u")
/** How many characters of the line are greeting; 0 when it is none. */
export const greetingLength = (line: string) => GREETING.exec(line)?.[0].length ?? 0

const WISHES =
  "(?:freundliche|beste|viele|herzliche|liebe|schöne|kollegiale|sonnige|nette|freundlich|bester|lieber|herzlicher|freundlicher)[mnr]?"
const THANKS =
  "(?:(?:vielen|herzlichen|besten|lieben)\\s)?dank[e]?(?:\\s(?:im\\svoraus|vorab|schon\\s\\p{L}+))?"
const REGARDS = "gr(?:ü|ue|u)(?:ß|ss)(?:e|en)?"

const CLOSING = new RegExp(
  `^(?:(?:${THANKS}[\\s,]*(?:und|&|\\+)?\\s)?(?:mit\\s)?(?:${WISHES}(?:\\sund\\s|,?\\s)){0,2}${REGARDS}|mfg|m\\.\\s?f\\.\\s?g\\.|lg|vg|bg|hochachtungsvoll|(?:best|kind|warm|many)\\sregards|regards|(?:yours\\s)?sincerely|yours\\sfaithfully|(?:many\\s)?thanks(?:\\sand\\s(?:best|kind)\\sregards)?|best\\swishes)(?!\\p{L})`,
  "iu",
)
/** "aus dem Rathaus", "Sabine Müller", or nothing. */
const AFTER_CLOSING =
  /^(?:\s(?:aus|vom|von|an|und (?:bis|einen|danke|vielen|schöne)|sendet|in)\s[^.?!]{2,60}|,?\s\p{Lu}[\p{L}. -]{1,40})?\s?[,.!]*$/u

export function isClosing(line: string): boolean {
  const closing = CLOSING.exec(line)
  return closing !== null && AFTER_CLOSING.test(line.slice(closing[0].length))
}

/** What stands between closing and name, or alone above a name. */
export const SIGNED =
  /^(?:(?:i\.\s?A\.|i\.\s?V\.|gez\.|im auftrag[e]?|in vertretung|für die richtigkeit)(?:\s|$)|von (?:meinem|unterwegs)\b.{0,40}gesendet|von meinem (?:iphone|ipad|handy|smartphone)|gesendet (?:von|mit|aus|via) |sent (?:from|with|via) |(?:holen sie sich |get )?outlook (?:für|for) |(?:diese nachricht wurde )?von (?:meinem|unserem) .{0,40} gesendet|yahoo mail|verschickt mit )/i
export const SIGNATURE_MARK = /^--$/
export const POSTSCRIPT = /^P\.?\s?S\.?\s?:?\s/

const MAIL = "(?:e-?mail|mail|nachricht|mitteilung|message)"
/** Notices that no person wrote: confidentiality, environment, "from outside". */
export const DISCLAIMER = new RegExp(
  [
    `^(?:\\p{L}+:\\s)?(?:diese|der inhalt dieser|die information(?:en)? in dieser|die in dieser)\\s${MAIL}.{0,200}(?:vertraulich|bestimmt|rechtlich geschützt|extern)`,
    `^(?:\\p{L}+:\\s)?(?:this|the (?:information|content)s?(?: contained)? in this)\\s${MAIL}.{0,200}(?:confidential|intended|privileged|external|outside)`,
    `^(?:bitte|please).{0,60}(?:umwelt|environment|ausdrucken|before printing)`,
    `^(?:vertraulichkeits|rechtlicher )hinweis`,
    `^(?:achtung|vorsicht|warnung|hinweis|caution|warning)\\W{1,3}.{0,40}${MAIL}.{0,60}(?:extern|außerhalb|external|outside)`,
    `^\\[?extern(?:e[rs]?)? (?:e-?mail|absender|nachricht)`,
  ].join("|"),
  "iu",
)
/** Only below the signature: above it these words may be what the question is about. */
export const SMALL_PRINT =
  /^(?:.{0,40}(?:datenschutz(?:hinweis|erklärung|information)|verarbeitung (?:ihrer )?personenbezogene[rn]? daten)|wenn sie nicht der richtige adressat|if you are not the intended|der versand von|hinweise? zum datenschutz)/i

/** What answering and forwarding put in front of a subject, however often. */
export const SUBJECT_PREFIXES =
  /^(?:\s*(?:(?:aw|wg|re|fw|fwd|antw|antwort|weitergeleitet)(?:\[\d{1,3}\])?\s?:|\[ext(?:ern|ernal)?\]:?))+/i
