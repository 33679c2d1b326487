import { wordsFor } from "./api.ts"
import { announce, make, makeButton, unfold } from "./dom.ts"
import { type Sending, type SentFile, sendFile, takeBack } from "./send-file.ts"
import { language, words } from "./words.ts"

const MOST_BYTES = 10 * 1024 * 1024
const t = words.upload

/** `data-upload` on `AttachmentFields`: files are sent one by one as they are chosen, dropped or pasted. */
export function upgradeUpload(group: HTMLElement): void {
  const input = group.querySelector<HTMLInputElement>("input[type=file]")
  const form = group.closest("form")
  if (!input || !form) return
  const running = new Set<Promise<unknown>>()
  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const sending = addFile(group, file).finally(() => running.delete(sending))
      running.add(sending)
    }
  }
  input.addEventListener("change", () => {
    add([...(input.files ?? [])])
    // They are on their way already; sent with the form, they would come twice.
    input.value = ""
  })
  // Every picture gets a description of its own.
  const shared = group.querySelector<HTMLInputElement>('input[name="newAlternative"]')
  if (shared && shared.value === "")
    shared.closest<HTMLElement>(".kern-form-input")?.setAttribute("hidden", "")
  input.after(make("p", { class: "kern-hint" }, t.drop))
  acceptDrops(group, add)
  acceptScreenshots(form, add)
  sendAfterUploads(form, running)
}

function acceptDrops(group: HTMLElement, add: (files: Iterable<File>) => void): void {
  const mark = (isOver: boolean) => group.classList.toggle("ff-uploads--over", isOver)
  group.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    mark(true)
  })
  group.addEventListener("dragleave", () => mark(false))
  group.addEventListener("drop", (event) => {
    mark(false)
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    add([...event.dataTransfer.files])
  })
}

/** Office programs put a picture of the text beside the text: then the text is meant. */
function acceptScreenshots(form: HTMLFormElement, add: (files: Iterable<File>) => void): void {
  form.addEventListener("paste", (event) => {
    const { clipboardData } = event
    if (!clipboardData?.files.length || clipboardData.types.includes("text/plain")) return
    event.preventDefault()
    add([...clipboardData.files].map(named))
  })
}

/** Browsers call every pasted picture the same. */
function named(file: File): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  // Sorts by time, and has no sign that a file's name must not have but the colons.
  const when = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" }).format(
    new Date(),
  )
  const ending = file.name.slice(file.name.lastIndexOf("."))
  return new File([file], `${t.screenshot(when.replaceAll(":", "-"))}${ending}`, { type: file.type })
}

function sendAfterUploads(form: HTMLFormElement, running: Set<Promise<unknown>>): void {
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented || running.size === 0) return
    event.preventDefault()
    announce(t.waiting)
    const results = await Promise.all(running)
    if (results.every(Boolean)) form.requestSubmit(event.submitter)
  })
}

/** @returns whether the file is there now */
async function addFile(group: HTMLElement, file: File): Promise<boolean> {
  // A screenshot is pasted into the text while the files may be folded away.
  unfold(group)
  if (file.size > MOST_BYTES) return complain(group, t.tooLarge(file.name))
  // A screenshot may be pasted while the files are folded away.
  const fold = group.closest("details")
  if (fold) fold.open = true
  const bar = make("progress", { max: "1", "aria-label": t.progress(file.name) })
  const sending = sendFile(file, (part) => {
    bar.value = part
  })
  const line = progressLine(file.name, bar, sending)
  group.querySelector("[data-upload-list]")?.append(line)
  try {
    const sent = await sending.done
    line.replaceWith(fileLine(group, sent))
    announce(sent.image ? t.addedImage(sent.name) : t.added(sent.name))
    return true
  } catch (error) {
    line.remove()
    const isCancelled = error instanceof DOMException
    return isCancelled ? false : complain(group, t.failed(file.name, wordsFor(error)))
  }
}

function progressLine(name: string, bar: HTMLProgressElement, { cancel }: Sending): HTMLElement {
  const button = makeButton(words.confirm.cancel, { kind: "tertiary", context: t.progress(name) }, cancel)
  return make("li", { class: "ff-uploads__file ff-uploads__file--running" }, make("p", {}, name), bar, button)
}

/** The server's own line for a file, filled in, with a button where it has a box to tick. */
function fileLine(group: HTMLElement, { id, name, bytes, image }: SentFile): Node {
  const template = group.querySelector<HTMLTemplateElement>("template[data-upload-item]")
  const line = template?.content.firstElementChild?.cloneNode(true)
  if (!(line instanceof HTMLElement)) throw new Error("no template for files")
  line.dataset.uploadNew = ""
  for (const part of line.querySelectorAll<HTMLElement>("[id], [for], [aria-describedby]")) renumber(part, id)
  const find = <Part extends Element>(selector: string) => line.querySelector<Part>(selector)
  find<HTMLInputElement>('input[name="attachmentId"]')?.setAttribute("value", id)
  find("[data-upload-name]")?.replaceChildren(name)
  find("[data-upload-size]")?.replaceChildren(sizeOf(bytes))
  if (image) find("[data-upload-preview]")?.setAttribute("src", `/anhaenge/${id}`)
  else find("[data-upload-preview]")?.remove()
  find<HTMLElement>("[data-upload-describe]")?.toggleAttribute("hidden", !image)
  const remove = makeButton(t.remove, { kind: "tertiary", context: name }, () => {
    line.remove()
    takeBack(id)
    announce(t.removed(name))
    group.querySelector<HTMLElement>("input[type=file]")?.focus()
  })
  const box = find('input[name="attachmentRemove"]')?.closest(".ff-checks")
  if (box) box.replaceWith(remove)
  else line.append(remove)
  return line
}

/** Ids of the template become ids of this file. */
function renumber(part: HTMLElement, id: string): void {
  for (const name of ["id", "for", "aria-describedby"]) {
    const value = part.getAttribute(name)
    if (value) part.setAttribute(name, value.replaceAll("vorlage", id))
  }
}

function complain(group: HTMLElement, text: string): false {
  const line = make("p", { class: "ff-field-error", role: "alert" }, text)
  group.querySelector("[data-upload-list]")?.after(line)
  // Seen until the next file is tried.
  group.addEventListener("change", () => line.remove(), { once: true })
  return false
}

function sizeOf(bytes: number): string {
  const isSmall = bytes < 1_000_000
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: isSmall ? "kilobyte" : "megabyte",
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.max(1, bytes / 1000) : bytes / 1_000_000)
}
