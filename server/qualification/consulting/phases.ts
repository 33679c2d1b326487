import type { Locale } from "../../kernel/actor.ts"
import type { TimerView } from "../timers/schema.ts"
import type { Phase as TimerPhase } from "../timers/state.ts"
import type { Form, LineKind } from "./tables.ts"

export const PHASES = [
  "choice",
  "account",
  "questions",
  "hypotheses",
  "solutions",
  "decision",
  "closing",
] as const
export type Phase = (typeof PHASES)[number]

/** In the order of the phases. The short form fits into the 35 minutes that a meeting has for it. */
export const MINUTES: Record<Form, readonly number[]> = {
  short: [2, 6, 6, 7, 7, 4, 3],
  full: [5, 10, 10, 10, 10, 10, 5],
}

export const PHASE_TITLES: Record<Locale, Record<Phase, string>> = {
  de: {
    choice: "Thema und Rollen klären",
    account: "Fall schildern",
    questions: "Nachfragen",
    hypotheses: "Hypothesen sammeln",
    solutions: "Lösungsideen sammeln",
    decision: "Entscheiden",
    closing: "Abschließen",
  },
  en: {
    choice: "Settling topic and roles",
    account: "Telling the case",
    questions: "Asking questions",
    hypotheses: "Collecting hypotheses",
    solutions: "Collecting ideas",
    decision: "Deciding",
    closing: "Closing",
  },
}
const BREAK: Record<Locale, string> = { de: "Pause", en: "Break" }

export const breakTitle = (locale: Locale) => BREAK[locale]

export const phasesFor = (form: Form, locale: Locale): TimerPhase[] =>
  PHASES.map((phase, index) => ({
    title: PHASE_TITLES[locale][phase],
    minutes: MINUTES[form][index] ?? 0,
    isBreak: false,
  }))

/** The timer knows titles only, and a break may have cut a phase in two. */
const phaseNamed = (title: string): Phase | null =>
  PHASES.find((phase) => Object.values(PHASE_TITLES).some((titles) => titles[phase] === title)) ?? null

/** The phase that is running; null in a break. */
export const phaseOf = (timer: TimerView): Phase | null =>
  phaseNamed(timer.phases[timer.position]?.title ?? "")

/** The timer as somebody reads it, whichever language it was started in. */
export function inLanguage(timer: TimerView, locale: Locale): TimerView {
  const phases = timer.phases.map((one) => {
    const phase = phaseNamed(one.title)
    if (phase) return { ...one, title: PHASE_TITLES[locale][phase] }
    return one.isBreak ? { ...one, title: BREAK[locale] } : one
  })
  return { ...timer, phases }
}

const NOTED: Record<LineKind, readonly Phase[]> = {
  hypothesis: ["hypotheses", "solutions"],
  solution: ["solutions", "decision"],
}

/** A line that was being typed when the phase changed is not refused: each kind also has the phase after its own. */
export const mayNote = (kind: LineKind, phase: Phase | null): boolean =>
  phase !== null && NOTED[kind].includes(phase)
