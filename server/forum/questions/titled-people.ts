import type { Span } from "./addresses.ts"
import { PARTICLE, WORD } from "./name-likeness.ts"
import { isNoName, looksLikeNoun } from "./no-names.ts"
import { isSurname } from "./person-names.ts"

/** "Dr. Eisenbarth", "Prof. Dr. med. Uta Eisenbarth" */
export function* findWithTitle(text: string): Generator<Span> {
  for (const { indices, groups } of text.matchAll(WITH_TITLE)) {
    const place = indices?.groups?.name
    const words = (groups?.words ?? "").split(/\s+/)
    const isName = words.every((word) => isSurname(word) && !isNoName(word) && !looksLikeNoun(word))
    if (place && isName) yield { start: place[0], end: place[1] }
  }
}

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
