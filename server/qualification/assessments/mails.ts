import type { Locale } from "../../kernel/actor.ts"
import type { Entry } from "../cohorts/calendar.ts"
import { letter, lines, whenOf } from "../cohorts/mails.ts"

type Content = { entry: Entry; mailWithoutContent: boolean }

/** What stands in the calendar, which colleagues may see: neither whose round it is nor who sits in it. */
export const roundTitle = (locale: Locale, cohort: string) =>
  locale === "de" ? `Kompetenzbilanzierung (${cohort})` : `Assessment (${cohort})`

export const titleWithoutContent = (locale: Locale) =>
  locale === "de" ? "Termin der Lerngruppe" : "Session of the cohort"

export const roundMail = (locale: Locale, content: Content): { subject: string; text: string } =>
  locale === "de" ? roundMailDe(content) : roundMailEn(content)

function roundMailDe({ entry, mailWithoutContent }: Content) {
  const { isCancelled, sequence, title, place, url } = entry
  const what = isCancelled ? "Abgesagt" : sequence > 0 ? "Termin geändert" : "Einladung"
  if (mailWithoutContent)
    return {
      subject: `${what}: Termin Ihrer Lerngruppe`,
      text: letter(["Guten Tag,", "zu einem Termin Ihrer Lerngruppe gibt es etwas Neues.", url]),
    }
  const when = whenOf(entry, "de-DE")
  const on =
    sequence > 0
      ? "eine Runde der Kompetenzbilanzierung, in der Sie dabei sind, hat sich geändert (Zeit, Ort oder Beteiligte):"
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

function roundMailEn({ entry, mailWithoutContent }: Content) {
  const { isCancelled, sequence, title, place, url } = entry
  const what = isCancelled ? "Cancelled" : sequence > 0 ? "Date changed" : "Invitation"
  if (mailWithoutContent)
    return {
      subject: `${what}: session of your cohort`,
      text: letter(["Hello,", "there is news about a session of your cohort.", url]),
    }
  const when = whenOf(entry, "en-GB")
  const on =
    sequence > 0
      ? "an assessment round that you sit in has changed (time, place or company):"
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
