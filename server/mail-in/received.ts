import { createHash } from "node:crypto"
import PostalMime, { type Address, type Attachment, type Email, type Header } from "postal-mime"

/** More than a form may bring is not read: only its head, to tell its sender. */
export const LARGEST_MAIL = 40 * 1024 * 1024
/** Of a mail that is too large or broken: its head stands within. */
const HEAD_BYTES = 256 * 1024
/** Real ones need five or six. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, rfc822Attachments: true }

/** A mail as it came, with what of it is asked for. */
export type ReceivedMail = {
  /** The same for the same mail, also where it was delivered twice. */
  id: string
  messageId: string
  from: { name: string; address: string } | null
  /** Everybody that it was sent to. */
  to: string[]
  subject: string
  text: string
  html: string
  attachments: Attachment[]
  headers: Header[]
  /** Why its content cannot be used. */
  fault: "too-large" | "unreadable" | null
}

export async function readMail(raw: Buffer, bytes = raw.length): Promise<ReceivedMail> {
  if (bytes > LARGEST_MAIL) return mailOf(await parseHead(raw), "too-large")
  try {
    return mailOf(await PostalMime.parse(raw, LIMITS), null)
  } catch {
    return mailOf(await parseHead(raw), "unreadable")
  }
}

/** The head alone, as a mail without parts; nothing where not even that can be read. */
async function parseHead(raw: Buffer): Promise<Email> {
  const start = raw.subarray(0, HEAD_BYTES).toString("latin1")
  const [head = ""] = start.split(/\r?\n\r?\n/, 1)
  const plain = head.replace(/^content-[^\n]*(?:\n[ \t][^\n]*)*\n?/gim, "")
  const content = `${plain}\r\n\r\n${start.slice(head.length).trim()}`
  try {
    return await PostalMime.parse(Buffer.from(content, "latin1"), LIMITS)
  } catch {
    return { headers: [], headerLines: [], attachments: [] }
  }
}

function mailOf(email: Email, fault: ReceivedMail["fault"]): ReceivedMail {
  const { messageId = "", subject = "", text = "", html = "", attachments, headers } = email
  const [from] = boxesOf(email.from ? [email.from] : [])
  const to = [...(email.to ?? []), ...(email.cc ?? [])]
  return {
    id: idOf(email),
    messageId: messageId.trim(),
    from: from?.address ? { name: from.name, address: from.address } : null,
    to: boxesOf(to).map(({ address }) => address),
    subject: storable(subject).replace(/\s+/g, " ").trim(),
    text: storable(text).replace(/\r\n?/g, "\n"),
    html: storable(html),
    attachments,
    headers,
    fault,
  }
}

const boxesOf = (addresses: Address[]) => addresses.flatMap((one) => one.group ?? [one])

/** PostgreSQL takes neither NUL nor half a pair of surrogates; letters and their marks come in as one, as in forms. */
const storable = (text: string) => text.replaceAll("\0", "").toWellFormed().normalize("NFC")

export const headerOf = ({ headers }: Pick<ReceivedMail, "headers">, name: string): string =>
  headers.find(({ key }) => key === name)?.value.trim() ?? ""

/** By its Message-ID and by what it says: a program that uses a Message-ID twice loses no mail of its people. */
function idOf({ messageId = "", from, subject = "", text = "", html = "", attachments }: Email): string {
  const files = attachments.map(({ content }) =>
    digest(typeof content === "string" ? content : bytesOf(content)),
  )
  return digest(JSON.stringify([messageId.trim(), from?.address ?? "", subject, text, html, ...files]))
}

export const bytesOf = (content: Exclude<Attachment["content"], string>): Buffer =>
  content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)

const digest = (content: string | Buffer) => createHash("sha256").update(content).digest("base64url")
