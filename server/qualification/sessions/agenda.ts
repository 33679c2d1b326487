import type { AgendaItem } from "../tables.ts"
import type { SessionKind } from "./access.ts"

type Words = Record<SessionKind, readonly [title: string, minutes: number, isBreak?: true][]>

/** Where the programme has no agenda of its own. A workshop of four hours has its breaks in time. */
const DEFAULTS: Record<"de" | "en", Words> = {
  de: {
    workshop: [
      ["Ankommen und Ziele", 20],
      ["Ergebnisse der Praxisphase", 45],
      ["Impuls", 25],
      ["Pause", 15, true],
      ["Arbeit am Lernprojekt", 70],
      ["Pause", 10, true],
      ["Nächste Schritte und Aufgaben", 40],
      ["Abschluss", 15],
    ],
    meeting: [
      ["Ankommen", 5],
      ["Stand der Vorhaben", 10],
      ["Kollegiale Beratung", 35],
      ["Vereinbarungen", 10],
    ],
  },
  en: {
    workshop: [
      ["Arriving and aims", 20],
      ["Results of the practice phase", 45],
      ["Input", 25],
      ["Break", 15, true],
      ["Work on the learning project", 70],
      ["Break", 10, true],
      ["Next steps and tasks", 40],
      ["Closing", 15],
    ],
    meeting: [
      ["Arriving", 5],
      ["State of the projects", 10],
      ["Peer consulting", 35],
      ["Agreements", 10],
    ],
  },
}

/** The programme's agenda, or the usual one. */
export function agendaOf(
  kind: SessionKind,
  agenda: readonly AgendaItem[],
  locale: "de" | "en",
): AgendaItem[] {
  if (agenda.length > 0) return [...agenda]
  return DEFAULTS[locale][kind].map(([title, minutes, isBreak = false]) => ({ title, minutes, isBreak }))
}
