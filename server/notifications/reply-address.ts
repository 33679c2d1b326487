import { createHmac, timingSafeEqual } from "node:crypto"
import type { Locale } from "../kernel/actor.ts"
import type { Config } from "../kernel/config.ts"
import { bytesOfId, ID_BYTES, idInBytes } from "../kernel/database.ts"
import { type Keys, openKeys } from "../kernel/key-file.ts"
import { DAY, now } from "../kernel/time.ts"

/** What somebody's reply to a mail becomes. */
export type ReplyKind = "answer" | "reply" | "comment"

/** The foot of a mail that can be answered by mail: a paragraph of `Letter.below`. */
const FEET: Record<Locale, Record<ReplyKind, string>> = {
  de: {
    answer:
      "Wenn Sie auf diese E-Mail antworten, wird Ihr Text als Antwort unter der Frage veröffentlicht, nicht als Antwort der Fachabteilung. Zitate und Signatur werden entfernt.",
    reply:
      "Wenn Sie auf diese E-Mail antworten, beantwortet Ihr Text die Rückfrage. Zitate und Signatur werden entfernt.",
    comment:
      "Wenn Sie auf diese E-Mail antworten, wird Ihr Text als Kommentar veröffentlicht. Zitate und Signatur werden entfernt.",
  },
  en: {
    answer:
      "If you reply to this e-mail, your text is published as an answer to the question, not as an answer of the responsible department. Quotes and signature are removed.",
    reply:
      "If you reply to this e-mail, your text gives the information that was asked for. Quotes and signature are removed.",
    comment:
      "If you reply to this e-mail, your text is published as a comment. Quotes and signature are removed.",
  },
}

export const replyFoot = (kind: ReplyKind, locale: Locale): string => FEET[locale][kind]

/** What the address of a reply needs to know of the configuration. */
export type ReplyConfig = Pick<Config, "mailIn" | "dataDir">

/** How long a mail may be answered by mail. */
const KEPT_DAYS = 90
const DAY_BYTES = 2
const SIGNATURE_BYTES = 10
const BYTES = ID_BYTES + DAY_BYTES + SIGNATURE_BYTES
/** As many digits as these bytes need: mail programs change the case of an address, so it has no capital letters. */
const DIGITS = 36
const LENGTH = Math.ceil((BYTES * 8) / Math.log2(DIGITS))

/**
 * Where this person's reply to a mail about the subject goes, for 90 days; null where no mail is taken. Only the person
 * can use it: the signature is theirs, and says nothing to anybody else.
 */
export function replyAddress(config: ReplyConfig, personId: string, subjectId: string): string | null {
  if (!config.mailIn) return null
  const day = Buffer.alloc(DAY_BYTES)
  day.writeUInt16BE(today() + KEPT_DAYS)
  const content = Buffer.concat([bytesOfId(subjectId), day])
  const token = Buffer.concat([content, signatureOf(keysOf(config).first, personId, content)])
  return taggedAddress(config.mailIn.address, encode(token))
}

export const taggedAddress = (address: string, tag: string) => address.replace("@", `+${tag}@`)

/**
 * What stands behind the "+" of an address of ours, in small letters; "" where nothing does; null for an address that is
 * not ours.
 */
export function tagOf({ mailIn }: Pick<Config, "mailIn">, written: string): string | null {
  const address = written.trim().toLowerCase()
  const [local = "", domain = ""] = mailIn?.address.split("@") ?? []
  if (domain === "" || !address.startsWith(local) || !address.endsWith(`@${domain}`)) return null
  const tag = address.slice(local.length, -domain.length - 1)
  if (tag === "") return ""
  return tag.startsWith("+") ? tag.slice(1) : null
}

/** Whether a tag can only be the token of a reply; what it is worth `readReplyTag` says. */
export const isReplyTag = (tag: string) => tag.length === LENGTH && /^[0-9a-z]+$/.test(tag)

/** What a reply of this person is about; or why the tag is good for nothing: it is somebody else's, or made up. */
export function readReplyTag(
  config: ReplyConfig,
  tag: string,
  personId: string,
): { subjectId: string } | "foreign" | "expired" {
  const token = isReplyTag(tag) ? decode(tag) : null
  if (!token) return "foreign"
  const content = token.subarray(0, ID_BYTES + DAY_BYTES)
  const given = token.subarray(content.length)
  const isOurs = [...keysOf(config).all.values()]
    .map((key) => timingSafeEqual(given, signatureOf(key, personId, content)))
    .includes(true)
  if (!isOurs) return "foreign"
  if (content.readUInt16BE(ID_BYTES) < today()) return "expired"
  return { subjectId: idInBytes(content) }
}

const signatureOf = ({ secret }: Keys["first"], personId: string, content: Buffer): Buffer =>
  createHmac("sha256", secret)
    .update(`reply|${personId}|`)
    .update(content)
    .digest()
    .subarray(0, SIGNATURE_BYTES)

/** Days since the epoch. */
const today = () => Math.floor(now().getTime() / DAY)

const encode = (bytes: Buffer) =>
  BigInt(`0x${bytes.toString("hex")}`)
    .toString(DIGITS)
    .padStart(LENGTH, "0")

function decode(text: string): Buffer | null {
  const base = BigInt(DIGITS)
  const value = [...text].reduce((sum, digit) => sum * base + BigInt(Number.parseInt(digit, DIGITS)), 0n)
  const hex = value.toString(16).padStart(BYTES * 2, "0")
  return hex.length === BYTES * 2 ? Buffer.from(hex, "hex") : null
}

/** Read once: a file that the start has found good does not change while the process runs. */
const known = new WeakMap<NonNullable<Config["mailIn"]>, Keys>()

function keysOf({ mailIn, dataDir }: ReplyConfig): Keys {
  if (!mailIn) throw new Error("no mail is taken here")
  const keys = known.get(mailIn) ?? openKeys(mailIn.keyFile, dataDir, "mail-in.key")
  known.set(mailIn, keys)
  return keys
}
