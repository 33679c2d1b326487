import { reasonFor } from "./day-off-text.ts"
import { announce } from "./dom.ts"
import { words } from "./words.ts"

const t = words.dayOff

/**
 * `data-days-off='{"2026-12-25": "…"}'` on a field for a day: says in its hint when nobody works on the day that was
 * chosen. It may be chosen all the same.
 */
export function upgradeDayOff(field: HTMLElement): void {
  if (!(field instanceof HTMLInputElement)) return
  const hint = document.getElementById(`${field.id}-hinweis`)?.querySelector("[data-day-off-hint]")
  if (!hint) return
  const holidays: unknown = JSON.parse(field.dataset.daysOff ?? "{}")
  field.addEventListener("change", () => {
    const why = reasonFor(field.value, new Map(Object.entries(holidays ?? {})))
    hint.textContent = why ? t.hint(why) : ""
    if (why) announce(t.hint(why))
  })
}
