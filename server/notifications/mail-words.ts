import type { Locale } from "../kernel/actor.ts"
import { dateFormat } from "../kernel/formats.ts"

/** What stands in the mails that are made from entries; what happened is said by the words of the inbox. */
const de = {
  /** Each paragraph goes on after the greeting. */
  about: (title: string) => `zu „${title}“ gibt es Neues.`,
  aboutSomething: "es gibt Neues für Sie.",
  count: (count: number) => (count === 1 ? "Eine Neuigkeit" : `${count} Neuigkeiten`),
  moreThan: (count: number) => `mehr als ${count} Neuigkeiten`,
  legalStatus: (day: string) => `Rechtsstand: ${day}`,
  look: "Ansehen",
  untitled: "Beitrag ohne lesbaren Titel",
  digest: {
    subject: "Ihre Zusammenfassung",
    text: (threads: number) =>
      threads === 1 ? "zu einem Thema hat sich etwas getan." : `zu ${threads} Themen hat sich etwas getan.`,
    more: "Weiteres steht in Ihren Benachrichtigungen.",
    link: "Alle Benachrichtigungen",
  },
}

const en: typeof de = {
  about: (title) => `there is something new about “${title}”.`,
  aboutSomething: "there is something new for you.",
  count: (count) => (count === 1 ? "One piece of news" : `${count} pieces of news`),
  moreThan: (count) => `more than ${count} pieces of news`,
  legalStatus: (day) => `Legal status: ${day}`,
  look: "Have a look",
  untitled: "Post without a title that you may read",
  digest: {
    subject: "Your digest",
    text: (threads) =>
      threads === 1
        ? "something has happened in one thread."
        : `something has happened in ${threads} threads.`,
    more: "There is more in your notifications.",
    link: "All notifications",
  },
}

export type MailWords = typeof de
export const MAIL_WORDS: Record<Locale, MailWords> = { de, en }

/** A day such as "1. Januar 2026". */
export const writtenDay = (day: string, locale: Locale): string =>
  dateFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
