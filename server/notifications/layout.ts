import type { Locale } from "../kernel/actor.ts"
import type { Told } from "../kernel/notices.ts"
import { htmlOf, type Layout, type Link, type Section } from "./layout-html.tsx"

/** What stands in every mail. */
const WORDS = {
  de: {
    greeting: "Guten Tag,",
    optOut: "Sie möchten diese E-Mails nicht mehr erhalten? Das stellen Sie in Ihrem Profil ein",
    unsubscribe: "Nur E-Mails zu diesem Anlass abbestellen",
  },
  en: {
    greeting: "Hello,",
    optOut: "You no longer want these e-mails? Change it in your profile",
    unsubscribe: "Unsubscribe from e-mails of this kind only",
  },
}

/** Where all mails are chosen; where one asks for none of this sort any more, if there are other ones. */
type Leave = { unsubscribe?: string | undefined }

/** A mail as text and as HTML, with the whole address of what it is about. */
export function layOut(
  { letter, path }: Pick<Told, "letter" | "path">,
  locale: Locale,
  publicUrl: string,
  isOptional: boolean,
  { unsubscribe }: Leave = {},
): { subject: string; text: string; html: string } {
  const words = WORDS[locale]
  const { subject, paragraphs, link, greeting = words.greeting, sections = [], below = [] } = letter
  const settings = { words: words.optOut, address: `${publicUrl}/profil/benachrichtigungen` }
  const leaving = unsubscribe ? [{ words: words.unsubscribe, address: unsubscribe }] : []
  const layout: Layout = {
    locale,
    origin: publicUrl,
    subject,
    greeting,
    paragraphs: paragraphs.filter((one) => typeof one === "string").filter(Boolean),
    sections: sections.map(({ title, quote, path: to, ...section }) => ({
      title,
      quote,
      paragraphs: section.paragraphs.filter(Boolean),
      link: { words: section.link, address: publicUrl + to },
    })),
    link: path === null ? null : { words: link, address: publicUrl + path },
    below: below.filter(Boolean),
    foot: isOptional ? [settings, ...leaving] : [],
  }
  return { subject, text: textOf(layout), html: htmlOf(layout) }
}

function textOf({ greeting, paragraphs, sections, link, below, foot }: Layout): string {
  const lines = foot.length > 0 ? [`--\n${foot.map(lineOf).join("\n")}`] : []
  return [
    greeting,
    ...paragraphs,
    ...sections.map(sectionText),
    ...(link ? [lineOf(link)] : []),
    ...below,
    ...lines,
  ].join("\n\n")
}

const lineOf = ({ words, address }: Link) => [words, address].filter(Boolean).join(": ")

const sectionText = ({ title, paragraphs, quote, link }: Section) =>
  [
    `${title}\n${"-".repeat(Math.min(Math.max(title.length, SHORTEST_LINE), LONGEST_LINE))}`,
    ...paragraphs,
    ...(quote ? [quoted(quote)] : []),
    lineOf(link),
  ].join("\n\n")

/** Two dashes would begin a signature. */
const SHORTEST_LINE = 3
const LONGEST_LINE = 70

/** As mail programs quote, so that they fold it in and a reply cuts it off. */
const quoted = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n")
