import { announce } from "./dom.ts"
import { words } from "./words.ts"

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * `data-timer` on a timer: counts down by the server's clock, whatever the one of this computer says. Says politely
 * when the time of a phase is up, nothing every second. Asks the live region around it for the present state when a
 * phase has run out, and every minute from then on.
 */
export function upgradeTimer(timer: HTMLElement): void {
  const left = timer.querySelector<HTMLElement>("[data-timer-left]")
  if (!left || timer.dataset.timer !== "running") return
  const ahead = Date.parse(timer.dataset.timerNow ?? "") - Date.now()
  const ends = Date.parse(timer.dataset.timerEnds ?? "")
  if (Number.isNaN(ahead) || Number.isNaN(ends)) return
  const bar = timer.querySelector("progress")
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches
  let before = ends - Date.now() - ahead
  const tick = () => {
    if (!timer.isConnected) return
    const remaining = ends - Date.now() - ahead
    const text = isCalm ? wordsFor(remaining) : clockOf(remaining)
    if (left.textContent !== text) left.textContent = text
    if (bar) bar.value = bar.max - Math.max(0, remaining / SECOND)
    if (before > 0 && remaining <= 0) announce(words.timer.over(timer.dataset.timerTitle ?? ""))
    if (remaining <= 0 && Math.floor(before / MINUTE) !== Math.floor(remaining / MINUTE))
      timer.dispatchEvent(new CustomEvent("ff-refresh", { bubbles: true }))
    before = remaining
    setTimeout(tick, SECOND - ((Date.now() + ahead) % SECOND))
  }
  tick()
}

const wordsFor = (remaining: number): string =>
  remaining > 0
    ? words.timer.left(Math.ceil(remaining / MINUTE))
    : words.timer.more(Math.floor(-remaining / MINUTE))

/** "12:05", and "+0:30" when it takes longer than planned. */
export function clockOf(remaining: number): string {
  const seconds = remaining > 0 ? Math.ceil(remaining / SECOND) : Math.floor(-remaining / SECOND)
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
  return remaining > 0 || seconds === 0 ? text : `+${text}`
}
