import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import type { Config } from "./config.ts"
import { newId } from "./database.ts"
import { now } from "./time.ts"

/** An entry for the recipient's calendar (iCalendar, RFC 5545), which mail programs offer to take over. */
export type CalendarPart = { method: "REQUEST" | "CANCEL"; content: string }
export type Mail = { to: string; subject: string; text: string; calendar?: CalendarPart }
export type Post = { send(mail: Mail): Promise<void> }

/** SMTP where it is configured; else one readable file per mail, for trying out. */
export function openPost(config: Pick<Config, "smtpUrl" | "mailFrom" | "dataDir">): Post {
  return config.smtpUrl
    ? smtpPost(config.smtpUrl, config.mailFrom)
    : filePost(config.dataDir, config.mailFrom)
}

function smtpPost(url: string, from: string): Post {
  const transport = createTransport(url)
  return {
    async send({ to, subject, text, calendar }) {
      const headers = { "Auto-Submitted": "auto-generated" }
      const icalEvent = calendar && { ...calendar, filename: CALENDAR_NAME }
      await transport.sendMail({ from, to, subject, text, headers, ...(icalEvent && { icalEvent }) })
    },
  }
}

const CALENDAR_NAME = "termin.ics"
/** Divides the text of a filed mail from its calendar entry. */
const CALENDAR_BELOW = `\n\n--- ${CALENDAR_NAME} ---\n`

const folderOf = (dataDir: string) => join(dataDir, "mail")

function filePost(dataDir: string, from: string): Post {
  return {
    async send({ to, subject, text, calendar }) {
      const folder = folderOf(dataDir)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = join(folder, `${newId()}.txt`)
      const lines = [
        `Von: ${from}`,
        `An: ${to}`,
        `Datum: ${now().toISOString()}`,
        `Betreff: ${subject}`,
        "",
        text,
      ]
      const content = lines.join("\n") + (calendar ? CALENDAR_BELOW + calendar.content : "")
      await writeFile(`${name}.part`, content, { mode: 0o600 })
      await rename(`${name}.part`, name)
    },
  }
}

export type FiledMail = {
  id: string
  to: string
  at: string
  subject: string
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
    to: header("An"),
    at: header("Datum"),
    subject: header("Betreff"),
    text,
    calendar,
  }
}
