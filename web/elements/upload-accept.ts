import { words } from "./words.ts"

type Add = (files: File[], field?: HTMLTextAreaElement, at?: number) => void

let isGuarded = false

/** Files that are dropped on a form or pasted into it. */
export function acceptFiles(form: HTMLFormElement, group: HTMLElement, add: Add): void {
  acceptDrops(form, group, add)
  acceptScreenshots(form, add)
  if (!isGuarded) guardPage()
  isGuarded = true
}

/** Beside the form a browser would open the file in the place of the page, with all that was typed. */
function guardPage(): void {
  for (const name of ["dragover", "drop"] as const)
    document.addEventListener(name, (event) => {
      if (!isWithFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none"
    })
}

function acceptDrops(form: HTMLFormElement, group: HTMLElement, add: Add): void {
  const mark = (isOver: boolean) => group.classList.toggle("ff-uploads--over", isOver)
  form.addEventListener("dragover", (event) => {
    if (!isWithFiles(event)) return
    event.preventDefault()
    mark(true)
  })
  form.addEventListener("dragleave", () => mark(false))
  form.addEventListener("drop", (event) => {
    mark(false)
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    const field = markdownField(event.target)
    add([...event.dataTransfer.files], field, field && placeAt(field, event))
  })
}

const isWithFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true

const markdownField = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement && target.dataset.markdown !== undefined ? target : undefined

/** Where the mouse let go, in browsers that tell; else where the cursor is. */
function placeAt(field: HTMLTextAreaElement, { clientX, clientY }: DragEvent): number {
  const caret = document.caretPositionFromPoint?.(clientX, clientY)
  return caret?.offsetNode === field ? caret.offset : field.selectionEnd
}

/** Office programs put a picture of the text beside the text: then the text is meant. */
function acceptScreenshots(form: HTMLFormElement, add: Add): void {
  form.addEventListener("paste", (event) => {
    const { clipboardData } = event
    if (event.defaultPrevented || !clipboardData?.files.length) return
    if (clipboardData.types.includes("text/plain")) return
    event.preventDefault()
    const field = markdownField(event.target)
    add([...clipboardData.files].map(named), field, field?.selectionEnd)
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
  return new File([file], `${words.attach.screenshot(when.replaceAll(":", "-"))}${ending}`, {
    type: file.type,
  })
}
