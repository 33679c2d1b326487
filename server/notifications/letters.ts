import type { Locale } from "../kernel/actor.ts"
import type { Letter, LetterSection } from "../kernel/notices.ts"
import type { InboxFacts } from "./inbox/queries.ts"
import { MAIL_WORDS, type MailWords, writtenDay } from "./mail-words.ts"
import { type InboxNotice, reasonOf } from "./reasons.ts"
import { type ReplyKind, replyFoot } from "./reply-address.ts"

/** Something that a mail tells, with the rights of its reader at this moment. */
export type Item = {
  notice: InboxNotice
  subjectId: string
  groupId: string
  facts: InboxFacts
  /** What happened, in the words of the inbox: all that a mail without content says. */
  what: string
  /** What it is about was written just now, by the person that the facts name. */
  isNew: boolean
}
type Reader = { locale: Locale; withoutContent: boolean }
/** Of a mail that can be answered by mail: what the answer becomes. */
type Answerable = { reply: ReplyKind | null }

/** More threads than these nobody reads in a mail. */
const MOST_THREADS = 20

/** What happened in one thread: the first news of it, or what came within ten minutes after a mail about it. */
export function writeBundle(items: Item[], { locale, withoutContent, reply }: Reader & Answerable): Letter {
  const words = MAIL_WORDS[locale]
  const isBare = withoutContent || items.some(({ notice }) => reasonOf(notice).isDiscreet)
  const title = isBare ? null : titleOf(items)
  const [only] = items.length === 1 ? items : []
  const subject = only?.what ?? words.count(items.length)
  return {
    subject: title === null ? subject : `${subject}: ${title}`,
    paragraphs: [title === null ? words.aboutSomething : words.about(title)],
    link: "",
    sections: items.map((item) => (isBare ? bare(words, item) : full(words, item, locale))),
    ...(reply && { below: [replyFoot(reply, locale)] }),
  }
}

const titleOf = (items: Item[]) => items.find(({ facts }) => facts.title !== null)?.facts.title ?? null

const bare = (words: MailWords, { what, facts }: Item): LetterSection => ({
  title: what,
  paragraphs: [],
  quote: null,
  link: words.look,
  path: facts.address,
})

function full(words: MailWords, item: Item, locale: Locale): LetterSection {
  const { text, person, legalStatusDate } = item.facts
  const by = item.isNew && person
  const status = legalStatusDate && words.legalStatus(writtenDay(legalStatusDate, locale))
  return {
    ...bare(words, item),
    paragraphs: [[by, status].filter(Boolean).join(" · ")].filter(Boolean),
    quote: item.isNew ? text : null,
  }
}

/** Of a digest: whether it tells everything that there is. */
type Digest = { isWhole: boolean }

/** What happened in a day or a week, thread by thread, the one with the latest news first. */
export function writeDigest(items: Item[], { locale, withoutContent, isWhole }: Reader & Digest): Letter {
  const words = MAIL_WORDS[locale]
  const threads = [...Map.groupBy(items, ({ groupId }) => groupId).values()]
  const { subject, text, more, link } = words.digest
  const count = isWhole ? words.count(items.length) : words.moreThan(items.length)
  const hasMore = threads.length > MOST_THREADS || !isWhole
  const shown = threads.slice(0, MOST_THREADS)
  return {
    subject: `${subject}: ${count}`,
    paragraphs: [text(threads.length), ...(withoutContent ? countsOf(items) : [])],
    link,
    sections: withoutContent ? [] : shown.map((thread) => sectionOf(words, thread)),
    ...(hasMore && !withoutContent && { below: [more] }),
  }
}

function sectionOf(words: MailWords, thread: Item[]): LetterSection {
  const happened = Map.groupBy(thread, ({ what }) => what)
  return {
    title: titleOf(thread) ?? words.untitled,
    paragraphs: [...happened].map(([what, items]) => {
      const people = [...new Set(items.flatMap(({ isNew, facts }) => (isNew && facts.person) || []))]
      return people.length > 0 ? `${counted(what, items)}: ${people.join(", ")}` : counted(what, items)
    }),
    quote: null,
    link: words.look,
    path: thread[0]?.facts.address ?? "/benachrichtigungen",
  }
}

const countsOf = (items: Item[]): string[] =>
  [...Map.groupBy(items, ({ what }) => what)].map(([what, same]) => counted(what, same))

const counted = (what: string, items: Item[]) => (items.length > 1 ? `${what} (${items.length})` : what)
