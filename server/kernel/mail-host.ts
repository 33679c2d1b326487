import { lookup } from "node:dns/promises"
import { isIP } from "node:net"
import type { Config } from "./config.ts"

export const MAIL_FAULTS = ["host-unknown", "host-unresolved"] as const
/** Its name is nobody's; or nobody who knows names answers. */
export type MailFault = (typeof MAIL_FAULTS)[number]
type Lookup = (host: string) => Promise<unknown>

const PATIENCE_MS = 5_000

/** Whether the name of the mail server leads to an address at this moment; null: it does, or mails become files. */
export async function findMailFault(
  { smtpUrl }: Pick<Config, "smtpUrl">,
  look: Lookup = lookup,
): Promise<MailFault | null> {
  const host = smtpUrl ? mailHost(smtpUrl) : ""
  if (host === "" || isIP(host)) return null
  const late = Promise.withResolvers<MailFault>()
  const timer = setTimeout(() => late.resolve("host-unresolved"), PATIENCE_MS)
  const found = look(host).then(() => null, faultOf)
  return Promise.race([found, late.promise]).finally(() => clearTimeout(timer))
}

export const mailHost = (smtpUrl: string) => new URL(smtpUrl).hostname.replace(/^\[(.*)\]$/, "$1")

export const SIGN_INS = ["none", "password", "token"] as const

export type MailWay = {
  way: "smtp" | "file"
  /** Name and port; null where mails become files. */
  server: string | null
  signIn: (typeof SIGN_INS)[number]
  /** A certificate of ours is shown to the mail server. */
  certificate: boolean
  from: string
}

/** How mails leave, as it was configured; no part of what is secret. */
export function mailWayOf({
  smtpUrl,
  smtpCertificateFile,
  mailOAuth,
  mailFrom,
}: Pick<Config, "smtpUrl" | "smtpCertificateFile" | "mailOAuth" | "mailFrom">): MailWay {
  if (!smtpUrl) return { way: "file", server: null, signIn: "none", certificate: false, from: mailFrom }
  const { protocol, hostname, port, username } = new URL(smtpUrl)
  const usual = protocol === "smtps:" ? "465" : "587"
  return {
    way: "smtp",
    server: `${hostname}:${port || usual}`,
    signIn: mailOAuth ? "token" : username ? "password" : "none",
    certificate: smtpCertificateFile !== null,
    from: mailFrom,
  }
}

function faultOf(error: unknown): MailFault {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : ""
  return code === "ENOTFOUND" ? "host-unknown" : "host-unresolved"
}
