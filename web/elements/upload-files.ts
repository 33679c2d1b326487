import { wordsFor } from "./api.ts"
import { announce, make, replaceIn, unfold } from "./dom.ts"
import { BrokenOff, type SentFile, sendFile } from "./send-file.ts"
import { failedLine, fileLine, placeButton, progressLine, warnWithoutDescription } from "./upload-lines.ts"
import { keepPlace, type Place, pictureText, takeOut, textsOf } from "./upload-text.ts"
import { wordsLater } from "./words-later.ts"

const MOST_BYTES = 10 * 1024 * 1024
const MOST_FILES = 8
const FAILED = ".ff-uploads__file--failed"
const t = wordsLater.upload

const brokenOff = () => (navigator.onLine ? t.brokenOff : t.offline)

/** The files of one form, from the choice until the form is sent. */
export class Upload {
  readonly #group: HTMLElement
  readonly #form: HTMLFormElement
  readonly #input: HTMLInputElement
  readonly #running = new Set<Promise<unknown>>()
  readonly #lastText: () => HTMLTextAreaElement | undefined

  /** @param lastText where somebody wrote last */
  constructor(
    group: HTMLElement,
    form: HTMLFormElement,
    input: HTMLInputElement,
    lastText: () => HTMLTextAreaElement | undefined,
  ) {
    this.#group = group
    this.#form = form
    this.#input = input
    this.#lastText = lastText
    for (const line of this.#lines()) this.#upgradeLine(line)
  }

  /** @param field where pictures are to stand, at its place `at` */
  add(files: File[], field?: HTMLTextAreaElement, at = 0): void {
    // A screenshot is pasted into the text while the files may be folded away.
    unfold(this.#group)
    const free = Math.max(0, MOST_FILES - this.#count())
    const refused = files.slice(free)
    let place = at
    for (const file of files.slice(0, free)) {
      const before = field?.value.length ?? 0
      const isPlaced = field && file.type.startsWith("image/") && file.size <= MOST_BYTES
      this.#start(file, isPlaced ? keepPlace(field, place, file.name) : undefined)
      place += (field?.value.length ?? 0) - before
    }
    if (refused.length > 0) this.#fail(refused.map(({ name }) => name).join(", "), t.tooMany)
  }

  /** Sends the form when every file is there; a file that could not be sent is decided upon first. */
  async hold(event: SubmitEvent): Promise<void> {
    if (event.defaultPrevented) return
    if (this.#running.size > 0) {
      event.preventDefault()
      announce(t.waiting)
      await Promise.all(this.#running)
      if (!this.#askAboutFailed()) this.#form.requestSubmit(event.submitter)
    } else if (this.#askAboutFailed()) event.preventDefault()
  }

  #askAboutFailed(): boolean {
    const failed = this.#group.querySelector<HTMLElement>(FAILED)
    if (!failed) return false
    unfold(this.#group)
    failed.querySelector("button")?.focus()
    announce(t.undecided)
    if (!failed.querySelector(".kern-hint")) failed.prepend(make("p", { class: "kern-hint" }, t.undecided))
    return true
  }

  #start(file: File, place?: Place): void {
    const sending = this.#send(file, place).finally(() => this.#running.delete(sending))
    this.#running.add(sending)
  }

  async #send(file: File, place?: Place): Promise<void> {
    if (file.size > MOST_BYTES) return this.#fail(file.name, t.tooLarge)
    const bar = make("progress", { max: "1", "aria-label": t.progress(file.name) })
    const sending = sendFile(file, (part) => {
      bar.value = part
    })
    const line = progressLine(file.name, bar, sending)
    this.#list()?.append(line)
    try {
      const sent = await sending.done
      line.replaceWith(this.#line(sent))
      if (sent.image) place?.fill(sent)
      else place?.free()
      announce(sent.image ? t.addedImage(sent.name) : t.added(sent.name))
    } catch (error) {
      place?.free()
      if (error instanceof DOMException) line.remove()
      else if (error instanceof BrokenOff) this.#fail(file.name, brokenOff(), () => this.#start(file), line)
      else this.#fail(file.name, wordsFor(error), undefined, line)
    }
  }

  #fail(name: string, reason: string, onRetry?: () => void, inPlaceOf?: HTMLElement): void {
    const line = failedLine(name, reason, () => this.#afterDecision(), onRetry)
    if (inPlaceOf) inPlaceOf.replaceWith(line)
    else this.#list()?.append(line)
  }

  #afterDecision(): void {
    const next = this.#group.querySelector<HTMLElement>(`${FAILED} button`) ?? this.#input
    next.focus()
    announce(t.dismissed)
  }

  #line(file: SentFile): HTMLElement {
    return fileLine(this.#group, file, {
      onPlace: () => this.#place(file.id, file.name),
      onRemove: () => {
        const isFound = takeOut(this.#form, file.id)
        this.#input.focus()
        this.#say(isFound ? t.removedFromText(file.name) : t.removed(file.name))
      },
    })
  }

  /** A file that the server knows already, of an earlier step or of the post that is edited. */
  #upgradeLine(line: HTMLElement): void {
    warnWithoutDescription(line)
    const id = line.querySelector<HTMLInputElement>('input[name="attachmentId"]')?.value ?? ""
    const name = line.querySelector("[data-upload-name]")?.textContent ?? ""
    line.querySelector("[data-upload-place]")?.replaceWith(placeButton(name, () => this.#place(id, name)))
    const box = line.querySelector<HTMLInputElement>('input[name="attachmentRemove"]')
    box?.addEventListener("change", () => {
      if (box.checked && takeOut(this.#form, id)) this.#say(t.removedFromText(name))
      box.focus()
    })
  }

  /** Where the cursor was last, or at the end. */
  #place(id: string, name: string): void {
    const last = this.#lastText()
    const field = last ?? textsOf(this.#form)[0]
    if (!field) return
    const at = last ? field.selectionEnd : field.value.length
    replaceIn(field, at, at, pictureText(id, name))
  }

  /** Seen until the next word, and heard. */
  #say(text: string): void {
    this.#group.querySelector(".ff-uploads__said")?.remove()
    this.#list()?.after(make("p", { class: "ff-uploads__said" }, text))
    announce(text)
  }

  #count(): number {
    const isKept = (line: HTMLElement) =>
      !line.matches(FAILED) && !line.querySelector('input[name="attachmentRemove"]:checked')
    return this.#lines().filter(isKept).length
  }

  #lines = () => [...(this.#list()?.querySelectorAll<HTMLElement>(":scope > li") ?? [])]
  #list = () => this.#group.querySelector("[data-upload-list]")
}
