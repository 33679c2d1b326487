import { DAY, now } from "../../kernel/time.ts"
import { nameKey } from "../german.ts"
import { type EngineQuery, type Facet, PERIODS, type Period } from "../model.ts"

/** What holds whatever a person chooses: the categories they read, and what the query names as a whole. */
export function fixedFilters(query: EngineQuery, gone: string[]): string[] {
  const { understood, categoryIds, actorId, filter } = query
  return [
    among("categoryId", categoryIds),
    ...(gone.length > 0 ? [`NOT ${among("id", gone)}`] : []),
    ...understood.units.map((unit) => `units = ${quoted(unit)}`),
    ...(understood.tags.length > 0 ? [among("tagKeys", understood.tags.map(nameKey))] : []),
    ...understood.without.flatMap(({ sequence, units }) =>
      sequence === "" ? [`NOT ${among("units", units)}`] : [],
    ),
    ...(understood.not.tags.length > 0 ? [`NOT ${among("tagKeys", understood.not.tags.map(nameKey))}`] : []),
    ...(understood.not.mine ? [`authorId != ${quoted(actorId)}`] : []),
    ...(understood.mine || filter.mine ? [`authorId = ${quoted(actorId)}`] : []),
  ]
}

/** What a person chose, by facet. */
export function chosenFilters({ filter }: EngineQuery): Map<Facet, string> {
  const chosen = new Map<Facet, string>()
  const choose = (facet: Facet, values: string[] | undefined) => {
    if (values && values.length > 0) chosen.set(facet, among(ATTRIBUTES[facet], values))
  }
  choose("kind", filter.kinds)
  choose("category", filter.categoryIds)
  choose("department", filter.departmentIds)
  choose("state", filter.states)
  choose("tag", filter.tags)
  if (filter.official) chosen.set("official", "official = true")
  if (filter.period) chosen.set("period", since(filter.period))
  return chosen
}

const ATTRIBUTES: Record<Facet, string> = {
  kind: "kind",
  category: "categoryId",
  department: "departmentId",
  state: "state",
  tag: "tags",
  official: "official",
  period: "createdAt",
}

const since = (period: Period) => `createdAt >= ${now().getTime() - PERIODS[period] * DAY}`

const among = (attribute: string, values: string[]) => `${attribute} IN [${values.map(quoted).join(", ")}]`

/** A value can hold anything: quotes and the character that escapes them are escaped. */
export const quoted = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
