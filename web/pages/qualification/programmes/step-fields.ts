import type { FieldFault } from "../../../../server/kernel/http.ts"
import {
  AgendaLine,
  EditedStep,
  isSession,
  MOST_AGENDA,
  MOST_STEP_QUESTIONS,
  STEP_KINDS,
  StepQuestion,
  type StepView,
} from "../../../../server/qualification/core.ts"
import { compared } from "../../../compared.ts"
import { limitsOf, namesOf, readForm } from "../../../form-reading.ts"
import type { FormState, Labels } from "../../../form-state.tsx"
import { type Fields, listOf, textOf } from "../../../forms.ts"
import { type Compared, errorFor } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { programmeLabels } from "./frame.tsx"

type Kind = StepView["kind"]

/** What stands in lines of its own, and how many of them there can be. */
const ROWS = {
  agenda: { schema: AgendaLine, most: MOST_AGENDA, telling: ["title", "minutes"] },
  questions: { schema: StepQuestion, most: MOST_STEP_QUESTIONS, telling: ["label", "options"] },
}
export type List = keyof typeof ROWS
const LISTS = Object.keys(ROWS) as List[]

const nameIn = (list: string, row: number | string, part: string) => `${list}-${row}-${part}`
const namesIn = (list: List) =>
  Array.from({ length: ROWS[list].most }, (_, row) =>
    namesOf(ROWS[list].schema).map((part) => nameIn(list, row, part)),
  ).flat()

/** Every name that the form of any kind may send. */
export const STEP_NAMES = [...namesOf(EditedStep), ...LISTS.flatMap(namesIn)]

/** What the fields are called in faults; those of a line with the line that they stand in. */
export function stepLabels(t: Texts): Labels {
  const { agendaLine, questionLine, rowFields } = t.qualification.programmes
  const labels: Labels = { ...programmeLabels(t) }
  for (const list of LISTS)
    for (let row = 0; row < ROWS[list].most; row += 1)
      for (const [part, label] of Object.entries(rowFields[list]))
        labels[nameIn(list, row, part)] =
          `${list === "agenda" ? agendaLine(row + 1) : questionLine(row + 1)}, ${label}`
  return labels
}

/** A fault in a line is shown at the line's own field. */
export function faultInRow(fault: FieldFault): FieldFault {
  const [list = "", row, part] = fault.field.split(".")
  return row === undefined || part === undefined ? fault : { ...fault, field: nameIn(list, row, part) }
}

/** Name, label, text and fault of a field in a line; a line may be left empty. */
export function inRow(t: Texts, form: FormState, list: List, row: number, part: string) {
  const name = nameIn(list, row, part)
  const labels: Labels = t.qualification.programmes.rowFields[list]
  return {
    name,
    label: labels[part] ?? part,
    value: textOf(form.fields, name),
    optional: true,
    maxlength: limitsOf(ROWS[list].schema, part).maxLength,
    ...errorFor(form.errors, name),
  }
}

/** The lines that are filled, and a few to fill. */
export const linesOf = (form: FormState, list: List, more: number) =>
  Array.from({ length: Math.min(rowsIn(form.fields, list) + more, ROWS[list].most) }, (_, row) => row)

export const isOn = (value: string) => value === "true"

/** The kind whose fields the form has. */
export const kindShown = (fields: Fields, step: StepView): Kind =>
  STEP_KINDS.find((kind) => kind === textOf(fields, "shown")) ?? step.kind

/** Which fields the form of a kind has; all others keep what they hold. */
export const hasField = {
  weeks: (kind: Kind) => kind === "practice",
  minutes: (kind: Kind) => isSession(kind) || kind === "impulse",
  guidance: (kind: Kind) => kind !== "impulse",
  agenda: isSession,
  questions: (kind: Kind) => kind === "impulse",
  features: (kind: Kind) => kind !== "certificate",
  voluntary: (kind: Kind) => kind !== "assessment" && kind !== "certificate",
}

const isShown = (name: string, kind: Kind) => hasField[name as keyof typeof hasField]?.(kind) ?? true

/** A step as the fields of its form. */
export function fieldsOf({
  agenda,
  questions,
  week,
  weeks,
  minutes,
  voluntary,
  id,
  html,
  ...step
}: StepView): Fields {
  const numbers = { week: String(week), weeks: String(weeks), minutes: String(minutes) }
  const fields: Fields = { ...step, ...numbers, voluntary: voluntary ? "true" : "" }
  const put = (list: List, rows: Record<string, unknown>[]) => {
    for (const [row, line] of rows.entries())
      for (const [part, value] of Object.entries(line)) fields[nameIn(list, row, part)] = textIn(value)
  }
  put("agenda", agenda)
  put("questions", questions)
  return fields
}

