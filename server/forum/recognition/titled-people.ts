import type { Span } from "./addresses.ts"
import { PARTICLE, WORD } from "./name-likeness.ts"
import { isNoName, looksLikeNoun } from "./no-names.ts"
import { NOT_OF_A_PERSON } from "./people-hints.ts"
import { isSurname } from "./person-names.ts"

/** "Dr. Eisenbarth", "Prof. Dr. med. Uta Eisenbarth" */
export function* findWithTitle(text: string): Generator<Span> {
  for (const { indices, groups } of text.matchAll(WITH_TITLE)) {
    const place = indices?.groups?.name
    if (!place || isOfCompany(text, place, groups?.words ?? "")) continue
    const words = (groups?.words ?? "").split(/\s+/)
    const isName = words.every((word) => isSurname(word) && !isNoName(word) && !looksLikeNoun(word))
    if (isName) yield { start: place[0], end: place[1] }
  }
}

/** "Dr. Oetker Tiefkühlkost", "bei der Firma Dr. Klein": brands and companies. */
const isOfCompany = (text: string, [start, end]: [number, number], words: string) =>
  BRAND.test(words) ||
  COMPANY_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
  NOT_OF_A_PERSON.test(text.slice(end, end + 60)) ||
  /sche[snrm]?(?!\p{L})/u.test(words)

const BRAND =
  /^(?:Oetker|Hauschka|Schär|Martens|Bronner|Theiss|Google|Scholl|Doolittle|Who|Best|Sommer)s?(?!\p{L})/u
const COMPANY_BEFORE =
  /(?<!\p{L})(?:Firma|Fa\.|Unternehmen|Konzern|Marke|Hersteller|Produkte? von|Arbeitgeber(?:in)?|Stiftung|Klinikum|Apotheke)[ ]["']?$/u

/** "Name: Zwickl, Alfons": behind such a label and alone in its line stands a name, known or not. */
export function* findInForms(text: string): Generator<Span> {
  for (const { indices, groups } of text.matchAll(IN_FORM)) {
    const place = indices?.groups?.name
    const words = (groups?.name ?? "").split(/[,\s]+/)
    const isName = words.every((word) => isSurname(word) && !isNoName(word) && !looksLikeNoun(word))
    if (place && isName) yield { start: place[0], end: place[1] }
  }
}

const WITH_TITLE = new RegExp(
  `(?<![\\p{L}.-])(?<name>(?:(?:Dr|Prof)\\.\\s?){1,3}(?:(?:med|jur|phil|rer|nat|pol|dent|vet|oec|Ing|h|c)\\.[ -]?){0,3}[ ]?(?:${PARTICLE}[ ]){0,2}(?<words>${WORD}(?:[ ]${WORD})?))(?![\\p{L}-]|[ ](?:GmbH|AG|KG))`,
  "dgu",
)
const IN_FORM = new RegExp(
  `(?<!\\p{L})(?:(?:Vor|Nach|Familien|Geburts|Ruf|Ehe)?[Nn]ame|Name,\\sVorname|(?:Antragsteller|Vermieter|Mieter|Eigentümer|Betreuer)(?:in)?|Ehefrau|Ehemann|Kind(?:\\s\\d)?|Haushaltsmitglied(?:\\s\\d)?):[ \\t]{1,3}(?<name>${WORD}(?:,?[ ]${WORD}){0,3})(?=[ \\t]{0,3}(?:$|\\n|;))`,
  "dgu",
)
