import { domainToASCII } from "node:url"

/**
 * E-mail addresses as people write them: the domain may have umlauts (RFC 5891), and then it is stored and shown so.
 * The name before the "@" may not: a server without SMTPUTF8 would get bytes that it never said it understands.
 */
const LOCAL = /^[^\s@"(),:;<>[\\\]\p{C}.]+(?:\.[^\s@"(),:;<>[\\\]\p{C}.]+)*$/u
const ASCII_LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/i
/** Checked before `domainToASCII`, which decodes "%41", reads "a/b" as "a" and "1" as "0.0.0.1". */
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?"
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+${LABEL}$`, "u")
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const LONGEST = 254

/** What looks like an address. Whether mail can be sent to it, `isMailable` says. */
export function isAddress(text: string): boolean {
  const { local, domain } = parts(text)
  if (!LOCAL.test(local) || !DOMAIN.test(domain)) return false
  const ascii = domainToASCII(domain)
  return ASCII_DOMAIN.test(ascii) && local.length + 1 + ascii.length <= LONGEST
}

export const isMailable = (address: string): boolean => ASCII_LOCAL.test(parts(address).local)

/** As mail servers and calendars have it: the domain as A-labels ("xn--mller-kva.de"). Other text stays as it is. */
export function mailAddress(address: string): string {
  const { local, domain } = parts(address)
  return (DOMAIN.test(domain) && `${local}@${domainToASCII(domain)}`) || address
}

/** The same for every way to write one address: "info@Müller.de" and "INFO@xn--mller-kva.de". */
export const addressKey = (address: string): string => mailAddress(address.trim()).toLowerCase()

function parts(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf("@")
  return { local: address.slice(0, Math.max(at, 0)), domain: address.slice(at + 1) }
}