const textIn = (value: unknown) => {
  if (Array.isArray(value)) return value.join("\n")
  return value === false ? "" : String(value)
}

/** Without the rows that were left empty, so that rows and the places of faults are the same. */
export function withoutEmptyRows(fields: Fields): Fields {
  const lines = LISTS.flatMap(namesIn)
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !lines.includes(name)))
  for (const list of LISTS)
    for (const [row, line] of rowsOf(fields, list).entries())
      for (const [part, value] of Object.entries(line)) kept[nameIn(list, row, part)] = value
  return kept
}

/** What stands in the rows that were not left empty. */
function rowsOf(fields: Fields, list: List): Record<string, string>[] {
  const { schema, most, telling } = ROWS[list]
  return Array.from({ length: most }, (_, row) =>
    Object.fromEntries(namesOf(schema).map((part) => [part, textOf(fields, nameIn(list, row, part))])),
  ).filter((line) => telling.some((part) => line[part]?.trim()))
}

const rowsIn = (fields: Fields, list: List) => rowsOf(fields, list).length

/** The step with what was entered in the fields that the shown kind has; the others keep what they hold. */
export function inputOf(fields: Fields, step: StepView): Record<string, unknown> {
  const shown = kindShown(fields, step)
  const { id, ...former } = step
  const hidden = Object.entries(hasField).filter(([, has]) => !has(shown))
  const kept = Object.fromEntries(hidden.map(([name]) => [name, former[name as keyof typeof former]]))
  return {
    ...readForm(EditedStep, fields),
    guidance: textOf(fields, "guidance"),
    agenda: rowsOf(fields, "agenda").map((line) => readForm(AgendaLine, line)),
    questions: rowsOf(fields, "questions").map((line) => ({
      ...readForm(StepQuestion, line),
      kind: line.kind || "text",
      options: optionsIn(line),
    })),
    ...kept,
  }
}

const optionsIn = ({ options = "" }: Record<string, string>) =>
  options
    .split("\n")
    .map((option) => option.trim())
    .filter((option) => option !== "")

/** Two versions of a step by the fields that the form of its kind has; rows are lines of one text. */
export function comparedSteps(t: Texts, shown: Kind, saved: Fields, mine: Fields): Compared[] {
  const { cohorts, programmes: words } = t.qualification
  const labels = programmeLabels(t)
  const plain = namesOf(EditedStep).filter(
    (name) => !(name in ROWS) && isShown(name, shown) && name in labels,
  )
  const sorted = (fields: Fields) => ({ ...fields, features: listOf(fields, "features").toSorted() })
  const agendaLine = ({ title, minutes, isBreak, withManagers }: Record<string, string>) => {
    const marks = [
      t.qualification.timer.minutes(Number(minutes) || 0),
      isOn(isBreak ?? "") && words.rowFields.agenda.isBreak,
      isOn(withManagers ?? "") && words.rowFields.agenda.withManagers,
    ]
    return `${title} (${marks.filter(Boolean).join(", ")})`
  }
  const questionLine = (line: Record<string, string>) => {
    const answer = wordIn(words.questionKinds, line.kind || "text")
    return `${line.label} (${[answer, optionsIn(line).join(", ")].filter(Boolean).join(": ")})`
  }
  const lines = (list: List, said: (line: Record<string, string>) => string): Compared[] => {
    const all = (fields: Fields) => rowsOf(fields, list).map(said).join("\n")
    return hasField[list](shown)
      ? [{ name: list, label: labels[list] ?? list, saved: all(saved), mine: all(mine) }]
      : []
  }
  return [
    ...compared(
      Object.fromEntries(plain.map((name) => [name, labels[name] ?? name])),
      sorted(saved),
      sorted(mine),
      {
        kind: (value) => wordIn(cohorts.kinds, value),
        features: (value) => wordIn(words.features, value),
        voluntary: () => t.shell.form.yes,
      },
    ),
    ...lines("agenda", agendaLine),
    ...lines("questions", questionLine),
  ]
}

const wordIn = (words: Record<string, string>, value: string) => words[value] ?? value
