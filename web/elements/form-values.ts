import type { Kept } from "./kept-texts.ts"

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const NEVER = ["hidden", "password", "file", "submit", "button", "image", "reset"]

/** What a person typed or chose in a form: no passwords, no files, nothing that the server put there unseen. */
export function readValues(form: HTMLFormElement): Kept["values"] {
  return fieldsOf(form)
    .filter((field) => !isCheck(field) || field.checked)
    .map((field) => [field.name, field.value])
}

export function writeValues(form: HTMLFormElement, values: Kept["values"]): void {
  for (const field of fieldsOf(form)) {
    const given = values.filter(([name]) => name === field.name).map(([, value]) => value)
    if (isCheck(field)) field.checked = given.includes(field.value)
    else if (given[0] !== undefined) field.value = given[0]
    // Others who watch the field look again.
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

/** Whether something was typed that the form does not show: what is empty is no loss. */
export function isMissing(kept: Kept["values"], shown: Kept["values"]): boolean {
  const there = new Set(shown.map(comparable))
  return kept.some((pair) => pair[1].trim() !== "" && !there.has(comparable(pair)))
}

/** Servers and browsers end lines differently. */
const comparable = ([name, value]: [string, string]) => `${name}\n${value.replaceAll("\r\n", "\n").trim()}`

const isCheck = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio"

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !NEVER.includes(element.type) &&
      // Files and their descriptions belong together, and files cannot be kept.
      element.closest("[data-upload]") === null,
  )
}
