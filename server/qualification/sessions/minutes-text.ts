import type { Locale } from "../../kernel/actor.ts"
import { dateFormat } from "../../kernel/formats.ts"
import { asTyped } from "../../kernel/markdown-escape.ts"
import type { BoardView, EntryView, SessionView } from "./schema.ts"

const WORDS = {
  de: {
    present: "Anwesend",
    agenda: "Tagesordnung",
    decision: { workshop: "Beschlüsse", meeting: "Vereinbarungen" },
    task: "Aufgaben",
    parking: "Themenspeicher",
    earlier: "Aus der Zeit davor",
    round: "Stand der Vorhaben",
    photos: (count: number) =>
      count === 1
        ? "1 Foto liegt auf der Seite des Termins."
        : `${count} Fotos liegen auf der Seite des Termins.`,
    next: (title: string, when: string) => `Nächster Termin: ${title}, ${when} Uhr`,
    until: (day: string) => `bis ${day}`,
    done: "erledigt",
    open: "noch offen",
    nothing: "Nichts festgehalten.",
    hurdle: "Hürde",
    request: "Bitte",
  },
  en: {
    present: "Present",
    agenda: "Agenda",
    decision: { workshop: "Decisions", meeting: "Agreements" },
    task: "Tasks",
    parking: "Parking lot",
    earlier: "From the time before",
    round: "State of the projects",
    photos: (count: number) =>
      count === 1
        ? "1 photo is on the page of the session."
        : `${count} photos are on the page of the session.`,
    next: (title: string, when: string) => `Next date: ${title}, ${when}`,
    until: (day: string) => `by ${day}`,
    done: "done",
    open: "still open",
    nothing: "Nothing recorded.",
    hurdle: "Hurdle",
    request: "Request",
  },
} as const

/** Without breaks, and once what a break has cut in two. */
const namesOf = (agenda: SessionView["agenda"]) => [
  ...new Set(agenda.filter(({ isBreak }) => !isBreak).map(({ title }) => title)),
]

type Recorded = { session: SessionView; board: BoardView; present: string[] }

/** Minutes as they can be given out, in Markdown, put together from what was recorded. */
export function draftMinutes({ session, board, present }: Recorded, locale: Locale): string {
  const words = WORDS[locale]
  const of = (kind: EntryView["kind"]) => board.entries.filter((entry) => entry.kind === kind)
  const sections: [title: string, lines: string[], always?: true][] = [
    [words.present, present.length > 0 ? [present.map(asTyped).join(", ")] : []],
    [words.agenda, namesOf(session.agenda).map(asTyped)],
    [words.round, board.round.flatMap((one) => roundLine(one, locale))],
    [words.earlier, board.earlier.map((entry) => taskLine(entry, locale, true))],
    [words.decision[session.kind], of("decision").map(({ body }) => asTyped(body)), true],
    [words.task, of("task").map((entry) => taskLine(entry, locale, entry.done)), true],
    [words.parking, of("parking").map(({ body }) => asTyped(body))],
  ]
  const parts = sections
    .filter(([, lines, always]) => lines.length > 0 || always)
    .map(
      ([title, lines]) =>
        `## ${title}\n\n${lines.length > 0 ? lines.map((line) => `- ${line}`).join("\n") : words.nothing}`,
    )
  const { photos, next } = board
  if (photos.length > 0) parts.push(words.photos(photos.length))
  if (next) parts.push(words.next(asTyped(next.title), whenOf(next.startsAt, locale)))
  return `${parts.join("\n\n")}\n`
}

function taskLine({ body, person, dueOn, done, result }: EntryView, locale: Locale, withState: boolean) {
  const words = WORDS[locale]
  const head = [asTyped(body), person && asTyped(person.name), dueOn && words.until(dayOf(dueOn, locale))]
  const state = withState ? ` (${done ? words.done : words.open}${result ? `: ${asTyped(result)}` : ""})` : ""
  return `${head.filter(Boolean).join(" – ")}${state}`
}

function roundLine({ name, line }: BoardView["round"][number], locale: Locale): string[] {
  if (!line) return []
  const words = WORDS[locale]
  const parts = [
    line.project,
    line.state,
    line.hurdle && `${words.hurdle}: ${line.hurdle}`,
    line.request && `${words.request}: ${line.request}`,
  ]
  return [`${asTyped(name)}: ${parts.filter(Boolean).map(asTyped).join("; ")}`]
}

const dayOf = (day: string, locale: Locale) =>
  dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))

const whenOf = (instant: string, locale: Locale) =>
  dateFormat(locale, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  }).format(new Date(instant))
