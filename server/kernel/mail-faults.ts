import type { NodemailerError } from "nodemailer"

/** Why a mail did not go out, as far as an administrator can do something about it. */
export const SEND_FAULTS = [
  "unreachable",
  "silent",
  "insecure",
  "sign-in",
  "sender",
  "recipient",
  "content",
  "later",
  "other",
] as const
type SendFault = (typeof SEND_FAULTS)[number]

type Facts = { fault: SendFault; code: string; command: string; answer: string | null }

/** What logs and jobs keep of it are numbers: a server's sentence names the address. */
export class SmtpFault extends Error {
  override readonly name = "SmtpFault"
  readonly fault: SendFault
  /** As the server said it ("550 5.1.1"), or what became of the connection ("ETIMEDOUT"). */
  readonly code: string
  readonly command: string
  /** The server's sentence, for whoever asked for this very mail. */
  readonly answer: string | null

  constructor({ fault, code, command, answer }: Facts) {
    super(`the mail server answered ${code}${command && ` to ${command}`}`)
    this.fault = fault
    this.code = code
    this.command = command
    this.answer = answer
  }
}

/** What nodemailer throws; anything else is a fault of ours and stays as it is. */
export function smtpFaultOf(error: unknown): unknown {
  if (!isNodemailerError(error)) return error
  const { command = "", response = null, responseCode } = error
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1]
  const code = [responseCode ?? error.originalCode ?? error.code, enhanced].filter(Boolean).join(" ")
  return new SmtpFault({ fault: faultOf(error), code, command, answer: response })
}

const isNodemailerError = (error: unknown): error is NodemailerError & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code in OF_CONNECTION

/** By nodemailer's own codes; null where it depends on what the server was asked. */
const OF_CONNECTION: Record<string, SendFault | null> = {
  ECONNECTION: "unreachable",
  ESOCKET: "unreachable",
  EDNS: "unreachable",
  EPROXY: "unreachable",
  ETIMEDOUT: "silent",
  EABORT: "silent",
  ETLS: "insecure",
  EREQUIRETLS: "insecure",
  EAUTH: "sign-in",
  ENOAUTH: "sign-in",
  EOAUTH2: "sign-in",
  EENVELOPE: null,
  EMESSAGE: null,
  EPROTOCOL: "other",
  ESTREAM: "other",
  ECONFIG: "other",
}

/** Of what the server was asked for. */
const OF_COMMAND: Record<string, SendFault> = {
  "MAIL FROM": "sender",
  "RCPT TO": "recipient",
  DATA: "content",
}

function faultOf({ code = "", command = "", responseCode = 0 }: NodemailerError): SendFault {
  const known = OF_CONNECTION[code]
  if (known) return known
  if (responseCode >= 400 && responseCode < 500) return "later"
  return OF_COMMAND[command] ?? "other"
}

/**
 * The code of an answer that is about the recipient's address and for good; null for all others. A server that refuses
 * everybody, because it does not relay, does not know us or dislikes the text, says so with a 5xx as well: the codes of
 * RFC 3463 tell it apart (5.1.x save those of the sender, and 5.2.1, a mailbox out of use).
 */
export function addressRefusal(error: unknown): string | null {
  if (!(error instanceof SmtpFault) || error.answer === null) return null
  const { code, command, answer } = error
  if (!/^5\d\d/.test(code) || !["RCPT TO", "DATA"].includes(command)) return null
  const [, enhanced] = code.split(" ")
  // Exchange Online says so of an address that its directory does not know.
  if (enhanced === "5.4.1" && /recipient address rejected/i.test(answer)) return code
  if (enhanced) return ADDRESS_CODES.test(enhanced) ? code : null
  // Exim and others give no such code; then the words have to do.
  return command === "RCPT TO" && /^(550|551|553)$/.test(code) && !ABOUT_US.test(answer) ? code : null
}

const ADDRESS_CODES = /^5\.(1\.(0|1|2|3|4|6|9|10)|2\.1)$/
const ABOUT_US = /relay|sender|authent|prohibit|polic|spam|block|blacklist|reputation|denied|not allowed/i
