import type { FieldFault } from "../../../../server/kernel/http.ts"
import {
  isSession,
  MOST_AGENDA,
  MOST_STEP_QUESTIONS,
  type StepView,
} from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { type Fields, fieldErrors, listOf, textOf } from "../../../forms.ts"
import type { Compared, FieldError } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Kind = StepView["kind"]

const AGENDA = ["title", "minutes", "isBreak", "withManagers"] as const
const QUESTION = ["label", "kind", "options"] as const
const rows = (list: string, count: number, parts: readonly string[]) =>
  Array.from({ length: count }, (_, row) => parts.map((part) => `${list}.${row}.${part}`)).flat()

/** Every name that the form of any kind may send. */
export const STEP_NAMES = [
  ...["kind", "title", "week", "weeks", "minutes", "contents", "materials", "tasks", "features", "voluntary"],
  ...rows("agenda", MOST_AGENDA, AGENDA),
  ...rows("questions", MOST_STEP_QUESTIONS, QUESTION),
]

/** Which fields the form of a kind has; all others keep what they hold. */
export const hasField = {
  weeks: (kind: Kind) => kind === "practice",
  minutes: (kind: Kind) => isSession(kind) || kind === "impulse",
  agenda: isSession,
  questions: (kind: Kind) => kind === "impulse",
  features: (kind: Kind) => kind !== "certificate",
  voluntary: (kind: Kind) => kind !== "assessment" && kind !== "certificate",
}

/** A whole number as entered; anything else is handed on as it is, to be refused by the schema. */
export const numberIn = (text: string): number | string =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : text

/** A step as the fields of its form. */
export function fieldsOf(step: StepView): Fields {
  const fields: Fields = {
    kind: step.kind,
    title: step.title,
    week: String(step.week),
    weeks: String(step.weeks),
    minutes: String(step.minutes),
    contents: step.contents,
    materials: step.materials,
    tasks: step.tasks,
    features: step.features,
    voluntary: step.voluntary ? "true" : "",
  }
  for (const [row, { title, minutes, isBreak, withManagers }] of step.agenda.entries())
    Object.assign(fields, {
      [`agenda.${row}.title`]: title,
      [`agenda.${row}.minutes`]: String(minutes),
      [`agenda.${row}.isBreak`]: isBreak ? "true" : "",
      [`agenda.${row}.withManagers`]: withManagers ? "true" : "",
    })
  for (const [row, { label, kind, options }] of step.questions.entries())
    Object.assign(fields, {
      [`questions.${row}.label`]: label,
      [`questions.${row}.kind`]: kind,
      [`questions.${row}.options`]: options.join("\n"),
    })
  return fields
}

/** Without the rows that were left empty, so that rows and the places of faults are the same. */
export function withoutEmptyRows(fields: Fields): Fields {
  const kept: Fields = {}
  for (const [name, value] of Object.entries(fields))
    if (!/^(agenda|questions)\./.test(name)) kept[name] = value
  moveRows(fields, kept, "agenda", MOST_AGENDA, AGENDA, ["title", "minutes"])
  moveRows(fields, kept, "questions", MOST_STEP_QUESTIONS, QUESTION, ["label", "options"])
  return kept
}

function moveRows(
  from: Fields,
  to: Fields,
  list: string,
  count: number,
  parts: readonly string[],
  telling: string[],
): void {
  let next = 0
  for (let row = 0; row < count; row += 1) {
    if (telling.every((part) => textOf(from, `${list}.${row}.${part}`).trim() === "")) continue
    for (const part of parts) to[`${list}.${next}.${part}`] = textOf(from, `${list}.${row}.${part}`)
    next += 1
  }
}

/** How many rows of a list are filled, once the empty ones are gone. */
export const rowsIn = (fields: Fields, list: "agenda" | "questions") =>
  Object.keys(fields).filter((name) => name.startsWith(`${list}.`) && /\.(title|label)$/.test(name)).length

/** What the API's schema checks: what the form of this kind showed, and the rest as it was. */
export function inputOf(fields: Fields, shown: Kind, former: StepView) {
  const { id, ...rest } = former
  return {
    ...rest,
    kind: textOf(fields, "kind"),
    title: textOf(fields, "title"),
    week: numberIn(textOf(fields, "week")),
    contents: textOf(fields, "contents"),
    materials: textOf(fields, "materials"),
    tasks: textOf(fields, "tasks"),
    ...(hasField.weeks(shown) && { weeks: numberIn(textOf(fields, "weeks")) }),
    ...(hasField.minutes(shown) && { minutes: numberIn(textOf(fields, "minutes")) }),
    ...(hasField.agenda(shown) && { agenda: agendaIn(fields) }),
    ...(hasField.questions(shown) && { questions: questionsIn(fields) }),
    ...(hasField.features(shown) && { features: listOf(fields, "features") }),
    ...(hasField.voluntary(shown) && { voluntary: textOf(fields, "voluntary") === "true" }),
  }
}

