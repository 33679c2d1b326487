import type { Actor, Locale } from "./actor.ts"
import type { Config } from "./config.ts"
import type { Db, Tx } from "./database.ts"
import { enqueueAll, type Payload } from "./jobs.ts"
import type { CalendarPart, MailKey } from "./mail.ts"

/** Somebody who gets a notice, as they are when it goes out. */
export type Recipient = {
  actor: Actor
  email: string
  /** They or the installation want mails that say that something happened, and not what. */
  withoutContent: boolean
}

/** One of several things that a mail tells: a heading, what happened, an excerpt, and the way there. */
export type LetterSection = {
  title: string
  paragraphs: string[]
  /** What somebody wrote, as plain text; null in a mail without content and where there is nothing to quote. */
  quote: string | null
  /** What the address leads to, e.g. "Zur Antwort". */
  link: string
  path: string
}

/** A mail in one language. Greeting, address and how to switch such mails off are the same in all of them. */
export type Letter = {
  subject: string
  paragraphs: (string | false)[]
  /** What the address leads to, e.g. "Zur Antwort"; "" where the address has a line of its own. */
  link: string
  /** Where it greets by name. */
  greeting?: string
  /** What a bundle or a digest tells, below the paragraphs. */
  sections?: LetterSection[]
  /** Paragraphs below the address. */
  below?: string[]
}

/** What there is to tell at this moment. */
export type News<K, C> = {
  /** What every mail may say, one without content as well. */
  known: K
  content: C
  /** Where it is to be read; null where this person has nothing to read there. */
  path: string | null
  /** What the mail is about: mail programs put together what is about the same. */
  about?: string
  /** Where the same news could be told by two jobs: what makes it the same. Otherwise a job is sent once. */
  once?: MailKey
  calendar?: CalendarPart
}

export type NoticeParts = { db: Db; config: Pick<Config, "publicUrl" | "mailFrom"> }

type Ids<N extends string> = Record<N, string> & Payload

/** Reads the state as it is now. Null where there is nothing to tell any more, or not to this person. */
export type Find<N extends string, T> = (
  parts: NoticeParts,
  recipient: Recipient,
  ids: Ids<N>,
) => Promise<T | null>

type Head<N extends string> = {
  /** With the module that owns it: `forum.answered`. Jobs hold it, so it stays. */
  name: string
  /** Why its mail comes whatever somebody chooses; null where the table of the reasons says whether they may. */
  always: string | null
  /** What its jobs always hold. */
  ids: readonly N[]
  /** Goes before others that wait. */
  urgent?: boolean
}

type Declared<N extends string, W, K, C> = Head<N> & {
  words: Record<Locale, W>
  find: Find<N, News<K, C>>
  /** @param content null in a mail without content */
  write: (words: W, known: K, content: C | null, locale: Locale) => Letter
}

export type Told = Omit<News<unknown, unknown>, "known" | "content"> & { letter: Letter }

/** Something that people are told; its module declares it, and `notifications` delivers it. */
export type Notice<N extends string = string> = Head<N> & {
  tell: (parts: NoticeParts, recipient: Recipient, payload: Payload) => Promise<Told | null>
}

/** What is written for a mail without content never gets what such a mail must not say. */
export function declareNotice<N extends string, W, K, C>(declared: Declared<N, W, K, C>): Notice<N> {
  const { words, find, write, ...head } = declared
  return {
    ...head,
    async tell(parts, recipient, payload) {
      if (!holds(payload, head.ids)) throw new Error(`${head.name} without ${head.ids.join(", ")}`)
      const news = await find(parts, recipient, payload)
      if (!news) return null
      const { known, content, ...told } = news
      const { locale } = recipient.actor
      const letter = write(words[locale], known, recipient.withoutContent ? null : content, locale)
      return { ...told, letter }
    },
  }
}

const holds = <N extends string>(payload: Payload, names: readonly N[]): payload is Ids<N> =>
  names.every((name) => typeof payload[name] === "string")

export const NOTICE_QUEUE = "notices"

/**
 * Tells each of these people, within the write: no commit, no notice. Each has a job of their own, so that an address
 * that takes no mail keeps nobody else's waiting.
 */
export const notify = <N extends string>(
  tx: Tx,
  notice: Pick<Notice<N>, "name" | "urgent"> & { ids?: readonly N[] },
  personIds: readonly string[],
  ids: Ids<NoInfer<N>>,
): Promise<void> =>
  enqueueAll(
    tx,
    NOTICE_QUEUE,
    [...new Set(personIds)].map((to) => ({ ...ids, notice: notice.name, to })),
    notice.urgent ? 1 : 0,
  )
