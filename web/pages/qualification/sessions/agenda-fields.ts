import type { AgendaView } from "../../../../server/qualification/meet.ts"
import { type Fields, textOf } from "../../../forms.ts"

/** More rows than an agenda may have: what is too much is told, not lost. */
const ROWS = 45
const PARTS = ["from", "title", "minutes", "isBreak"] as const
const NEW = ["new.title", "new.minutes", "new.isBreak", "new.after"] as const

export type Row = { from: string; title: string; minutes: string; isBreak: boolean }
export type NewRow = Omit<Row, "from"> & { after: string }
export type TypedAgenda = {
  version: string
  current: { title: string; minutes: string } | null
  ahead: Row[]
  added: NewRow
}

export const AGENDA_FIELDS = [
  "version",
  "button",
  "current.title",
  "current.minutes",
  ...Array.from({ length: ROWS }, (_, row) => PARTS.map((part) => `ahead.${row}.${part}`)).flat(),
  ...NEW,
]

const NOTHING_NEW: NewRow = { title: "", minutes: "", isBreak: false, after: "" }

export const agendaAsTyped = ({ version, current, ahead }: AgendaView): TypedAgenda => ({
  version: String(version),
  current: current && { title: current.title, minutes: String(current.minutes) },
  ahead: ahead.map(({ from, title, minutes, isBreak }) => ({
    from: String(from),
    title,
    minutes: String(minutes),
    isBreak,
  })),
  added: NOTHING_NEW,
})

export function agendaIn(fields: Fields): TypedAgenda {
  const row = (at: string): Row => ({
    from: textOf(fields, `${at}.from`),
    title: textOf(fields, `${at}.title`),
    minutes: textOf(fields, `${at}.minutes`),
    isBreak: textOf(fields, `${at}.isBreak`) === "true",
  })
  const count = Array.from({ length: ROWS }, (_, index) => index).filter(
    (index) => fields[`ahead.${index}.title`] !== undefined,
  ).length
  const current = { title: textOf(fields, "current.title"), minutes: textOf(fields, "current.minutes") }
  return {
    version: textOf(fields, "version"),
    current: fields["current.title"] === undefined ? null : current,
    ahead: Array.from({ length: count }, (_, index) => row(`ahead.${index}`)),
    added: { ...row("new"), after: textOf(fields, "new.after") },
  }
}

/** What the pressed button asks for: `up:2`, `down:2`, `remove:2`; anything else only saves. */
export function afterPress({ ahead, added, ...rest }: TypedAgenda, button: string): TypedAgenda {
  const [, name, digits] = /^(up|down|remove):(\d{1,2})$/.exec(button) ?? []
  const place = Number(digits)
  const rows = [...ahead]
  const row = rows[place]
  if (row && name === "remove") rows.splice(place, 1)
  if (row && name === "up" && place > 0) rows.splice(place - 1, 2, row, ...rows.slice(place - 1, place))
  if (row && name === "down" && place + 1 < rows.length)
    rows.splice(place, 2, ...rows.slice(place + 1, place + 2), row)
  return { ...rest, ahead: rows, added }
}

/** The new item in its place; nothing where it was left empty. */
export function withNew({ ahead, added, ...rest }: TypedAgenda): Omit<TypedAgenda, "added"> {
  const { title, minutes, isBreak, after } = added
  if (title.trim() === "" && minutes.trim() === "") return { ...rest, ahead }
  const last = ahead.findIndex(({ from }) => from !== "" && from === after)
  const place = after === "first" ? 0 : last < 0 ? ahead.length : last + 1
  return { ...rest, ahead: ahead.toSpliced(place, 0, { from: "", title, minutes, isBreak }) }
}

/** As the API takes it; what is no number is handed on, to be refused with its field. */
export const inputOf = ({ version, current, ahead }: Omit<TypedAgenda, "added">) => ({
  version: numberIn(version),
  current: current && { title: current.title.trim(), minutes: numberIn(current.minutes) },
  ahead: ahead.map(({ from, title, minutes, isBreak }) => ({
    from: from === "" ? null : numberIn(from),
    title: title.trim(),
    minutes: numberIn(minutes),
    isBreak,
  })),
})

/** A whole number as entered; anything else is handed on as it is, to be refused by the schema. */
const numberIn = (text: string): number | string => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text)
