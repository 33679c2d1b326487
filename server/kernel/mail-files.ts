import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import PostalMime, { type Address, type Email } from "postal-mime"
import { newId } from "./database.ts"
import { type Carrier, messageOf } from "./mail-message.ts"

const EXTENSION = ".eml"

const folderOf = (dataDir: string) => join(dataDir, "mail")

/** One file per mail, with every byte that SMTP would carry: mail programs open it. */
export function asFile(dataDir: string): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" })
  return async (envelope) => {
    const folder = folderOf(dataDir)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, `${newId()}${EXTENSION}`)
    const { message } = await composer.sendMail(messageOf(envelope))
    // Whoever reads the folder meanwhile finds whole mails only.
    await writeFile(`${file}.part`, message, { mode: 0o600 })
    await rename(`${file}.part`, file)
    return { file }
  }
}

export type FiledMail = {
  id: string
  from: string
  to: string
  /** Where an answer would go, or "". */
  replyTo: string
  at: string
  subject: string
  messageId: string
  /** Of what the mail is about, or "". */
  references: string
  text: string
  html: string | null
  /** The calendar entry that came along, or null. */
  calendar: string | null
  /** All of them, in their order. */
  headers: { name: string; value: string }[]
}

/** The mails that were written as files, newest first. What a former version wrote as text is left out. */
export async function listFiledMails(dataDir: string, most: number): Promise<FiledMail[]> {
  const names = await namesIn(dataDir)
  const newest = names
    .filter((name) => name.endsWith(EXTENSION))
    .sort()
    .reverse()
    .slice(0, most)
  return Promise.all(newest.map((name) => readFiled(dataDir, name)))
}

/** @param id one of a list before: an id of ours, and no way out of the folder */
export async function findFiledMail(dataDir: string, id: string): Promise<FiledMail | null> {
  const name = `${id}${EXTENSION}`
  const names = await namesIn(dataDir)
  return names.includes(name) ? readFiled(dataDir, name) : null
}

/** None where there was no mail yet. */
const namesIn = (dataDir: string) => readdir(folderOf(dataDir)).catch((): string[] => [])

async function readFiled(dataDir: string, name: string): Promise<FiledMail> {
  const mail = await PostalMime.parse(await readFile(join(folderOf(dataDir), name)))
  return {
    id: name.slice(0, -EXTENSION.length),
    from: mail.from ? written(mail.from) : "",
    to: (mail.to ?? []).map(({ address }) => address ?? "").join(", "),
    replyTo: (mail.replyTo ?? []).map(({ address }) => address ?? "").join(", "),
    at: mail.date ?? "",
    subject: mail.subject ?? "",
    messageId: mail.messageId ?? "",
    references: mail.references ?? "",
    text: (mail.text ?? "").replaceAll("\r\n", "\n").trimEnd(),
    html: mail.html ?? null,
    calendar: calendarOf(mail),
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  }
}

const written = ({ name, address = "" }: Address) => (name ? `${name} <${address}>` : address)

function calendarOf({ attachments }: Email): string | null {
  const part = attachments.find(({ mimeType }) => mimeType === "text/calendar")
  if (!part) return null
  return typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content)
}

/** Deletes the mails that were written as files and hold what `names` finds, in whatever part of them. */
export async function forgetFiledMails(dataDir: string, names: (text: string) => boolean): Promise<void> {
  for (const name of await namesIn(dataDir)) {
    if (!name.endsWith(EXTENSION)) continue
    const mail = await readFiled(dataDir, name)
    if (names(JSON.stringify(mail))) await rm(join(folderOf(dataDir), name), { force: true })
  }
}
