export type Charset = "utf-8" | "windows-1252" | "iso-8859-15"
type Encoding = "quoted-printable" | "base64" | "8bit"

/** One part of a mail as its program writes it. */
export type Part = {
  type: string
  content: string | Buffer
  charset?: Charset
  encoding?: Encoding
  /** Further lines of its head. */
  head?: string[]
}

export type Sent = {
  from: string
  to: string
  cc?: string
  subject?: string
  /** Further lines of the head. */
  head?: string[]
  messageId?: string | null
  parts: Part[]
  /** How several parts belong together. */
  multipart?: string
}

let made = 0

/** The bytes of a mail, as a mail server hands them over. */
export function rawMail({
  from,
  to,
  cc,
  subject = "AW: Frage",
  head = [],
  messageId,
  parts,
  multipart,
}: Sent): Buffer {
  made += 1
  const id = messageId === undefined ? `<${made}.test@mail.stadt.example>` : messageId
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    ...(cc ? [`Cc: ${cc}`] : []),
    `Subject: ${encodedWord(subject)}`,
    "Date: Mon, 30 Nov 2026 10:11:12 +0100",
    ...(id ? [`Message-ID: ${id}`] : []),
    "MIME-Version: 1.0",
    ...head,
  ]
  return Buffer.concat([
    Buffer.from(`${lines.join("\r\n")}\r\n`),
    ...bodyOf(parts, multipart ?? "mixed", "b0"),
  ])
}

function bodyOf(parts: Part[], multipart: string, boundary: string): Buffer[] {
  const [only] = parts
  if (parts.length === 1 && only) return [partOf(only)]
  const opened = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n`),
    partOf(part),
    Buffer.from("\r\n"),
  ])
  const head = Buffer.from(`Content-Type: multipart/${multipart}; boundary="${boundary}"\r\n\r\n`)
  return [head, ...opened, Buffer.from(`--${boundary}--\r\n`)]
}

/** Several parts in one, e.g. text and HTML beside attachments. */
export function nested(multipart: string, parts: Part[], boundary: string): Part {
  const bytes = Buffer.concat(bodyOf(parts, multipart, boundary))
  const end = bytes.indexOf("\r\n\r\n")
  const head = bytes.toString("latin1", 0, end)
  return {
    type: head.replace(/^Content-Type: /, ""),
    content: bytes.subarray(end + 4),
    encoding: "8bit",
  }
}

function partOf({ type, content, charset, encoding = "quoted-printable", head = [] }: Part): Buffer {
  const bytes =
    typeof content === "string" ? encode(content.replace(/\r?\n/g, "\r\n"), charset ?? "utf-8") : content
  const isText = typeof content === "string"
  const lines = [
    `Content-Type: ${type}${isText ? `; charset=${charset ?? "utf-8"}` : ""}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...head,
  ]
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), transferred(bytes, encoding)])
}

function transferred(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === "8bit") return bytes
  if (encoding === "base64") return Buffer.from(bytes.toString("base64").replace(/.{76}/g, "$&\r\n"))
  return Buffer.from(bytes.toString("latin1").split("\r\n").map(quotedLine).join("\r\n"))
}

function quotedLine(line: string): string {
  const quoted = line
    .replace(
      /[^\x20-\x3c\x3e-\x7e]/g,
      (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .replace(/ $/, "=20")
  return (quoted.match(/(?:=..|[^=]){1,70}/g) ?? []).join("=\r\n")
}

const SPECIAL: Record<Charset, Record<string, number>> = {
  "utf-8": {},
  "windows-1252": { "€": 0x80, "„": 0x84, "–": 0x96, "“": 0x93, "’": 0x92 },
  "iso-8859-15": { "€": 0xa4 },
}

function encode(text: string, charset: Charset): Buffer {
  if (charset === "utf-8") return Buffer.from(text)
  return Buffer.from(Array.from(text, (sign) => SPECIAL[charset][sign] ?? sign.charCodeAt(0)))
}

const encodedWord = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`
