import PostalMime, { type Attachment, type Email } from "postal-mime"

/** An address that a mail did not reach, under all names that the report has for it. */
type Failure = { addresses: string[]; code: string; isForGood: boolean }
export type DeliveryReport = { mailIds: string[]; failures: Failure[] }

const STATUS = new Set(["message/delivery-status", "message/global-delivery-status"])
/** More than one mail is in no report of a single one; a report that is made up may hold any number. */
const MOST_IDS = 20
const MOST_ADDRESSES = 50

/**
 * What a delivery report says: of which mails of ours, as far as it names them, and whom they did not reach. Delays and
 * deliveries are no failures. Reads RFC 3464 and, where a mail server writes none of it, what it says in words.
 * @param hostname of our `Message-ID`s
 */
export async function readReport(raw: Buffer, hostname: string): Promise<DeliveryReport> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: "utf8" })
  const status = email.attachments.find(({ mimeType }) => STATUS.has(mimeType))
  const failures = status ? failuresIn(contentOf(status)) : failuresInWords(email)
  return { mailIds: mailIdsIn(email, hostname), failures }
}

function mailIdsIn({ text = "", inReplyTo = "", references = "", attachments }: Email, hostname: string) {
  const all = [...attachments.map(contentOf), text, inReplyTo, references].join("\n")
  const ids = new RegExp(`<([0-9a-f]{40})@${hostname.replaceAll(".", "\\.")}>`, "gi")
  const found = [...all.matchAll(ids)].map(([, id = ""]) => id.toLowerCase())
  return [...new Set(found)].slice(0, MOST_IDS)
}

const contentOf = ({ content }: Attachment) => (typeof content === "string" ? content : "")

/** The first block is about the mail, each of the others about one recipient (RFC 3464, 2.1). */
function failuresIn(status: string): Failure[] {
  const blocks = status.replaceAll(/\r?\n[ \t]+(?=\S)/g, " ").split(/\r?\n[ \t]*\r?\n/)
  return blocks.flatMap((block) => {
    const fields = fieldsOf(block)
    if (fields.get("action")?.toLowerCase() !== "failed") return []
    const named = [fields.get("original-recipient"), fields.get("final-recipient")]
    const code = codeIn(fields.get("status") ?? "") ?? codeIn(fields.get("diagnostic-code") ?? "")
    return code
      ? [
          failure(
            named.flatMap((name) => addressesIn(name ?? "")),
            code,
          ),
        ]
      : []
  })
}

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.split(/\r?\n/)) {
    const [, name = "", value = ""] = /^([a-z-]+):[ \t]*(.*)$/i.exec(line) ?? []
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** Where the mail itself begins, which is quoted below what the mail server has to say. */
const ORIGINAL =
  /^(?:-+ *(?:below this line|this is a copy|here is a copy|original message|undelivered message|unsent message|diese nachricht|ursprüngliche nachricht)|return-path:|received:|message-id:)/im

/** Of qmail, of Exim in former times, and of others without a machine-readable part. */
function failuresInWords({ text = "", headers }: Email): Failure[] {
  const words = text.slice(0, ORIGINAL.exec(text)?.index)
  const code = codeIn(words) ?? oldCodeIn(words)
  const named = headers.find(({ key }) => key === "x-failed-recipients")?.value ?? ""
  return code ? [failure(addressesIn(`${named} ${words}`), code)] : []
}

const failure = (addresses: string[], code: string): Failure => ({
  addresses,
  code,
  isForGood: isForGood(code),
})

/** Only failures that are final: a status of 4.x.x is worth another attempt. */
const codeIn = (text: string): string | null => /\b5\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null

/** Of SMTP before RFC 3463: a mailbox that is full, and whatever else is refused. */
function oldCodeIn(text: string): string | null {
  const [code] = /\b55[0-46]\b/.exec(text) ?? []
  return code ? (code === "552" ? "5.2.2" : "5.0.0") : null
}

/** Refused for what it was (too large, taken for advertising) or because a mailbox is full: the next mail may arrive. */
const isForGood = (code: string) => !/^5\.(?:2\.[234]|3\.4|6\.\d+|7\.\d+)$/.test(code)

function addressesIn(text: string): string[] {
  const found = text.match(/[^\s<>()[\],;:"]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*/gi) ?? []
  return [...new Set(found.map((address) => address.toLowerCase()))].slice(0, MOST_ADDRESSES)
}
