import { announce, make, type TextField } from "./dom.ts"
import { language, words } from "./words.ts"

const t = words.limit
const number = new Intl.NumberFormat(language)
/** Shorter fields say something only when they are too long, and searches when little is left: nobody counts there. */
const SHORT = 40

/**
 * `data-limit="160"` on a field: says while somebody types how much is left. Nothing is cut; what is too long is not
 * sent, and stays. Counted as the server does: characters of Unicode, and a line break is one.
 */
export function upgradeLimit(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  const limit = Number(field.dataset.limit)
  if (!(limit > 0)) return
  const id = `${field.id || field.name}-zeichen`
  const line = make("p", { class: "kern-hint ff-limit", id })
  line.hidden = true
  field.after(line)
  const described = (field.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((one) => one && one !== id)
  field.setAttribute("aria-describedby", [...described, id].join(" "))
  const wasInvalid = field.getAttribute("aria-invalid")
  let told: Stage = "enough"
  const count = () => {
    const left = limit - lengthOf(field.value)
    const stage = stageOf(left, limit)
    line.hidden = field.type === "search" ? stage === "enough" : limit < SHORT && left >= 0
    line.textContent = remainingText(left, limit)
    line.classList.toggle("ff-limit--over", left < 0)
    if (left < 0) field.setAttribute("aria-invalid", "true")
    else if (wasInvalid === null) field.removeAttribute("aria-invalid")
    if (stage !== told && stage !== "enough") announce(remainingText(left, limit))
    told = stage
  }
  field.addEventListener("input", count)
  // Somebody may have begun before this script was there.
  if (field.value !== field.defaultValue || lengthOf(field.value) > limit) count()
  field.form?.addEventListener("submit", (event) => stop(event, field, limit))
}

type Stage = "enough" | "little" | "over"

const stageOf = (left: number, limit: number): Stage =>
  left < 0 ? "over" : left * 10 <= limit ? "little" : "enough"

export function remainingText(left: number, limit: number): string {
  const most = number.format(limit)
  return left < 0 ? t.over(-left, number.format(-left), most) : t.left(number.format(left), most)
}

/** Characters, not halves of them: an emoji of one character counts once. */
export function lengthOf(text: string): number {
  const plain = text.replace(/\r\n?/g, "\n")
  let length = 0
  for (const _ of plain) length++
  return length
}

function stop(event: SubmitEvent, field: TextField, limit: number): void {
  const left = limit - lengthOf(field.value)
  if (left >= 0 || event.defaultPrevented) return
  event.preventDefault()
  announce(remainingText(left, limit))
  field.focus()
}
