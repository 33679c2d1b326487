import { ResultCodeError } from "ldapts"

/** Why a directory could not be read, or was not taken over; the words for people are at `ldap.faults` in the texts. */
export const LDAP_FAULTS = [
  "unreachable",
  "certificate",
  "credentials",
  "denied",
  "base",
  "filter",
  "limit",
  "secret",
  "failed",
  "empty",
  "unidentified",
  "too-many",
  "lockout",
] as const
export type LdapFaultCode = (typeof LDAP_FAULTS)[number]

export class LdapFault extends Error {
  readonly code: LdapFaultCode

  constructor(code: LdapFaultCode, cause?: unknown) {
    super(`directory: ${code}`, cause === undefined ? undefined : { cause })
    this.name = "LdapFault"
    this.code = code
  }
}

/** What the library threw, as one of ours. */
export function faultOf(error: unknown): LdapFault {
  if (error instanceof LdapFault) return error
  if (error instanceof ResultCodeError) return new LdapFault(BY_RESULT[error.code] ?? "failed", error)
  const { code = "" } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return new LdapFault(OF_CERTIFICATE.test(code) ? "certificate" : "unreachable", error)
}

/** The result codes of RFC 4511. */
const BY_RESULT: Record<number, LdapFaultCode> = {
  3: "limit",
  4: "limit",
  8: "denied",
  11: "limit",
  13: "denied",
  32: "base",
  34: "base",
  48: "denied",
  49: "credentials",
  50: "denied",
  51: "unreachable",
  52: "unreachable",
  53: "denied",
}

const OF_CERTIFICATE = /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_|HOSTNAME_MISMATCH)/

/** What a server answers where the password is wrong, or the account locked or not to be used. */
const REFUSED = [19, 48, 49, 50, 53]
export const isRefusedPassword = (error: unknown) =>
  error instanceof ResultCodeError && REFUSED.includes(error.code)
