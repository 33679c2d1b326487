import { addressKey } from "../kernel/addresses.ts"
import type { Config } from "../kernel/config.ts"
import { senderIn } from "../kernel/mail.ts"
import { tagOf } from "../notifications/index.ts"
import { headerOf, type ReceivedMail } from "./received.ts"

/** What no person wrote to us: a delivery report, or what is to be ignored. Null for a mail that somebody wrote. */
export function screen(
  config: Pick<Config, "mailIn" | "mailFrom" | "publicUrl">,
  mail: ReceivedMail,
): "report" | "ignored" | null {
  if (isReport(mail)) return "report"
  return isOwn(config, mail) || isAutomatic(mail) ? "ignored" : null
}

/** Of a mail that could not be delivered (RFC 3464); old servers write a plain mail in the name of nobody. */
function isReport(mail: ReceivedMail): boolean {
  const type = headerOf(mail, "content-type")
  if (/^multipart\/report\b/i.test(type)) return /report-type\s*=\s*"?delivery-status\b/i.test(type)
  return isFromNobody(mail) && /^(?:mailer-daemon|postmaster)@/i.test(mail.from?.address ?? "")
}

const isFromNobody = (mail: ReceivedMail) => headerOf(mail, "return-path") === "<>"

/** Loops begin with a mail of ours that comes back. */
function isOwn(
  { mailIn, mailFrom, publicUrl }: Pick<Config, "mailIn" | "mailFrom" | "publicUrl">,
  { from, messageId }: ReceivedMail,
): boolean {
  const address = from?.address ?? ""
  const isSender = addressKey(address) === addressKey(senderIn(mailFrom).address)
  return (
    isSender || tagOf({ mailIn }, address) !== null || messageId.endsWith(`@${new URL(publicUrl).hostname}>`)
  )
}

function isAutomatic(mail: ReceivedMail): boolean {
  const value = (name: string) => headerOf(mail, name).toLowerCase()
  const submitted = value("auto-submitted").replace(/;.*$/, "").trim()
  return (
    mail.from === null ||
    (submitted !== "" && submitted !== "no") ||
    SIGNS.some((name) => value(name) !== "") ||
    /^(?:bulk|junk|list|auto_reply)$/.test(value("precedence")) ||
    /^multipart\/report\b/.test(value("content-type")) ||
    isFromNobody(mail) ||
    AWAY.test(mail.subject)
  )
}

/** Headers that only programs write. */
const SIGNS = [
  "x-auto-response-suppress",
  "list-id",
  "x-autoreply",
  "x-autorespond",
  "x-auto-reply",
  "x-failed-recipients",
]

/** How mail programs begin the subject of a vacation notice; a question about absence begins otherwise. */
const AWAY = new RegExp(
  `^(?:(?:re|aw|antw|antwort):\\s*)*(?:${[
    "automatische (?:antwort|rückantwort|abwesenheits\\S*|e-?mail|nachricht)\\b",
    "abwesenheits(?:notiz|nachricht|meldung|info|information|assistent|benachrichtigung)\\b",
    "abwesen(?:d|heit)\\s*(?::|vom\\b|bis\\b|-|–|$)",
    "(?:ich bin )?(?:derzeit |zurzeit |momentan )?(?:nicht im (?:büro|haus|dienst)|außer haus|im urlaub|in elternzeit)\\b",
    "urlaubs(?:notiz|nachricht|meldung)\\b",
    "empfangsbestätigung|eingangsbestätigung|lesebestätigung|gelesen:|ungelesen gelöscht:|nicht gelesen:",
    "auto(?:matic|mated)?[ -]?(?:reply|response|answer)\\b|autoreply\\b|auto:",
    "out[ -]of[ -](?:the[ -])?office\\b|ooo:",
    "(?:i am |i'm )?(?:away from (?:the|my) office|on (?:vacation|holiday|annual leave|parental leave))\\b|vacation (?:reply|notice)\\b",
    "read:|not read:|delivery (?:status|failure)|undeliver(?:able|ed)\\b|mail delivery\\b|unzustellbar\\b",
  ].join("|")})`,
  "i",
)
