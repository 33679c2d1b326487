import { announce, make, makeButton } from "./dom.ts"
import { type Sending, type SentFile, takeBack } from "./send-file.ts"
import { language, words } from "./words.ts"
import { wordsLater } from "./words-later.ts"

const t = wordsLater.upload

export function progressLine(name: string, bar: HTMLProgressElement, { cancel }: Sending): HTMLElement {
  const button = makeButton(words.confirm.cancel, { kind: "tertiary", context: t.progress(name) }, cancel)
  return make("li", { class: "ff-uploads__file ff-uploads__file--running" }, make("p", {}, name), bar, button)
}

/** Stays until the person decides: the form is not sent without a file that they chose. */
export function failedLine(
  name: string,
  reason: string,
  onDismiss: () => void,
  onRetry?: () => void,
): HTMLElement {
  const buttons = make("div", { class: "ff-buttons" })
  const line = make(
    "li",
    { class: "ff-uploads__file ff-uploads__file--failed" },
    make("p", { class: "ff-field-error", role: "alert" }, t.failed(name, reason)),
    buttons,
  )
  const leave = (next: () => void) => () => {
    line.remove()
    next()
  }
  if (onRetry) buttons.append(makeButton(t.again, { context: name }, leave(onRetry)))
  buttons.append(makeButton(t.without, { kind: "tertiary", context: name }, leave(onDismiss)))
  return line
}

type FileLineActions = { onRemove: () => void; onPlace: () => void }

/** The server's own line for a file, filled in, with buttons where it has a box to tick and words to copy. */
export function fileLine(group: HTMLElement, file: SentFile, actions: FileLineActions): HTMLElement {
  const { id, name, bytes, image, check } = file
  const template = group.querySelector<HTMLTemplateElement>("template[data-upload-item]")
  const line = template?.content.firstElementChild?.cloneNode(true)
  if (!(line instanceof HTMLElement)) throw new Error("no template for files")
  line.dataset.uploadNew = ""
  for (const part of line.querySelectorAll<HTMLElement>("[id], [for], [aria-describedby]")) renumber(part, id)
  const find = <Part extends Element>(selector: string) => line.querySelector<Part>(selector)
  find<HTMLInputElement>('input[name="attachmentId"]')?.setAttribute("value", id)
  find("[data-upload-name]")?.replaceChildren(name)
  find("[data-upload-size]")?.replaceChildren(sizeOf(bytes))
  if (image && check === "clean") find("[data-upload-preview]")?.setAttribute("src", `/anhaenge/${id}`)
  else find("[data-upload-preview]")?.remove()
  find<HTMLElement>("[data-upload-describe]")?.toggleAttribute("hidden", !image)
  const remove = makeButton(t.remove, { kind: "tertiary", context: name }, () => {
    line.remove()
    takeBack(id)
    actions.onRemove()
  })
  find('input[name="attachmentRemove"]')?.closest(".ff-checks")?.remove()
  const buttons = make("div", { class: "ff-buttons" })
  if (image) buttons.append(placeButton(name, actions.onPlace))
  buttons.append(remove)
  line.append(buttons)
  find("[data-upload-place]")?.remove()
  warnWithoutDescription(line)
  return line
}

export const placeButton = (name: string, onPlace: () => void) =>
  makeButton(t.place, { kind: "tertiary", context: name }, () => {
    onPlace()
    announce(t.placed(name))
  })

/** The warning goes with the first word of a description. */
export function warnWithoutDescription(line: HTMLElement): void {
  const warning = line.querySelector<HTMLElement>("[data-upload-undescribed]")
  const field = line.querySelector<HTMLInputElement>('input[name="attachmentAlternative"]')
  if (!warning || !field) return
  const update = () => {
    warning.hidden = field.value.trim() !== ""
  }
  field.addEventListener("input", update)
  update()
}

/** Ids of the template become ids of this file. */
function renumber(part: HTMLElement, id: string): void {
  for (const name of ["id", "for", "aria-describedby"]) {
    const value = part.getAttribute(name)
    if (value) part.setAttribute(name, value.replaceAll("vorlage", id))
  }
}

function sizeOf(bytes: number): string {
  const isSmall = bytes < 1_000_000
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: isSmall ? "kilobyte" : "megabyte",
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.max(1, bytes / 1000) : bytes / 1_000_000)
}
