import type { Locale } from "../../kernel/actor.ts"
import type { Entry } from "../cohorts/calendar.ts"
import { letter, lines, whenOf } from "../cohorts/mails.ts"

const CHANGES = {
  when: { de: "neue Zeit", en: "new time" },
  place: { de: "neuer Ort", en: "new place" },
  people: { de: "andere Beteiligte", en: "other people" },
}
type Change = keyof typeof CHANGES
export const isRoundChange = (name: string): name is Change => Object.hasOwn(CHANGES, name)
/** What is new, and what it was before where that can be said. */
export type RoundChanges = {
  names: Change[]
  former: Pick<Entry, "startsAt" | "endsAt"> | null
  formerPlace: string
}
type Content = { entry: Entry; changes: RoundChanges | null; mailWithoutContent: boolean }

/** "neue Zeit (bisher …), neuer Ort (bisher Raum 3)" */
function listChanges({ names, former, formerPlace }: RoundChanges, locale: Locale): string {
  const before = { de: "bisher", en: "before:" }[locale]
  const was: Record<Change, string> = {
    when: former ? whenOf(former, locale) : "",
    place: formerPlace,
    people: "",
  }
  return names.map((name) => CHANGES[name][locale] + (was[name] && ` (${before} ${was[name]})`)).join(", ")
}

export const titleWithoutContent = (locale: Locale) =>
  locale === "de" ? "Termin der Lerngruppe" : "Session of the cohort"

export const roundMail = (locale: Locale, content: Content): { subject: string; text: string } =>
  locale === "de" ? roundMailDe(content) : roundMailEn(content)

function roundMailDe({ entry, changes, mailWithoutContent }: Content) {
  const { isCancelled, title, place, url } = entry
  const what = isCancelled ? "Abgesagt" : changes ? "Termin geändert" : "Einladung"
  if (mailWithoutContent)
    return {
      subject: `${what}: Termin Ihrer Lerngruppe`,
      text: letter(["Guten Tag,", "zu einem Termin Ihrer Lerngruppe gibt es etwas Neues.", url]),
    }
  const when = whenOf(entry, "de")
  const on = changes
    ? `eine Runde der Kompetenzbilanzierung, in der Sie dabei sind, hat sich geändert: ${listChanges(changes, "de")}.`
    : "Sie sind bei einer Runde der Kompetenzbilanzierung dabei:"
  return {
    subject: `${what}: ${title}, ${when}`,
    text: letter([
      "Guten Tag,",
      isCancelled ? "diese Runde fällt aus, oder Sie sind nicht mehr darin:" : on,
      lines([title, `Wann: ${when}`, !isCancelled && place && `Wo: ${place}`]),
      isCancelled ? "" : `Zur Runde: ${url}`,
    ]),
  }
}

function roundMailEn({ entry, changes, mailWithoutContent }: Content) {
  const { isCancelled, title, place, url } = entry
  const what = isCancelled ? "Cancelled" : changes ? "Date changed" : "Invitation"
  if (mailWithoutContent)
    return {
      subject: `${what}: session of your cohort`,
      text: letter(["Hello,", "there is news about a session of your cohort.", url]),
    }
  const when = whenOf(entry, "en")
  const on = changes
    ? `an assessment round that you sit in has changed: ${listChanges(changes, "en")}.`
    : "you sit in an assessment round:"
  return {
    subject: `${what}: ${title}, ${when}`,
    text: letter([
      "Hello,",
      isCancelled ? "this round is cancelled, or you are no longer in it:" : on,
      lines([title, `When: ${when}`, !isCancelled && place && `Where: ${place}`]),
      isCancelled ? "" : `To the round: ${url}`,
    ]),
  }
}
