import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"
import type { Locale, Role } from "../../../kernel/actor.ts"
import type { ImportFault } from "./schema.ts"

/** What a line says; null where the column is missing or the cell is empty. */
export type Said = {
  line: number
  displayName: string | null
  email: string
  roles: string[] | null
  departments: string[] | null
  locale: string | null
}

type Column = "displayName" | "givenName" | "familyName" | "email" | "roles" | "departments" | "locale"

/** What columns may be called, in lower case and without signs. */
const HEADINGS: Record<string, Column> = {
  name: "displayName",
  anzeigename: "displayName",
  displayname: "displayName",
  vorname: "givenName",
  givenname: "givenName",
  firstname: "givenName",
  nachname: "familyName",
  familienname: "familyName",
  familyname: "familyName",
  lastname: "familyName",
  email: "email",
  mail: "email",
  emailadresse: "email",
  emailaddress: "email",
  rolle: "roles",
  rollen: "roles",
  role: "roles",
  roles: "roles",
  abteilung: "departments",
  abteilungen: "departments",
  department: "departments",
  departments: "departments",
  sprache: "locale",
  language: "locale",
  locale: "locale",
}

export const ROLE_WORDS: Record<string, Role> = {
  sachbearbeitung: "clerk",
  clerk: "clerk",
  fachansprechperson: "specialist",
  specialist: "specialist",
  führungskraft: "lead",
  lead: "lead",
  lernbegleitung: "facilitator",
  facilitator: "facilitator",
  redaktion: "editor",
  editor: "editor",
  administration: "admin",
  admin: "admin",
}

export const LOCALE_WORDS: Record<string, Locale> = {
  de: "de",
  deutsch: "de",
  german: "de",
  en: "en",
  englisch: "en",
  english: "en",
}

/** So many are taken over within the time that a request may take. */
const MOST_LINES = 2000

type Row = { cells: string[]; line: number }
type Read = { said: Said[]; faults: ImportFault[]; ignored: string[] }

/**
 * A CSV file as Excel and others write it: with semicolons, commas or tabs, with Excel's line that names the separator,
 * with `="…"` around what shall stay text. A cell that a table program would take for a formula is a fault: nothing that
 * begins so shall get into a file that somebody else opens.
 */
export function readFile(content: string): Read {
  const { text, delimiter, before } = separated(content.replace(/^\ufeff+/, ""))
  try {
    const rows: Row[] = []
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells: cells.map(plain), line: lines + before })
        return null
      },
    })
    return readRows(rows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === "number" ? error.lines + before : 0
    return { said: [], faults: [fault(line, "people-import.broken")], ignored: [] }
  }
}

function separated(content: string): { text: string; delimiter: string; before: number } {
  const [, named] = /^"?sep=(.)"?[ \t]*\r?\n/i.exec(content) ?? []
  if (named) return { text: content.slice(content.indexOf("\n") + 1), delimiter: named, before: 1 }
  const [headings = ""] = content.split(/\r?\n/, 1)
  const count = (sign: string) => headings.split(sign).length
  const [delimiter = ";"] = [";", ",", "\t"].toSorted((one, other) => count(other) - count(one))
  return { text: content, delimiter, before: 0 }
}

const plain = (cell: string) =>
  cell
    .replace(/^="(.*)"$/s, "$1")
    .replace(/^'(?=[=+@-])/, "")
    .replace(/\s+/g, " ")
    .trim()

function readRows([headings, ...rows]: Row[]): Read {
  const columns = (headings?.cells ?? []).map((one) => HEADINGS[one.toLowerCase().replace(/[^\p{L}]/gu, "")])
  const ignored = (headings?.cells ?? []).filter((one, index) => one !== "" && !columns[index])
  const twice = columns.find((one, index) => one !== undefined && columns.indexOf(one) !== index)
  const has = (column: Column) => columns.includes(column)
  const isNamed = has("displayName") || has("familyName")
  if (!has("email") || !isNamed || twice)
    return { said: [], ignored, faults: [fault(1, "people-import.columns")] }
  if (rows.length === 0) return { said: [], ignored, faults: [fault(0, "people-import.empty")] }
  if (rows.length > MOST_LINES) return { said: [], ignored, faults: [fault(0, "people-import.too-many")] }
  const said = rows.map(({ cells, line }) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] || null
    const parts = [cell("givenName"), cell("familyName")].filter(Boolean).join(" ")
    return {
      line,
      displayName: cell("displayName") ?? (parts || null),
      email: cell("email") ?? "",
      roles: listIn(cell("roles")),
      departments:
        cell("departments")
          ?.split("|")
          .map((one) => one.trim())
          .filter(Boolean) ?? null,
      locale: cell("locale"),
    }
  })
  return { said, ignored, faults: said.flatMap(formulas) }
}

const listIn = (cell: string | null) =>
  cell
    ?.split(/[,;|/]/)
    .map((one) => one.trim())
    .filter(Boolean) ?? null

function formulas({ line, displayName, email, departments }: Said): ImportFault[] {
  const isFormula = (text: string | null) => text !== null && /^[=+@-]/.test(text)
  return [
    ...(isFormula(displayName) ? [fault(line, "people-import.formula", "displayName", displayName)] : []),
    ...(isFormula(email) ? [fault(line, "people-import.formula", "email", email)] : []),
    ...(departments ?? [])
      .filter(isFormula)
      .map((one) => fault(line, "people-import.formula", "departmentIds", one)),
  ]
}

export const fault = (
  line: number,
  code: string,
  field: ImportFault["field"] = "file",
  value: string | null = "",
  limit: number | null = null,
): ImportFault => ({ line, code, field, value: (value ?? "").slice(0, 200), limit })
