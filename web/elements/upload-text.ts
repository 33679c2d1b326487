import { make, replaceIn } from "./dom.ts"
import type { SentFile } from "./send-file.ts"
import { wordsLater } from "./words-later.ts"

export type Place = { fill: (file: SentFile) => void; free: () => void }

/** Stands in the text while a picture is on its way. */
const MARK = /!\[[^\]]*\]\(hochladen:(\d+)\)/g
const settled = new Set<string>()
const watched = new WeakSet<HTMLTextAreaElement>()
let marks = 0

/** Keeps a place in the text for a picture that is being sent; what is typed meanwhile moves it along. */
export function keepPlace(field: HTMLTextAreaElement, at: number, name: string): Place {
  marks += 1
  const number = String(marks)
  const mark = `![${wordsLater.upload.progress(labelOf(name))}](hochladen:${number})`
  replaceIn(field, at, at, mark)
  watch(field)
  const put = (text: string) => {
    settled.add(number)
    const from = field.value.indexOf(mark)
    if (from !== -1) replaceQuietly(field, from, from + mark.length, text)
  }
  return { fill: ({ id, name: sent }) => put(pictureText(id, sent)), free: () => put("") }
}

/** As it is written in Markdown; the words say to the writer which picture it is. */
export const pictureText = (id: string, name: string) => `![${labelOf(name)}](/anhaenge/${id})`

const labelOf = (name: string) =>
  name
    .replace(/\.\w+$/, "")
    .replace(/[[\]\\]/g, " ")
    .trim()

/** Whoever is writing goes on where they are; whoever is elsewhere stays there. */
function replaceQuietly(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  if (document.activeElement !== field) {
    field.setRangeText(text, from, to, "preserve")
    field.dispatchEvent(new InputEvent("input", { bubbles: true }))
    return
  }
  const moved = (at: number) => (at >= to ? at + text.length - (to - from) : Math.min(at, from + text.length))
  const [start, end] = [moved(field.selectionStart), moved(field.selectionEnd)]
  replaceIn(field, from, to, text)
  field.setSelectionRange(start, end)
}

/** Undoing leads past a mark, whose picture is there already, and no form is sent with one. */
function watch(field: HTMLTextAreaElement): void {
  if (watched.has(field)) return
  watched.add(field)
  field.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent) || !event.inputType.startsWith("history")) return
    const isStale = [...field.value.matchAll(MARK)].some(([, number]) => settled.has(number ?? ""))
    // Not within the step that is being undone.
    if (isStale) setTimeout(() => document.execCommand(event.inputType === "historyUndo" ? "undo" : "redo"))
  })
  field.form?.addEventListener("formdata", ({ formData }) => {
    const text = formData.get(field.name)
    if (typeof text === "string") formData.set(field.name, text.replace(MARK, ""))
  })
}

/** Takes a picture out of the texts of a form. @returns whether one of them had it */
export function takeOut(form: HTMLFormElement, id: string): boolean {
  const picture = new RegExp(`!\\[[^\\]]*\\]\\(/anhaenge/${id}\\)`)
  let isFound = false
  for (const field of textsOf(form))
    for (let found = picture.exec(field.value); found; found = picture.exec(field.value)) {
      replaceIn(field, found.index, found.index + found[0].length, "")
      isFound = true
    }
  return isFound
}

export const textsOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLTextAreaElement>("textarea[data-markdown]"),
]

/** In a preview: the pictures of this form with their descriptions, and no others. */
export function placePreviewed(preview: ParentNode, form: HTMLFormElement | null): void {
  for (const picture of preview.querySelectorAll("img")) {
    const id = picture.getAttribute("src")?.replace("/anhaenge/", "")
    const line = [...(form?.querySelectorAll<HTMLElement>("[data-upload-list] > li") ?? [])].find(
      (one) => one.querySelector<HTMLInputElement>("input[name=attachmentId]")?.value === id,
    )
    if (!line) picture.replaceWith(make("span", { class: "ff-no-picture" }, picture.alt || `/anhaenge/${id}`))
    else {
      const described = line
        .querySelector<HTMLInputElement>("input[name=attachmentAlternative]")
        ?.value.trim()
      picture.className = "ff-picture"
      if (described) picture.alt = described
    }
  }
}
