import { type Static, type TObject, type TSchema, Type } from "typebox"
import { Choice, Closed } from "../server/kernel/schemas.ts"
import { type Fields, listOf, textOf } from "./forms.ts"

type Property = {
  type?: string
  enum?: unknown[]
  anyOf?: Property[]
  items?: Property
  maxLength?: number
  minLength?: number
  pattern?: string
  format?: string
}
type Shape = { properties: Record<string, Property>; required: string[] }

/** The input of a form that is only a button. */
export const NoInput = Closed({})

/**
 * The input of an address that several forms of a page are sent to, such as what is changed and that it is to go. What
 * each of them asks for, `readForm` with its own schema sees to: it leaves nothing out that is required.
 */
export const eitherOf = <S extends TObject[]>(...schemas: S) =>
  Type.Unsafe<Static<S[number]>>(Closed(optionalOf(schemas)))

type Inputs = Record<string, TObject>
type Action<I extends Inputs> = { [A in keyof I & string]: { action: A } & Static<I[A]> }[keyof I & string]

/**
 * The same where the field `action` says what is to be done, by the name of its input here. What is sent is checked by
 * the rules of that action alone, also in fields that several of them know. To be spread into the declaration of the form.
 */
export function actionsOf<I extends Inputs>(inputs: I) {
  const all = Closed({ action: Choice(Object.keys(inputs)), ...optionalOf(Object.values(inputs)) })
  const rules = new Map<string, TSchema>(
    Object.entries(inputs).map(([action, { properties }]) => [
      action,
      Closed({ action: Choice([action]), ...properties }),
    ]),
  )
  return {
    input: Type.Unsafe<Action<I>>(all),
    rulesOf: (fields: Fields): TSchema => rules.get(textOf(fields, "action")) ?? all,
    read: (fields: Fields) => {
      const action = textOf(fields, "action")
      const chosen = Object.hasOwn(inputs, action) ? inputs[action] : undefined
      return { action, ...(chosen && readForm(chosen, fields)) }
    },
  }
}

const optionalOf = (schemas: TObject[]) =>
  Type.Partial(Type.Object(Object.assign({}, ...schemas.map(({ properties }) => properties)))).properties

const shapeOf = (schema: TSchema): Shape => {
  const { properties = {}, required = [] } = Object(schema)
  return { properties, required }
}

/** The key that makes sending twice harmless has another name in a form than in the API. */
const sentAs = (name: string) => (name === "key" ? "idempotencyKey" : name)

/** The fields that a form for this input sends. */
export const namesOf = (schema: TSchema): string[] => Object.keys(shapeOf(schema).properties).map(sentAs)

/**
 * What an API takes, from the text of a form's fields of the same names: numbers, truth values and lists as the schema
 * says, nothing chosen as null or left out. Text that is no number stays text, for the check to refuse by its field.
 */
export function readForm(schema: TSchema, fields: Fields): Record<string, unknown> {
  const { properties, required } = shapeOf(schema)
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const value = inputOf(property, fields, sentAs(name))
      return value === "" && (!required.includes(name) || name === "key") ? [] : [[name, value]]
    }),
  )
}

function inputOf(property: Property, fields: Fields, name: string): unknown {
  if (property.type === "array")
    return listOf(fields, name).map((text) => (isNumber(property.items) ? numberOf(text) : text))
  const text = textOf(fields, name)
  const inner = property.anyOf?.find(({ type }) => type !== "null")
  if (inner && property.anyOf?.some(({ type }) => type === "null"))
    return text === "" ? null : inputOf(inner, fields, name)
  if (property.type === "boolean") return text !== "" && text !== "false"
  return isNumber(property) ? numberOf(text) : text
}

const isNumber = (property: Property | undefined) =>
  property?.type === "integer" || property?.type === "number"
const numberOf = (text: string) => (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text)

/** The longest text that an input takes in a field, and whether it may be left empty. */
export function limitsOf(schema: TSchema, name: string): { maxLength: number | null; isOptional: boolean } {
  const { properties, required } = shapeOf(schema)
  const property = properties[name] ?? {}
  const isNullable = property.anyOf?.some(({ type }) => type === "null") ?? false
  const text = property.anyOf?.find(({ type }) => type !== "null") ?? property
  const { maxLength = null } = text
  return { maxLength, isOptional: isNullable || mayBeEmpty(text) || !required.includes(name) }
}

const mayBeEmpty = ({ type, minLength = 0, pattern = "", format, enum: choices }: Property) =>
  type === "string" && minLength === 0 && new RegExp(pattern, "u").test("") && !format && !choices
