import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { Refusal } from "../server/kernel/errors.ts"
import type { FieldFault } from "../server/kernel/http.ts"
import { readParts, type SentFields, type Upload } from "../server/kernel/multipart.ts"
import { Closed } from "../server/kernel/schemas.ts"
import type { FieldError } from "./layout/index.ts"
import type { Texts } from "./texts/index.ts"

const Value = Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())]))

/** The body of a page's form: these fields and no others, as text. The API's own schema checks what is in them. */
export const FormOf = <const N extends readonly string[]>(...names: N) =>
  Closed(Object.fromEntries(names.map((name) => [name, Value])))

export type Fields = Record<string, string | string[] | undefined>

/** One field's text; of several of the same name the last. Line ends as the rest of the world has them. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return (Array.isArray(value) ? (value.at(-1) ?? "") : (value ?? "")).replaceAll("\r\n", "\n")
}

export function listOf(fields: Fields, name: string): string[] {
  const value = fields[name]
  if (value === undefined || value === "") return []
  return Array.isArray(value) ? value.filter((one) => one !== "") : [value]
}

/** Empty means that nothing was chosen. */
export const orNull = (text: string): string | null => (text === "" ? null : text)
export const optional = (text: string): string | undefined => (text === "" ? undefined : text)
/** "Miete, Umzug" as labels. */
export const tagsOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "")

/** What came as `multipart/form-data`: the fields become the body, the files stay aside. A route's `preValidation`. */
export async function readMultipart(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!request.isMultipart()) return
  const fields: SentFields = {}
  const uploads: Upload[] = []
  // Before all is read: an error page gives back what had come by then.
  request.body = fields
  request.uploads = uploads
  await readParts(request, reply, fields, uploads)
}

/**
 * The faults of a form in the reader's language, each with its field.
 * @param form where a field of the same name means another choice than elsewhere: its sentence is `form.field`
 */
export function fieldErrors(t: Texts, faults: FieldFault[], form?: string): FieldError[] {
  return faults.map((fault) => ({
    field: fault.field.split(".")[0] ?? fault.field,
    message: messageOf(t, fault, form),
  }))
}

/** The same of a form that says itself what its fields are called. */
export function faultErrors(
  t: Texts,
  faults: FieldFault[],
  labels: Record<string, string>,
  form?: string,
): FieldError[] {
  return faults.map((fault) => {
    const field = fault.field.split(".")[0] ?? fault.field
    const label = labels[field]
    if (label === undefined) return { field, message: messageOf(t, fault, form) }
    // A question as a label would not be told from the sentence about it.
    const name = label.endsWith("?") ? t.errors.quoted(label) : label
    const message = choiceMissing(t, fault, form) ?? problem(t, name, fault)
    return { field, message }
  })
}

/** A refusal that a person can do something about in the form; anything else goes on to the error page. */
export function refusalErrors(t: Texts, error: unknown): FieldError[] {
  if (!(error instanceof Refusal) || error.status === 404 || error.status === 401) throw error
  return [{ field: error.field ?? "formular", message: codeMessage(t, error.code) }]
}

export function codeMessage(t: Texts, code: string): string {
  const messages: Record<string, string> = { ...t.errors.codes, ...t.accountsErrors }
  return messages[code] ?? t.errors.codes["bad-request"]
}

/** What is wrong with a field that the form calls by a longer name than elsewhere. */
export const faultMessage = (t: Texts, label: string, fault: FieldFault, form?: string): string =>
  choiceMissing(t, fault, form) ?? problem(t, t.errors.quoted(label), fault)

function messageOf(t: Texts, fault: FieldFault, form?: string): string {
  const { field } = fault
  const labels: Record<string, string> = t.errors.labels
  const name = field.split(".")[0] ?? field
  return choiceMissing(t, fault, form) ?? problem(t, labels[name] ?? field, fault)
}

/** Where nothing was chosen, a sentence says what is to be chosen. */
function choiceMissing(t: Texts, { field, code }: FieldFault, form?: string): string | undefined {
  if (!["choice", "required", "type", "format", "too-few"].includes(code)) return undefined
  const name = field.split(".")[0] ?? field
  const sentences: Record<string, string> = t.errors.choices
  return [`${form}.${name}`, name].flatMap((key) =>
    Object.hasOwn(sentences, key) ? (sentences[key] ?? []) : [],
  )[0]
}

function problem(t: Texts, label: string, { code, limit }: FieldFault): string {
  const messages: Record<string, (label: string, limit: string) => string> = t.errors.field
  const message = messages[code] ?? t.errors.field.invalid
  return message(label, typeof limit === "number" ? t.errors.number(limit) : String(limit ?? ""))
}

declare module "fastify" {
  interface FastifyRequest {
    uploads?: Upload[]
  }
}
