import { readInstallation } from "../../accounts/index.ts"
import type { Locale } from "../../kernel/actor.ts"
import { dateFormat } from "../../kernel/formats.ts"
import type { Payload } from "../../kernel/jobs.ts"
import { type CalendarPart, senderIn } from "../../kernel/mail.ts"
import { declareNotice, type Find, type NoticeParts, type Recipient } from "../../notifications/index.ts"
import { type Entry, invitationPart } from "./calendar.ts"

const CHANGES = ["restored", "title", "when", "place", "link", "dialIn", "people"] as const
type Change = (typeof CHANGES)[number]

/** What is to be told of a date that people have in their calendars. */
type DateNews = {
  sort: "session" | "round" | "event"
  id: string
  title: string
  entry: Entry
  details: { place: string; link?: string; dialIn?: string }
  /** What is new by name, each with what it was before where that can be said. */
  changes: Map<Change, string>
  isChanged: boolean
  /** They do not belong to it any more. */
  isGone: boolean
  /** Of managers, who come to a part of it. */
  part: "manager" | null
  path: string | null
}
type State = "invited" | "changed" | "cancelled"
/** What may be said of it in a mail without content. */
type Bare = { subject: string; text: string; title: string }
type DateWords = Record<State | "link", string> & { gone?: string; bare?: Bare }

const de = {
  subjects: { invited: "Einladung", changed: "Termin geändert", cancelled: "Abgesagt" },
  changes: {
    restored: "er findet doch statt",
    title: "neuer Titel",
    when: "neue Zeit",
    place: "neuer Ort",
    link: "neuer Link",
    dialIn: "neue Einwahl",
    people: "andere Beteiligte",
  },
  before: "bisher",
  when: "Wann",
  details: { place: "Wo", link: "Online", dialIn: "Einwahl" },
  bare: {
    subject: "Termin Ihrer Lerngruppe",
    text: "zu einem Termin Ihrer Lerngruppe gibt es etwas Neues.",
    title: "Termin der Lerngruppe",
  },
}
const en: typeof de = {
  subjects: { invited: "Invitation", changed: "Date changed", cancelled: "Cancelled" },
  changes: {
    restored: "it takes place after all",
    title: "new title",
    when: "new time",
    place: "new place",
    link: "new link",
    dialIn: "new dial-in",
    people: "other people",
  },
  before: "before:",
  when: "When",
  details: { place: "Where", link: "Online", dialIn: "Dial-in" },
  bare: {
    subject: "session of your cohort",
    text: "there is news about a session of your cohort.",
    title: "Session of the cohort",
  },
}
const WORDS = { de, en }

/** An invitation, a change, or that it is off; the calendar entry comes along. */
export const declareDate = <N extends string>(declared: {
  name: string
  ids: readonly N[]
  words: Record<Locale, DateWords>
  find: Find<N, DateNews>
}) =>
  declareNotice({
    ...declared,
    always: "Without it the own calendar would be wrong.",
    find: async (parts, recipient, ids) => {
      const news = await declared.find(parts, recipient, ids)
      if (!news) return null
      const { sort, id, entry, part, path, isChanged } = news
      const { isCancelled, sequence } = entry
      const state: State = isCancelled ? "cancelled" : isChanged ? "changed" : "invited"
      return {
        known: { state },
        content: news,
        path,
        about: id,
        once: [sort, id, sequence, isCancelled ? "off" : "on", recipient.actor.id, ...(part ? [part] : [])],
        calendar: await calendarFor(parts, recipient, entry, declared.words[recipient.actor.locale]),
      }
    },
    write: (words, { state }, news, locale) => {
      const { subjects, when } = WORDS[locale]
      const bare = words.bare ?? WORDS[locale].bare
      if (!news)
        return { subject: `${subjects[state]}: ${bare.subject}`, paragraphs: [bare.text], link: words.link }
      const time = whenOf(news.entry, locale)
      const off = (news.isGone && words.gone) || words.cancelled
      const opening = {
        invited: words.invited,
        changed: words.changed + listChanges(news, locale),
        cancelled: off,
      }
      const facts = [news.entry.title, `${when}: ${time}`, ...detailsOf(news, locale)]
      return {
        subject: `${subjects[state]}: ${news.title}, ${time}`,
        paragraphs: [opening[state], facts.join("\n")],
        link: words.link,
      }
    },
  })

/** ": neue Zeit (bisher …), neuer Ort." */
function listChanges({ changes }: DateNews, locale: Locale): string {
  const words = WORDS[locale]
  const listed = [...changes].map(
    ([name, former]) => words.changes[name] + (former && ` (${words.before} ${former})`),
  )
  return listed.length > 0 ? `: ${listed.join(", ")}.` : ":"
}

function detailsOf({ entry, details }: DateNews, locale: Locale): string[] {
  const words = WORDS[locale].details
  const names = entry.isCancelled ? [] : (["place", "link", "dialIn"] as const)
  return names.flatMap((name) => (details[name] ? `${words[name]}: ${details[name]}` : []))
}

export function changesIn(payload: Payload, locale: Locale): Map<Change, string> {
  const { changed, formerStart, formerEnd, formerPlace } = payload
  const names = (changed ?? "").split(",")
  const former: Partial<Record<Change, string>> = { place: formerPlace ?? "" }
  if (formerStart && formerEnd)
    former.when = whenOf({ startsAt: new Date(formerStart), endsAt: new Date(formerEnd) }, locale)
  return new Map(CHANGES.filter((name) => names.includes(name)).map((name) => [name, former[name] ?? ""]))
}

const whenOf = ({ startsAt, endsAt }: Pick<Entry, "startsAt" | "endsAt">, locale: Locale) =>
  dateFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Berlin",
  }).formatRange(startsAt, endsAt)

/** For one person's calendar. Others may see it: without content it says no more than the mail. */
async function calendarFor(
  { db, config }: NoticeParts,
  { actor, email, withoutContent }: Recipient,
  entry: Entry,
  words: DateWords,
): Promise<CalendarPart> {
  const { name } = await readInstallation(db)
  const { title } = words.bare ?? WORDS[actor.locale].bare
  const shown = withoutContent ? { ...entry, title, place: "", description: "" } : entry
  const organizer = { name, email: senderIn(config.mailFrom).address }
  return invitationPart(shown, organizer, { name: actor.displayName, email })
}
