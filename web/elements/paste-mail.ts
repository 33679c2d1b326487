import { type MailPart, readPastedMail, withoutParts } from "../../server/forum/recognition/pasted-mail.ts"
import { announce, make, makeButton, replaceIn } from "./dom.ts"
import { PASTED } from "./paste-formatted.ts"
import { wordsLater } from "./words-later.ts"

type Part = Pick<MailPart, "kind" | "text">

/** `data-paste-mail` on a textarea: when a mail was pasted, its subject becomes the title, its trimmings are offered for removal. */
export function upgradePasteMail(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  const panel = make("section", { class: "ff-offer", "aria-label": wordsLater.mail.label })
  panel.hidden = true
  field.after(panel)
  field.addEventListener("paste", (event) => {
    if (!event.clipboardData?.getData("text/plain")) return
    // The text is in the field only afterwards; what a script puts there raises its own event.
    setTimeout(() => event.defaultPrevented || offer(field, panel), 0)
  })
  field.addEventListener(PASTED, () => offer(field, panel))
}

function offer(field: HTMLTextAreaElement, panel: HTMLElement): void {
  const mail = readPastedMail(field.value)
  panel.hidden = !mail.looksLikeMail
  if (!mail.looksLikeMail) return
  const title = titleOf(field)
  const subject = title && mail.subject ? mail.subject : ""
  const isTaken = title !== null && subject !== "" && takeSubject(field, title, subject)
  const parts: Part[] = mail.removed.map(({ kind, text }) => ({ kind, text }))
  panel.replaceChildren(make("p", { class: "ff-offer__title" }, wordsLater.mail.found))
  if (isTaken) panel.append(make("p", {}, wordsLater.mail.subjectUsed))
  else if (title && subject && subject !== title.value) panel.append(subjectButton(title, subject))
  const list = make("ul", { class: "ff-findings" })
  for (const part of parts) list.append(partLine(field, panel, part))
  panel.append(list, allButtons(field, panel, parts))
  announce(isTaken ? `${wordsLater.mail.found} ${wordsLater.mail.subjectUsed}` : wordsLater.mail.found)
}

const titleOf = (field: HTMLTextAreaElement) =>
  field.form?.querySelector<HTMLInputElement>('input[name="title"]') ?? null

/** Only where there is no title yet: offered merely, the subject would go with the header lines. */
function takeSubject(field: HTMLTextAreaElement, title: HTMLInputElement, subject: string): boolean {
  if (title.value.trim() !== "") return false
  replaceIn(title, 0, title.value.length, subject)
  field.focus()
  return true
}

function subjectButton(title: HTMLInputElement, subject: string): HTMLElement {
  const line = make("p")
  const button = makeButton(wordsLater.mail.useSubject(subject), {}, () => {
    replaceIn(title, 0, title.value.length, subject)
    line.remove()
    announce(wordsLater.mail.subjectUsed)
  })
  line.append(button)
  return line
}

function partLine(field: HTMLTextAreaElement, panel: HTMLElement, part: Part): HTMLElement {
  const name = wordsLater.mail.parts[part.kind]
  const line = make("li", {}, make("span", {}, make("strong", {}, `${name}:`), ` ${shorten(part.text)}`))
  const remove = makeButton(wordsLater.mail.remove, { context: name }, () => {
    const next = (line.nextElementSibling ?? line.previousElementSibling)?.querySelector("button")
    cut(field, [part])
    line.remove()
    announce(wordsLater.mail.removed(name))
    if (next) next.focus()
    else close(field, panel)
  })
  line.append(remove)
  return line
}

function allButtons(field: HTMLTextAreaElement, panel: HTMLElement, parts: Part[]): HTMLElement {
  const removeAll = makeButton(wordsLater.mail.removeAll, { kind: "primary" }, () => {
    cut(field, parts)
    announce(wordsLater.mail.removed(wordsLater.mail.label))
    close(field, panel)
  })
  const keep = makeButton(wordsLater.mail.keep, { kind: "tertiary" }, () => close(field, panel))
  return make("div", { class: "ff-buttons" }, removeAll, keep)
}

/** The text may have been edited meanwhile, so each part is looked for again; what is gone is gone. */
function cut(field: HTMLTextAreaElement, parts: Part[]): void {
  let from = 0
  const places = parts.flatMap(({ text }) => {
    const start = field.value.indexOf(text, from)
    if (start === -1) return []
    from = start + text.length
    return [{ start, end: from }]
  })
  if (places.length === 0) return
  const former = field.value
  replaceIn(field, 0, field.value.length, withoutParts(former, places))
  offerBack(field, former, parts)
}

type Taken = { former: string; cleaned: string; parts: Part[]; line: HTMLElement }
const taken = new WeakMap<HTMLTextAreaElement, Taken>()

/** Nothing is lost by a click: unless somebody wrote on, all is as before; else it comes back below the text. */
function offerBack(field: HTMLTextAreaElement, former: string, parts: Part[]): void {
  const earlier = taken.get(field)
  earlier?.line.remove()
  const goesOn = earlier !== undefined && earlier.cleaned === former
  const line = make("p")
  const all: Taken = {
    former: goesOn ? earlier.former : former,
    cleaned: field.value,
    parts: goesOn ? [...earlier.parts, ...parts] : parts,
    line,
  }
  taken.set(field, all)
  line.append(makeButton(wordsLater.mail.back, { kind: "tertiary" }, () => putBack(field, all)))
  field.after(line)
}

function putBack(field: HTMLTextAreaElement, { former, cleaned, parts, line }: Taken): void {
  const below = [field.value, ...parts.map(({ text }) => text)].join("\n\n")
  line.remove()
  taken.delete(field)
  replaceIn(field, 0, field.value.length, field.value === cleaned ? former : below)
  announce(wordsLater.mail.isBack)
}

/** Decided is decided: the server does not ask the same again. */
function close(field: HTMLTextAreaElement, panel: HTMLElement): void {
  panel.hidden = true
  panel.replaceChildren(make("input", { type: "hidden", name: "mailSeen", value: "true" }))
  field.focus()
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
