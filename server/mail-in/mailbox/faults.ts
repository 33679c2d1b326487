import type { MailboxFault } from "../../kernel/mailbox-state.ts"

/** Thrown where the mailbox itself cannot be used. */
export class MailboxTrouble extends Error {
  readonly fault: MailboxFault

  constructor(fault: MailboxFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = "MailboxTrouble"
    this.fault = fault
  }
}

/** What to tell the administrator of an error that ended the reading. */
export function faultOf(error: unknown): MailboxFault {
  if (error instanceof MailboxTrouble) return error.fault
  if (!(error instanceof Error)) return "failed"
  if ("authenticationFailed" in error && error.authenticationFailed) return "refused"
  if ("tlsFailed" in error && error.tlsFailed) return "untrusted"
  const code = "code" in error ? String(error.code) : ""
  if (UNTRUSTED.test(code)) return "untrusted"
  return UNREACHABLE.has(code) ? "unreachable" : "failed"
}

/** Of certificates and of the handshake, as Node names them. */
const UNTRUSTED = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)|^EPROTO$/

/** Of the network, and of a server that closes the connection or stays silent. */
const UNREACHABLE = new Set([
  ...[
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EPIPE",
  ],
  ...["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT", "ETIMEOUT"],
  ...["ClosedAfterConnectText", "ClosedAfterConnectTLS", "NoConnection", "EConnectionClosed", "StateLogout"],
])
