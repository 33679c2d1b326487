import { createDocument } from "@mixmark-io/domino"
import type { Agent } from "./world.ts"

export type PageField = {
  name: string
  kind: string
  value: string
  /** Most characters that the page announces; null where it says nothing. */
  limit: number | null
  /** The browser would cut what is pasted. */
  isCut: boolean
  /** The page says that something is wrong with it. */
  isInvalid: boolean
}
export type PageForm = {
  action: string
  method: string
  fields: PageField[]
  /** What is sent when nothing is changed, without the buttons. */
  values: Record<string, string | string[]>
  /** A small script keeps what was typed, should the line go while it is sent. */
  isKept: boolean
  /** Name and value of the buttons that have one. */
  buttons: [name: string, value: string][]
}

const LINES = ["text", "search", "url", "email"]

/** Whether somebody types words into it, which may be too long. */
export const isTyped = ({ kind }: PageField) => kind === "textarea" || LINES.includes(kind)

/** Every form of a page, as a browser without scripts would send it. */
export function formsIn(html: string): PageForm[] {
  const document = createDocument(html)
  return Array.from(document.querySelectorAll("form")).map((form) => {
    const controls = Array.from(form.querySelectorAll("input:not([hidden]), textarea, select")).map(read)
    const values: PageForm["values"] = {}
    for (const { name, value, isSent } of controls) {
      if (!name || !isSent) continue
      const former = values[name]
      values[name] = former === undefined ? value : [former, value].flat()
    }
    return {
      action: form.getAttribute("action") ?? "",
      method: form.getAttribute("method") ?? "get",
      fields: controls.filter(({ kind }) => kind !== "hidden").map(({ isSent, ...field }) => field),
      values,
      isKept: form.hasAttribute("data-keep") || form.hasAttribute("data-outbox"),
      buttons: Array.from(form.querySelectorAll("button[name]")).map((button) => [
        button.getAttribute("name") ?? "",
        button.getAttribute("value") ?? "",
      ]),
    }
  })
}

const TAKING_AWAY = ["remove", "delete", "discard", "dissolve", "revoke", "leave", "end"]

/** The forms that take something away, each with whether it stands in a fold that has to be opened before. */
export const takingAway = (html: string): { key: string; isAsked: boolean }[] =>
  Array.from(createDocument(html).querySelectorAll("form"))
    .map((form) => {
      const actions = Array.from(form.querySelectorAll("[name=action]")).map((one) =>
        one.getAttribute("value"),
      )
      const does = actions.find((one) => TAKING_AWAY.includes(one ?? ""))
      const action = (form.getAttribute("action") ?? "").replace(/[0-9a-f-]{36}/g, ":id")
      return { action, does, isAsked: form.closest("details") !== null }
    })
    .filter(({ action, does }) => does !== undefined || /(loeschen|entfernen|verlassen)$/.test(action))
    .map(({ action, does, isAsked }) => ({ key: does ? `${action} ${does}` : action, isAsked }))

function read(control: Element): PageField & { isSent: boolean } {
  const tag = control.tagName.toLowerCase()
  const kind = tag === "input" ? (control.getAttribute("type") ?? "text") : tag
  const limit = control.getAttribute("data-limit")
  return {
    name: control.getAttribute("name") ?? "",
    kind,
    value: valueIn(control, tag),
    limit: limit === null ? null : Number(limit),
    isCut: control.hasAttribute("maxlength"),
    isInvalid: control.getAttribute("aria-invalid") === "true",
    isSent: kind !== "file" && (!["checkbox", "radio"].includes(kind) || control.hasAttribute("checked")),
  }
}

function valueIn(control: Element, tag: string): string {
  if (tag === "textarea") return (control.textContent ?? "").replace(/^\n/, "")
  if (tag === "input") return control.getAttribute("value") ?? ""
  const options = Array.from(control.querySelectorAll("option"))
  const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0]
  return chosen?.getAttribute("value") ?? ""
}

/** Forms for words of all pages that an agent sees, each once: the ids of things make no difference. */
export async function crawl(agents: Agent[], pages: string[], before: () => Promise<unknown>) {
  const found = new Map<string, { page: string; agent: Agent; form: PageForm }>()
  for (const page of pages)
    for (const agent of agents) {
      await before()
      const { status, text, type } = await agent.get(page)
      if (status !== 200 || type !== "text/html") continue
      for (const form of formsIn(text))
        if (form.fields.some(isTyped) && !found.has(keyOf(form)))
          found.set(keyOf(form), { page, agent, form })
    }
  return found
}

/**
 * Its address without ids and without the place on the page, and what it does there where several are sent to one; what is
 * only looked for is told from what is sent.
 */
export const keyOf = ({ action, method, values }: PageForm) =>
  `${method === "get" ? "GET " : ""}${action.replace(/#.*/, "").replace(/[0-9a-f-]{36}/g, ":id")}${
    values.action ? ` ${values.action}` : ""
  }`

/** Fields for words that say no limit, and those that a browser would cut. */
export const unlimited = (form: PageForm) =>
  form.fields
    .filter(isTyped)
    .filter(({ limit, isCut }) => limit === null || isCut)
    .map(({ name }) => `${keyOf(form)} ${name}`)

/** Forms for texts that are gone where the line goes while they are sent. */
export const unkept = (form: PageForm) =>
  form.isKept || !form.fields.some(({ kind }) => kind === "textarea") ? [] : [keyOf(form)]

/** Sends as much as each field says it takes. @returns the fields that were at fault all the same */
export async function fill(agent: Agent, form: PageForm, before: () => Promise<unknown>): Promise<string[]> {
  await before()
  // Addresses, numbers and what a program writes are at fault for other reasons.
  const fields = form.fields.filter(
    (field) =>
      isTyped(field) &&
      !/^(link|address|email|mailbox|minutes|time|originalId|subjectId|claims)$/.test(field.name) &&
      field.kind !== "url",
  )
  // Names that must be unique are so by their form.
  const words = keyOf(form).replace(/\W/g, "")
  const full = Object.fromEntries(
    fields.map(({ name, limit }) => [name, words.padEnd(limit ?? 0, "x").slice(0, limit ?? 0)]),
  )
  const { text } = await agent.form(form.action, { ...form.values, ...full })
  return formsIn(text)
    .flatMap((again) => again.fields)
    .filter(({ name, value, isInvalid }) => isInvalid && value !== "" && value === full[name])
    .map(({ name }) => `${keyOf(form)} ${name}`)
}

/** Sends one character more than each field says it takes. @returns the fields of which more was taken, or lost */
export async function exceed(
  agent: Agent,
  form: PageForm,
  before: () => Promise<unknown>,
): Promise<string[]> {
  const faults: string[] = []
  for (const { name, limit } of form.fields.filter(isTyped)) {
    if (limit === null) continue
    await before()
    const value = "x".repeat(limit + 1)
    const { status, text } =
      form.method === "get"
        ? await agent.get(`${form.action}?${new URLSearchParams({ [name]: value })}`)
        : await agent.form(form.action, { ...form.values, [name]: value })
    const isKept = text.includes(value)
    if (status !== 422 || !isKept) faults.push(`${keyOf(form)} ${name}: ${status}, kept ${isKept}`)
  }
  return faults
}
