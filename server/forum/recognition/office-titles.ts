import { isFirstName } from "../../kernel/first-names.ts"
import type { Name } from "./name-likeness.ts"

/** One person at most: "Anwältin", "Hausarzt"; their plurals are other words. */
const OF_ONE =
  "(?:\\p{Lu}\\p{Ll}*)?(?:[Aa]nwalt|[Aa]nwältin|[Aa]rzt|[Ää]rztin|[Nn]otar(?:in)?|[Bb]etreuerin|[Vv]ermieterin|[Rr]ichterin|[Pp]farrerin|[Ll]ehrerin|[Gg]utachterin|[Dd]olmetscherin|[Mm]aklerin|[Bb]eraterin|[Aa]rchitekt(?:in)?|[Pp]rofessor(?:in)?|[Mm]eisterin|[Rr]ätin|[Dd]ezernent(?:in)?|[Mm]inisterin|[Ss]ekretär(?:in)?|[Pp]olizist(?:in)?|[Kk]ommissar(?:in)?|[Vv]erwalterin|[Aa]rbeiterin|[Pp]ädagog(?:e|in)|[Tt]herapeut(?:in)?|[Pp]sycholog(?:e|in)|[Pp]flegerin|[Ee]rzieherin|[Ff]ührerin|[Vv]ollzieherin)|Hebamme|Krankenschwester|Doktor|Direktor(?:in)?|Landrat|Stadtrat|Verfahrensbeistand|Vormund|RA|RAin|StB"
/** One or several: "Vermieter", "Betreuer"; any noun may stand behind them. */
const OF_SEVERAL =
  "(?:\\p{Lu}\\p{Ll}*)?(?:[Bb]etreuer|[Vv]ermieter|[Rr]ichter|[Pp]farrer|[Ll]ehrer|[Gg]utachter|[Dd]olmetscher|[Mm]akler|[Bb]erater|[Mm]eister|[Vv]erwalter|[Ss]ozialarbeiter|[Pp]fleger|[Ee]rzieher|[Gg]eschäftsführer|[Mm]inister|[Vv]ollzieher)"
const GENITIVE =
  "(?:\\p{Lu}\\p{Ll}*)?(?:[Aa]nwalts|[Aa]rztes|[Nn]otars|[Bb]etreuers|[Vv]ermieters|[Rr]ichters|[Pp]farrers|[Gg]utachters|[Mm]aklers|[Bb]eraters|[Mm]eisters|[Vv]erwalters|[Pp]flegers)"
const right = (title: string) => new RegExp(`^["(]?(?:${title})$`, "u")
const ONE = right(OF_ONE)
const SEVERAL = right(OF_SEVERAL)
const GENITIVES = right(GENITIVE)
/** "von Betreuer Gröbner": of several it would be "von Betreuern". */
const WITH_DATIVE = /(?<!\p{L})[Vv]on[ ]\S+[ ]$/u
/** "Die Betreuerin Gröbner war da": what stands before the verb of a main clause is one thing. */
const AT_BEGINNING =
  /(?:^|[.!?:]\s|\n)["(]?(?:D(?:er|ie)|(?:Mein|Sein|Ihr|Unser)e?)[ ](?:\p{Ll}+[ ])?\S+[ ]$/u
const BEGINS_WITH_CAPITAL = /^["(]?\p{Lu}\p{L}/u
/** "Rechtsanwältin von Gröben" */
const PARTICLE = /(?<=[ ])(?:von|van|de|zu)(?:[ ](?:der|den))?[ ]$/u
/** "dass der Arzt Atteste ausstellt": behind an article, what follows may be any noun. */
const WITH_ARTICLE =
  /(?<!\p{L})(?:de[rmns]|die|das|(?:k?ein|mein|dein|sein|ihr|unser|euer)(?:e[rmns]?)?|vom|beim|zum|zur|als|ohne|für|jede[rmn]?|diese[rmns]?|welche[rmns]?|\p{Ll}{3,}em)[ ](?:\p{Ll}+[ ])?\S+[ ]$/iu
/** Said of one only: "Betreuer Gröbner hat ..." */
const SINGULAR =
  /^[ ](?:hat|hatte|ist|war|wird|wurde|will|wollte|möchte|kann|soll|rief|ruft|schrieb|schreibt|bittet|bat|teilte?|meldete?|sagte?|fragte?|legte?|kommt|kam|wünscht|beantragte?|vertritt|vertrat|stellte?|forderte?|erklärte?|verlangte?)(?!\p{L})/u
/** How many names end and hardly any noun does: "Gröbner", "Zwickl". */
const SURNAME_ENDING = /(?:[bdfgkp]ner|[bcdgkrs]l|inger|berger)$/u

/** Whether a profession or an office right before makes it a name: "Rechtsanwalt Gröbner", "Notarin Carla Brecht". */
export function isBehindOffice({ words, likeness }: Name, textBefore: string, behind: string): boolean {
  const before = textBefore.replace(PARTICLE, "")
  const title = /(\S{2,40})[ ]$/.exec(before.slice(-42))?.[1]
  if (!title || !BEGINS_WITH_CAPITAL.test(title)) return false
  const isOne = ONE.test(title)
  const isGenitive = GENITIVES.test(title)
  if (!isOne && !isGenitive && !SEVERAL.test(title)) return false
  const [first = ""] = words
  const isLikely = likeness >= 2 || words.some(isFirstName) || SURNAME_ENDING.test(first)
  if (isLikely || isGenitive) return true
  if (SINGULAR.test(behind) && AT_BEGINNING.test(before)) return true
  if (before !== textBefore && !SINGULAR.test(behind)) return false
  if (WITH_ARTICLE.test(before)) return false
  return isOne || SINGULAR.test(behind) || WITH_DATIVE.test(before)
}
