import type { Locale } from "../../../../server/kernel/actor.ts"
import { formatDateTime, formatDay } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export type Line = { label: string; value: string }
/** The language of the details, and `names`, which knows things by their ids. */
export type Words = { t: Texts; locale: Locale; names: Map<string, string> }
type Details = Record<string, unknown>

const PAIRS = [
  ["from", "to"],
  ["before", "after"],
] as const

/** What an entry says beyond action and subject. Of two states only what differs; what is unknown as it is. */
export function detailLines(words: Words, detail: Details): Line[] {
  const [former, next] = PAIRS.find((pair) => pair.every((key) => key in detail)) ?? []
  const single = Object.entries(detail).filter(([key]) => key !== former && key !== next)
  const lines = single.map(([key, value]) => ({ label: labelOf(words, key), value: tell(words, value) }))
  if (former === undefined || next === undefined) return lines
  return [...lines, ...difference(words, [former, detail[former]], [next, detail[next]])]
}

type Entry = [key: string, value: unknown]

function difference(words: Words, former: Entry, next: Entry): Line[] {
  const [before, after] = [former[1], next[1]]
  if (!isDetails(after) || !(before === null || isDetails(before)))
    return [former, next].map(([key, value]) => ({ label: labelOf(words, key), value: tell(words, value) }))
  const changed = Object.keys(after).filter((key) => !isSame(before?.[key], after[key]))
  return changed.map((key) => ({
    label: labelOf(words, key),
    value: before ? `${tell(words, before[key])} → ${tell(words, after[key])}` : tell(words, after[key]),
  }))
}

const isDetails = (value: unknown): value is Details =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Nothing and an empty list or text say the same. */
const isSame = (before: unknown, after: unknown) =>
  JSON.stringify(filled(before)) === JSON.stringify(filled(after))
const filled = (value: unknown) =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value

function tell(words: Words, value: unknown): string {
  const { yes, no } = words.t.accounts.audit
  if (filled(value) === null || value === null) return "–"
  if (typeof value === "boolean") return value ? yes : no
  if (typeof value === "string") return tellText(words, value)
  if (Array.isArray(value)) return value.map((one) => tell(words, one)).join(", ")
  if (isDetails(value))
    return Object.entries(value)
      .map(([key, one]) => `${labelOf(words, key)}: ${tell(words, one)}`)
      .join(", ")
  return String(value)
}

function tellText({ t, locale, names }: Words, text: string): string {
  const known: Record<string, string> = { ...t.shell.roles, ...t.shell.lands, ...t.accounts.audit.values }
  if (Object.hasOwn(known, text)) return known[text] ?? text
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, locale)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return formatDateTime(new Date(text), locale)
  return names.get(text) ?? (isId(text) ? t.accounts.audit.goneThing : text)
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Everything that details name by its id. */
export const idsIn = (detail: unknown): string[] =>
  typeof detail === "string"
    ? [detail].filter(isId)
    : typeof detail === "object" && detail !== null
      ? Object.values(detail).flatMap(idsIn)
      : []

function labelOf({ t }: Words, key: string): string {
  const labels: Record<string, string> = t.accounts.audit.fields
  return Object.hasOwn(labels, key) ? (labels[key] ?? key) : key
}
