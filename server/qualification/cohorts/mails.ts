import type { Locale } from "../../kernel/actor.ts"
import { dateFormat } from "../../kernel/formats.ts"
import type { Session } from "./sessions.ts"

const CHANGES = {
  restored: { de: "er findet doch statt", en: "it takes place after all" },
  when: { de: "neue Zeit", en: "new time" },
  place: { de: "neuer Ort", en: "new place" },
  link: { de: "neuer Link", en: "new link" },
  dialIn: { de: "neue Einwahl", en: "new dial-in" },
}
type Change = keyof typeof CHANGES
export const isChange = (name: string): name is Change => Object.hasOwn(CHANGES, name)
/** What is new, and when it would have been where the time is. */
export type Changes = { names: Change[]; former: Pick<Session, "startsAt" | "endsAt"> | null }

/** "neue Zeit (bisher …), neuer Ort" */
function listChanges({ names, former }: Changes, locale: Locale): string {
  const before = { de: "bisher", en: "before:" }[locale]
  return names
    .map((name) => {
      const words = CHANGES[name][locale]
      return name === "when" && former ? `${words} (${before} ${whenOf(former, locale)})` : words
    })
    .join(", ")
}

type Content = {
  changes: Changes
  session: Session
  isCancelled: boolean
  /** False for somebody who left the cohort. */
  belongs: boolean
  url: string
  mailWithoutContent: boolean
}

/** The calendar entry that comes along holds the date; the text says it for who reads mail without a calendar. */
export function sessionMail(locale: Locale, content: Content): { subject: string; text: string } {
  return locale === "de" ? sessionMailDe(content) : sessionMailEn(content)
}

export const titleWithoutContent = (locale: Locale) =>
  locale === "de" ? "Termin der Lerngruppe" : "Session of the cohort"

function sessionMailDe({ session, isCancelled, belongs, changes, url, mailWithoutContent }: Content) {
  const what = isCancelled ? "Abgesagt" : session.sequence > 0 ? "Termin geändert" : "Einladung"
  if (mailWithoutContent)
    return {
      subject: `${what}: Termin Ihrer Lerngruppe`,
      text: letter(["Guten Tag,", "zu einem Termin Ihrer Lerngruppe gibt es etwas Neues.", url]),
    }
  const when = whenOf(session, "de")
  const off = belongs
    ? "dieser Termin Ihrer Lerngruppe fällt aus:"
    : "Sie gehören nicht mehr zu dieser Lerngruppe. Bitte streichen Sie den Termin:"
  const on =
    session.sequence > 0
      ? `ein Termin Ihrer Lerngruppe hat sich geändert${ending(listChanges(changes, "de"))}`
      : "Sie sind zu diesem Termin eingeladen:"
  return {
    subject: `${what}: ${session.title}, ${when}`,
    text: letter([
      "Guten Tag,",
      isCancelled ? off : on,
      lines([
        `${session.title} (${session.cohort.name})`,
        `Wann: ${when}`,
        !isCancelled && session.place && `Wo: ${session.place}`,
        !isCancelled && session.link && `Online: ${session.link}`,
        !isCancelled && session.dialIn && `Einwahl: ${session.dialIn}`,
      ]),
      belongs ? `Zur Lerngruppe: ${url}` : "",
    ]),
  }
}

function sessionMailEn({ session, isCancelled, belongs, changes, url, mailWithoutContent }: Content) {
  const what = isCancelled ? "Cancelled" : session.sequence > 0 ? "Date changed" : "Invitation"
  if (mailWithoutContent)
    return {
      subject: `${what}: session of your cohort`,
      text: letter(["Hello,", "there is news about a session of your cohort.", url]),
    }
  const when = whenOf(session, "en")
  const off = belongs
    ? "this session of your cohort is cancelled:"
    : "you no longer belong to this cohort. Please remove the session from your calendar:"
  const on =
    session.sequence > 0
      ? `a session of your cohort has changed${ending(listChanges(changes, "en"))}`
      : "you are invited to this session:"
  return {
    subject: `${what}: ${session.title}, ${when}`,
    text: letter([
      "Hello,",
      isCancelled ? off : on,
      lines([
        `${session.title} (${session.cohort.name})`,
        `When: ${when}`,
        !isCancelled && session.place && `Where: ${session.place}`,
        !isCancelled && session.link && `Online: ${session.link}`,
        !isCancelled && session.dialIn && `Dial-in: ${session.dialIn}`,
      ]),
      belongs ? `To the cohort: ${url}` : "",
    ]),
  }
}

const ending = (changes: string) => (changes ? `: ${changes}.` : ":")

export const whenOf = ({ startsAt, endsAt }: Pick<Session, "startsAt" | "endsAt">, locale: Locale) =>
  dateFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Berlin",
  }).formatRange(startsAt, endsAt)

export const lines = (parts: (string | false)[]) => parts.filter(Boolean).join("\n")
export const letter = (paragraphs: string[]) => paragraphs.filter(Boolean).join("\n\n")
