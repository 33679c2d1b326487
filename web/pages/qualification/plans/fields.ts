import type { TSchema } from "typebox"
import { Type } from "typebox"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  MOST_LINES,
  PLANS,
  type PlanContent,
  type PlanKind,
  planValues,
} from "../../../../server/qualification/outcome.ts"
import { type FormState, freshForm, type Labels } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { columnLabel, fieldLabel } from "./labels.ts"

const fieldName = (name: string) => `fields.${name}`
const lineName = (index: number, name: string) => `lines.${index}.${name}`
const eachLine = <T>(of: (index: number) => T[]) => Array.from({ length: MOST_LINES }, (_, i) => of(i)).flat()

/** Every name that a form of any kind may send; the kind decides what is read of them. */
export const PLAN_FIELDS = [
  ...new Set(
    Object.values(PLANS).flatMap(({ fields, columns }) => [
      ...Object.keys(fields).map(fieldName),
      ...eachLine((index) => Object.keys(columns).map((name) => lineName(index, name))),
    ]),
  ),
  "link",
  "version",
]

export function contentIn(kind: PlanKind, form: Fields): PlanContent {
  const { fields, columns } = PLANS[kind]
  const lines = eachLine((index) => [
    Object.fromEntries(Object.keys(columns).map((name) => [name, textOf(form, lineName(index, name))])),
  ])
  return {
    link: textOf(form, "link").trim(),
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, textOf(form, fieldName(name))])),
    lines: lines.filter((line) => Object.values(line).some((value) => value !== "")),
  }
}

/** A plan as its form has it. */
export function fieldsOf(kind: PlanKind, content: PlanContent | null, version: number): Fields {
  const { link, fields, lines } = content ?? contentIn(kind, {})
  return {
    link,
    version: String(version),
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldName(name), value])),
    ...Object.fromEntries(
      lines.flatMap((line, index) =>
        Object.entries(line).map(([name, value]) => [lineName(index, name), value]),
      ),
    ),
  }
}

/** The form of one kind: its labels and limits, and its faults, which name the field. */
export function stateOf(
  t: Texts,
  kind: PlanKind,
  form: Pick<FormState, "fields"> & Partial<FormState>,
): FormState {
  const labels = labelsOf(t, kind)
  const errors = (form.errors ?? []).map(({ field, message }) => {
    const label = labels[field]
    return { field, message: label ? t.errors.named(label, message) : message }
  })
  return { ...freshForm(inputOf(kind), labels, form.fields), ...form, input: inputOf(kind), labels, errors }
}

function labelsOf(t: Texts, kind: PlanKind): Labels {
  const { fields, columns } = PLANS[kind]
  const words = t.qualification.plans
  return Object.fromEntries([
    ["link", words.link],
    ...Object.keys(fields).map((name) => [fieldName(name), fieldLabel(t, kind, name)]),
    ...eachLine((index) =>
      Object.keys(columns).map((name) => [
        lineName(index, name),
        `${words.kinds[kind].line} ${index + 1}, ${columnLabel(t, kind, name)}`,
      ]),
    ),
  ])
}

/** Nothing of a plan has to be filled. */
function inputOf(kind: PlanKind): TSchema {
  const { link, fields, columns } = planValues(kind)
  return Closed(
    Type.Partial(
      Type.Object({
        link,
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldName(name), value])),
        ...Object.fromEntries(
          eachLine((index) =>
            Object.entries(columns).map(([name, value]) => [lineName(index, name), value] as const),
          ),
        ),
      }),
    ).properties,
  )
}
