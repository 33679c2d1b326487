import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { lt } from "drizzle-orm"
import { createTransport } from "nodemailer"
import type { Config } from "./config.ts"
import { type Db, newId } from "./database.ts"
import { sendOnce, sweepClaims } from "./mail-claims.ts"
import { mailDeliveries } from "./tables.ts"
import { DAY, now } from "./time.ts"

/** An entry for the recipient's calendar (iCalendar, RFC 5545), which mail programs offer to take over. */
export type CalendarPart = { method: "REQUEST" | "CANCEL"; content: string }
export type MailKey = readonly [string, ...(string | number)[]]

/** How to get no more mails of this sort. */
type Unsubscribing = {
  /** Where a mail program asks for it, in one `POST` and without a session (RFC 8058). */
  address: string
  /** Where the person chooses all mails. */
  page: string
}

type Mail = {
  to: string
  subject: string
  text: string
  /** The same as HTML, for programs that show it. */
  html?: string
  calendar?: CalendarPart
  /** Where an answer goes; null where none is taken. */
  replyTo?: string | null
  /** What sort of mail it is, such as the reason for it: people sort by it in their mail programs. */
  listId?: string
  unsubscribe?: Unsubscribing | null
  /**
   * What makes this mail the one it is: kind, thing and person, or with what else there is one for each. The same key
   * is the same mail: it is sent once, and a repeat that could not be prevented has the same `Message-ID`.
   */
  key: MailKey
  /** What the mail is about, e.g. the question's id: mail programs put everything about it together. */
  about?: string
}
export type Post = { send(mail: Mail): Promise<void> }

type PostOptions = {
  config: Pick<Config, "smtpUrl" | "mailFrom" | "dataDir" | "publicUrl">
  db: Db
  /** The installation's name, which the sender has where `MAIL_FROM` names none. */
  senderName: () => Promise<string>
}

type Sender = { name: string; address: string }
type Envelope = Mail & { from: Sender; messageId: string; references: string | null }
type Carrier = (envelope: Envelope) => Promise<void>

/**
 * SMTP where it is configured; else one readable file per mail, for trying out. A mail is sent by one worker at a time,
 * and what was taken is recorded right after it: a job that is done again sends nothing twice.
 */
export function openPost({ config, db, senderName }: PostOptions): Post {
  const carry = config.smtpUrl ? bySmtp(config.smtpUrl) : asFile(config.dataDir)
  return {
    async send(mail) {
      const id = keyHash(mail.key)
      await sendOnce(db, id, async () => carry(await envelopeOf(mail, id)))
    },
  }

  async function envelopeOf(mail: Mail, id: string): Promise<Envelope> {
    const named = senderIn(config.mailFrom)
    return {
      ...mail,
      from: { ...named, name: named.name || (await senderName()) },
      messageId: idAt(config.publicUrl, id),
      references: mail.about === undefined ? null : idAt(config.publicUrl, keyHash(["about", mail.about])),
    }
  }
}

/** `Fachforum <forum@example.org>` or the address alone. */
export function senderIn(from: string): Sender {
  const [, name = "", address] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return { name, address: address ?? from.trim() }
}

/** Which mails were taken is of use only as long as a job may be done again. */
export async function sweepDeliveries(db: Db): Promise<void> {
  await sweepClaims(db)
  await db.delete(mailDeliveries).where(lt(mailDeliveries.acceptedAt, new Date(now().getTime() - KEPT_MS)))
}
const KEPT_MS = 60 * DAY

/** Nobody can tell from it what and whom the mail is about. */
const keyHash = (key: readonly (string | number)[]) =>
  createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 40)
const idAt = (publicUrl: string, id: string) => `<${id}@${new URL(publicUrl).hostname}>`

function bySmtp(url: string): Carrier {
  const transport = createTransport({ url, ...PATIENCE })
  return async ({ from, to, subject, text, calendar, messageId, references }) => {
    const icalEvent = calendar && { ...calendar, filename: CALENDAR_NAME }
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId,
      headers: HEADERS,
      ...(references && { references, inReplyTo: references }),
      ...(icalEvent && { icalEvent }),
    })
  }
}

/** Together less than a job may take: a server that is silent must not leave a second attempt beside the first. */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 }

/** Nobody is away from a mail that nobody wrote. */
const HEADERS = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }

const CALENDAR_NAME = "termin.ics"
/** Divides the text of a filed mail from its calendar entry. */
const CALENDAR_BELOW = `\n\n--- ${CALENDAR_NAME} ---\n`

const folderOf = (dataDir: string) => join(dataDir, "mail")

function asFile(dataDir: string): Carrier {
  return async ({ from, to, subject, text, calendar, messageId, references }) => {
    const folder = folderOf(dataDir)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const name = join(folder, `${newId()}.txt`)
    const lines = [
      `Von: ${from.name} <${from.address}>`,
      `An: ${to}`,
      `Datum: ${now().toISOString()}`,
      `Betreff: ${subject}`,
      `Message-ID: ${messageId}`,
      ...(references ? [`References: ${references}`] : []),
      "",
      text,
    ]
    const content = lines.join("\n") + (calendar ? CALENDAR_BELOW + calendar.content : "")
    await writeFile(`${name}.part`, content, { mode: 0o600 })
    await rename(`${name}.part`, name)
  }
}

export type FiledMail = {
  id: string
  from: string
  to: string
  at: string
  subject: string
  messageId: string
  /** Of what the mail is about, or "". */
  references: string
  text: string
  /** The calendar entry that came along, or null. */
  calendar: string | null
}

/** The mails that were written as files, newest first. */
export async function listFiledMails(dataDir: string, most: number): Promise<FiledMail[]> {
  const folder = folderOf(dataDir)
  const names = await readdir(folder).catch(() => [])
  const newest = names
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .reverse()
    .slice(0, most)
  return Promise.all(newest.map(async (name) => parse(name, await readFile(join(folder, name), "utf8"))))
}

function parse(name: string, content: string): FiledMail {
  const [head = "", ...rest] = content.split("\n\n")
  const [text = "", calendar = null] = rest.join("\n\n").split(CALENDAR_BELOW)
  const header = (label: string) => head.match(new RegExp(`^${label}: (.*)$`, "m"))?.[1] ?? ""
  return {
    id: name.replace(".txt", ""),
    from: header("Von"),
    to: header("An"),
    at: header("Datum"),
    subject: header("Betreff"),
    messageId: header("Message-ID"),
    references: header("References"),
    text,
    calendar,
  }
}
