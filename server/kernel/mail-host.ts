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

function faultOf(error: unknown): MailFault {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : ""
  return code === "ENOTFOUND" ? "host-unknown" : "host-unresolved"
}
