import { blacken, findPersonalData, type PersonalData } from "../../server/forum/recognition/personal-data.ts"
import { announce, later, make, makeButton, replaceIn, type TextField } from "./dom.ts"
import { wordsLater } from "./words-later.ts"

const t = wordsLater.personal
const AROUND = 40
const MOST_SHOWN = 12

/** `data-personal-data` on a field: lists what looks like data of a person, and blackens by one click. Nothing is sent. */
export function upgradePersonalData(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  const count = make("p", { class: "ff-offer__title", role: "status" })
  const list = make("ul", { class: "ff-findings" })
  const panel = make("div", {
    class: "ff-offer ff-offer--warning ff-offer--empty",
    role: "group",
    "aria-label": t.label,
  })
  panel.append(count, list)
  field.after(panel)
  let former = ""
  const look = () => {
    const findings = findPersonalData(field.value)
    const present = JSON.stringify(findings.map(({ start, text }) => [start, text]))
    if (present === former) return
    former = present
    // The empty panel stays in the page, so that the first finding is read out.
    panel.classList.toggle("ff-offer--empty", findings.length === 0)
    const told = findings.length > 0 ? t.found(findings.length) : ""
    if (count.textContent !== told) count.textContent = told
    list.replaceChildren(...lines(field, findings, look, panel))
  }
  field.addEventListener("input", later(look, 500))
  look()
}

function lines(
  field: TextField,
  findings: PersonalData[],
  look: () => void,
  panel: HTMLElement,
): HTMLElement[] {
  const act = (chosen: PersonalData[], place: number) => {
    const text = blacken(field.value, chosen)
    replaceIn(field, 0, field.value.length, text)
    announce(t.blackened(chosen.map(({ replacement }) => replacement).join(", ")))
    look()
    // The next one of the list, so that a keyboard goes through it; at its end the text.
    const buttons = panel.querySelectorAll("button")
    ;(buttons[Math.min(place, buttons.length - 1)] ?? field).focus()
  }
  const shown = findings.slice(0, MOST_SHOWN).map((finding, place) => {
    const button = makeButton(t.blacken(finding.replacement), { context: finding.text }, () =>
      act([finding], place),
    )
    return make("li", {}, contextOf(field.value, finding), button)
  })
  if (findings.length < 2) return shown
  const all = makeButton(t.blackenAll(findings.length), {}, () => act(findings, 0))
  return [...shown, make("li", { class: "ff-findings__all" }, all)]
}

/** The words around a finding, in one line. */
function contextOf(text: string, { start, end }: PersonalData): HTMLElement {
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  return make(
    "span",
    {},
    start > AROUND ? `…${before.replace(/^\S*\s/, "")}` : before,
    make("mark", {}, text.slice(start, end)),
    end + AROUND < text.length ? `${after.replace(/\s\S*$/, "")}…` : after,
  )
}
