import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { DAY, now } from "../../kernel/time.ts"
import { type Exclusion, isOneTerm } from "../exclusions.ts"
import { analyse, askedTerms, MARK, stemNumber, stemOf } from "../german.ts"
import { type EngineQuery, PERIODS, type SearchFilter } from "../model.ts"
import { tagTerm } from "./layout.ts"
import { lookUp, Stems } from "./vocabulary.ts"

/** Norms and file numbers, and of sequences the longest word: the rest of them is looked up in candidates. */
export function required({ understood }: EngineQuery): SQL {
  const { units, phrases } = understood
  const named = sql`d.terms @> ${sql.param(units.map(stemNumber))}::int[]`
  const words = phrases.map((phrase) => longestOf(phrase)).filter((terms) => terms.length > 0)
  const anyOf = (terms: number[]) => sql`d.terms && ${sql.param(terms)}::int[]`
  return sql.join([units.length > 0 ? named : sql`true`, ...words.map(anyOf)], sql` and `)
}

/** The numbers by which a text with the longest word of a sequence is found: its own, and in an older index its stem's. */
function longestOf(phrase: string): number[] {
  const [longest] = askedTerms(phrase).toSorted((a, b) => b.length - a.length)
  if (longest === undefined) return []
  const own = analyse(phrase, true).words.filter((word) => stemOf(word) === longest)
  return [...new Set([longest, ...own])].map(stemNumber)
}

/** The sequences as they stand, and nothing of what was excluded; looked up in candidates only. */
export function verified({ understood }: EngineQuery, stems: Stems): SQL {
  const phrases = understood.phrases.map((phrase) => sql`${placeOf(phrase)} > 0`)
  const excluded = understood.without.map((one) => sql`not ${excludedBy(one, stems)}`)
  return sql.join([sql`true`, ...phrases, ...excluded], sql` and `)
}

function excludedBy({ sequence, units }: Exclusion, stems: Stems): SQL {
  const named = sql.param(units.map(stemNumber))
  if (sequence === "") return sql`d.terms && ${named}::int[]`
  if (isOneTerm(sequence))
    return sql`d.terms && ${sql.param(askedTerms(sequence).flatMap((stem) => stems.termsOf(stem)))}::int[]`
  return sql`(${placeOf(sequence)} > 0 and d.terms @> ${named}::int[])`
}

/** The words of the index that an exclusion means. */
export async function readExcluded(reader: Reader, { understood }: EngineQuery): Promise<Stems> {
  const stems = understood.without
    .map(({ sequence }) => sequence)
    .filter(isOneTerm)
    .flatMap(askedTerms)
  return new Stems(stems.length > 0 ? await lookUp(reader, [], stems) : [])
}

/** Where the words stand in this sequence, from 1; 0: nowhere. */
const placeOf = (sequence: string): SQL => {
  const wanted = ` ${analyse(sequence).tokens.join(" ").replaceAll(MARK, "")} `
  return sql`position(${wanted} in replace(d.words, ${MARK}, ''))`
}

/** Where it may stand: what the person may read, and what was filtered by. */
export function placed({ understood, categoryIds, actorId }: EngineQuery, filter: SearchFilter): SQL {
  const within = (column: string, values: string[] | undefined, type: string) =>
    values && values.length > 0
      ? [sql`${sql.raw(`d.${column}`)} = any(${sql.param(values)}::${sql.raw(type)})`]
      : []
  const conditions = [
    sql`d.category_id = any(${sql.param(categoryIds)}::uuid[])`,
    ...within("kind", filter.kinds, "text[]"),
    ...within("category_id", filter.categoryIds, "uuid[]"),
    ...within("department_id", filter.departmentIds, "uuid[]"),
    ...within("state", filter.states, "text[]"),
    ...(filter.tags && filter.tags.length > 0 ? [sql`d.tags && ${sql.param(filter.tags)}::text[]`] : []),
    ...(filter.official ? [sql`d.official`] : []),
    ...(filter.period
      ? [sql`d.created_at >= ${new Date(now().getTime() - PERIODS[filter.period] * DAY)}`]
      : []),
    ...(understood.tags.length > 0
      ? [sql`d.terms && ${sql.param(understood.tags.map(tagTerm))}::int[]`]
      : []),
    ...(understood.not.tags.length > 0
      ? [sql`not d.terms && ${sql.param(understood.not.tags.map(tagTerm))}::int[]`]
      : []),
    ...(filter.mine || understood.mine ? [sql`d.author_id = ${actorId}`] : []),
    ...(understood.not.mine ? [sql`d.author_id <> ${actorId}`] : []),
  ]
  return sql.join(conditions, sql` and `)
}
