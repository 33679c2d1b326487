import { subjectOf } from "./form-subject.ts"
import { readValues } from "./form-values.ts"
import type { Kept } from "./kept-texts.ts"
import type { Waiting } from "./outbox-store.ts"
import { wordsLater } from "./words-later.ts"

/** One thing for each file of a form with files, otherwise one. */
export function waitingOf(form: HTMLFormElement, submitter: HTMLElement | null): Waiting[] {
  const fields = [...new FormData(form, submitter)]
  const files = fields.filter(([, value]) => value instanceof File && value.size > 0)
  const texts = fields.filter(([, value]) => typeof value === "string")
  const isMultipart = form.enctype === "multipart/form-data"
  const typed = texts.find(([name]) => name === (form.dataset.outboxText ?? "body"))?.[1]
  if (isMultipart ? files.length === 0 : typed === "" && form.dataset.outboxReplace === undefined) return []
  const make = (more: Waiting["fields"], label: string, index: number): Waiting => ({
    id: crypto.randomUUID(),
    owner: form.dataset.outbox ?? "",
    action: form.getAttribute("action") ?? location.pathname,
    multipart: isMultipart,
    fields: [...texts, ...more].map(([name, value]) => [
      name,
      // Each file is a thing of its own.
      name === "idempotencyKey" && index > 0 ? `${value}-${index}` : value,
    ]),
    replaces: form.dataset.outboxReplace ?? null,
    label,
    at: Date.now() + index,
    refused: null,
  })
  if (!isMultipart) return [make([], form.dataset.outboxLabel ?? String(typed ?? ""), 0)]
  return files.map((file, index) => make([file], nameOf(file[1]), index))
}

const nameOf = (value: FormDataEntryValue) => (value instanceof File ? value.name : wordsLater.outbox.photo)

/** The field for the next line is empty and has the focus; a key is used once. */
export function empty(form: HTMLFormElement): void {
  const kinds = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]:checked")]
  form.reset()
  // Several of one kind are often typed one after another.
  for (const radio of kinds) radio.checked = true
  const key = form.querySelector<HTMLInputElement>("input[name=idempotencyKey]")
  if (key) key.value = crypto.randomUUID()
  form.querySelector<HTMLElement>("[data-outbox-focus]")?.focus()
}

/** What of it a form shows. */
export const valuesOf = ({ fields }: Waiting): Kept["values"] =>
  fields.flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] satisfies [string, string]] : [],
  )

/** Whether it was sent from this form, or from the same one of a page that was there before. */
export function isFrom(form: HTMLFormElement, one: Waiting): boolean {
  const sent = valuesOf(one).map(([name, value]) => `${name}=${value}`)
  return form.getAttribute("action") === one.action && subjectOf(form).every((pair) => sent.includes(pair))
}

/** Whether nothing was typed since it was sent. */
export function holds(form: HTMLFormElement, one: Waiting): boolean {
  const sent = valuesOf(one)
  return readValues(form).every(([name, value]) =>
    sent.some((pair) => pair[0] === name && pair[1].replaceAll("\r\n", "\n") === value),
  )
}

/** What the form shows is what the server has: it is no longer something typed that must be kept. */
export function settleValues(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) field.defaultValue = field.value
    else if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.defaultSelected = option.selected
    else if (field instanceof HTMLInputElement && field.type !== "hidden") {
      if (field.type === "checkbox" || field.type === "radio") field.defaultChecked = field.checked
      else field.defaultValue = field.value
    }
  }
}