const agendaIn = (fields: Fields) =>
  Array.from({ length: rowsIn(fields, "agenda") }, (_, row) => ({
    title: textOf(fields, `agenda.${row}.title`),
    minutes: numberIn(textOf(fields, `agenda.${row}.minutes`)),
    isBreak: textOf(fields, `agenda.${row}.isBreak`) === "true",
    ...(textOf(fields, `agenda.${row}.withManagers`) === "true" && { withManagers: true }),
  }))

const questionsIn = (fields: Fields) =>
  Array.from({ length: rowsIn(fields, "questions") }, (_, row) => ({
    label: textOf(fields, `questions.${row}.label`),
    kind: textOf(fields, `questions.${row}.kind`) || "text",
    options: textOf(fields, `questions.${row}.options`)
      .split("\n")
      .map((option) => option.trim())
      .filter((option) => option !== ""),
  }))

/** Faults in rows lead to their row, and say which one. */
export function stepErrors(t: Texts, faults: FieldFault[]): FieldError[] {
  const words = t.qualification.programmes
  return faults.flatMap((fault) => {
    const [list = "", row, part = ""] = fault.field.split(".")
    if (row === undefined || !["agenda", "questions"].includes(list)) return fieldErrors(t, [fault])
    const line = list === "agenda" ? words.agendaLine(Number(row) + 1) : words.questionLine(Number(row) + 1)
    return fieldErrors(t, [{ ...fault, field: part }]).map(({ message }) => ({
      field: `${list}.${row}.${part}`,
      message: `${line}, ${message}`,
    }))
  })
}

/** Two versions of a step by the fields that the form of its kind has; rows are lines of one text. */
export function comparedSteps(t: Texts, shown: Kind, saved: Fields, mine: Fields): Compared[] {
  const { cohorts, programmes: words } = t.qualification
  const { kind, title, week, weeks, minutes, contents, materials, tasks } = t.errors.labels
  const plain = compared(
    {
      kind,
      title,
      week,
      ...(hasField.weeks(shown) && { weeks }),
      ...(hasField.minutes(shown) && { minutes }),
      contents,
      materials,
      tasks,
      ...(hasField.features(shown) && { features: words.tools }),
      ...(hasField.voluntary(shown) && { voluntary: words.voluntaryLabel }),
    },
    { ...saved, features: listOf(saved, "features").toSorted() },
    { ...mine, features: listOf(mine, "features").toSorted() },
    {
      kind: (value) => wordIn(cohorts.kinds, value),
      features: (value) => wordIn(words.features, value),
      voluntary: () => t.shell.form.yes,
    },
  )
  const rowsOf = (name: "agenda" | "questions", label: string, line: (row: Fields, at: string) => string) => {
    const lines = (fields: Fields) =>
      Array.from({ length: rowsIn(fields, name) }, (_, row) => line(fields, `${name}.${row}`)).join("\n")
    return { name, label, saved: lines(saved), mine: lines(mine) }
  }
  const agendaLine = (fields: Fields, at: string) => {
    const isBreak = textOf(fields, `${at}.isBreak`) === "true"
    const length = t.qualification.timer.minutes(Number(textOf(fields, `${at}.minutes`)) || 0)
    const withManagers = textOf(fields, `${at}.withManagers`) === "true"
    const marks = [length, isBreak && words.isBreak, withManagers && words.withManagers].filter(Boolean)
    return `${textOf(fields, `${at}.title`)} (${marks.join(", ")})`
  }
  const questionLine = (fields: Fields, at: string) => {
    const options = textOf(fields, `${at}.options`).split("\n").filter(Boolean).join(", ")
    const answer = wordIn(words.questionKinds, textOf(fields, `${at}.kind`) || "text")
    return `${textOf(fields, `${at}.label`)} (${[answer, options].filter(Boolean).join(": ")})`
  }
  return [
    ...plain,
    ...(hasField.agenda(shown) ? [rowsOf("agenda", words.agenda, agendaLine)] : []),
    ...(hasField.questions(shown) ? [rowsOf("questions", words.questions, questionLine)] : []),
  ]
}

const wordIn = (words: Record<string, string>, value: string) => words[value] ?? value
