import type { Attachment } from "postal-mime"
import { readReceivedMail } from "../forum/index.ts"
import { newId } from "../kernel/database.ts"
import { toMarkdown } from "../kernel/html-markdown/index.ts"
import { isTangled } from "./html-limits.ts"
import { withoutOwnName } from "./own-name.ts"
import { parseOwn } from "./quoted-html.ts"
import type { ReceivedMail } from "./received.ts"

export type Body = {
  /** What the person wrote, in Markdown of ours. */
  text: string
  /** Pictures that stand in it, by the id under which it names them; they are not uploaded yet. */
  pictures: Map<string, Attachment>
  /** Pictures of the mail's HTML, also those of what was cut: they are no attachments. */
  shown: Set<Attachment>
}

type Reading = {
  isReply: boolean
  /** How the sender signs. */
  names: readonly string[]
  /** Of this installation. */
  origin: string
}

/** What somebody wrote in a mail, without what it quotes and how it is signed. */
export function readBody(mail: ReceivedMail, { isReply, names, origin }: Reading): Body {
  const placed = placePictures(mail)
  const whole = usesHtml(mail)
    ? toMarkdown(placed.html, (html) => parseOwn(html, isReply), origin).markdown
    : mail.text.replace(/\[cid:[^\]\s]+\]/g, "")
  const text = withoutOwnName(readReceivedMail(whole, isReply), names).trim()
  const pictures = new Map([...placed.pictures].filter(([id]) => text.includes(`](${PATH}${id})`)))
  return { text, pictures, shown: new Set(placed.pictures.values()) }
}

/** More than any post may have, with all that a mail program puts around it; beyond it nothing is read. */
const MOST_CHARACTERS = 1_000_000
export const isTooLong = ({ text, html }: ReceivedMail): boolean =>
  text.length + html.length > MOST_CHARACTERS || isTangled(html)

/** All that the mail says, for its way back. */
export function wholeText(mail: ReceivedMail, origin: string): string {
  const plain = mail.text.trim()
  if (plain || isTooLong(mail)) return plain
  return toMarkdown(mail.html, (all) => parseOwn(all, false), origin).markdown.trim()
}

/** Plain text is what its author saw, unless pictures stand in it. */
const usesHtml = ({ text, html }: ReceivedMail) =>
  html.trim() !== "" && (text.trim() === "" || SOURCE.test(html))

const PATH = "/anhaenge/"
const SOURCE = /(\ssrc\s*=\s*["']?)cid:([^"'\s>]+)/i

/** Pictures get the path that they will have as attachments, so that the converter keeps them in their place. */
function placePictures({ html, attachments }: ReceivedMail) {
  const byContentId = new Map(
    attachments
      .filter(({ mimeType }) => mimeType.startsWith("image/"))
      .map((file) => [(file.contentId ?? "").replace(/^<|>$/g, ""), file]),
  )
  const pictures = new Map<string, Attachment>()
  const placed = html.replace(new RegExp(SOURCE, "gi"), (found, before: string, written: string) => {
    const file = byContentId.get(decoded(written))
    if (!file) return found
    const id = newId()
    pictures.set(id, file)
    return `${before}${PATH}${id}`
  })
  return { html: placed, pictures }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The text with other ids for its pictures; without those that have none. */
export function withPictures(text: string, ids: ReadonlyMap<string, string>): string {
  return text
    .replace(/!\[([^\]]*)\]\(\/anhaenge\/([0-9a-f-]{36})\)/g, (found, words: string, id: string) => {
      const file = ids.get(id)
      return file === undefined ? found : file && `![${words}](${PATH}${file})`
    })
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}
