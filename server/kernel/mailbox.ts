/** The mailbox that mails to the forum arrive in. */
export type Mailbox = {
  host: string
  port: number
  /** TLS from the first byte; otherwise by STARTTLS. */
  secure: boolean
  user: string
  /** Null: it is signed in with a token (XOAUTH2). */
  password: string | null
  /** The folder that mails arrive in. */
  folder: string
}

/** Where a mail server of the same machine hands mails over. */
export type HandOver = { protocol: "lmtp" | "smtp"; at: { path: string } | { host: string; port: number } }

const PORTS: Record<string, number> = { "imap:": 143, "imaps:": 993 }

export function readMailbox(env: NodeJS.ProcessEnv, faults: string[]): Mailbox | null {
  const value = env.IMAP_URL?.trim()
  if (!value) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const port = url && PORTS[url.protocol]
  // The value may hold a password, so it is not repeated.
  if (!url || !port || !url.hostname || !url.username) {
    faults.push(
      "IMAP_URL ist keine gültige Adresse: Erwartet wird imaps://Konto:Kennwort@Server, Sonderzeichen als %-Zeichen (aus @ wird %40).",
    )
    return null
  }
  if (!env.MAIL_IN_ADDRESS?.trim())
    faults.push(
      "MAIL_IN_ADDRESS fehlt: Mit IMAP_URL muss die Adresse angegeben werden, deren Postfach das ist.",
    )
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port || port),
    secure: url.protocol === "imaps:",
    user: decoded(url.username),
    password: url.password ? decoded(url.password) : null,
    folder: decoded(url.pathname.slice(1)) || "INBOX",
  }
}

/** As it stands, where a "%" in it is nobody's code. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const PORT = /^(lmtp|smtp):\/\/(127\.0\.0\.1|localhost|\[::1\]):([1-9]\d{0,4})\/?$/
const SOCKET = /^(lmtp|smtp):(?:\/\/)?(\/[^/].*)$/

/** Whoever reaches it is believed to be the mail server, so it is for this machine alone. */
export function readHandOver(env: NodeJS.ProcessEnv, faults: string[]): HandOver | null {
  const value = env.MAIL_IN_LISTEN?.trim()
  if (!value) return null
  const [, atPort, host = "", port] = PORT.exec(value) ?? []
  const [, atPath, path = ""] = SOCKET.exec(value) ?? []
  const protocol = (atPort ?? atPath) === "smtp" ? "smtp" : "lmtp"
  if ((!atPort && !atPath) || Number(port ?? 0) > 65535)
    faults.push(
      `MAIL_IN_LISTEN ist „${value}“: Erwartet wird lmtp:/Pfad/zum/Socket oder lmtp://127.0.0.1:Port; statt lmtp geht auch smtp.`,
    )
  if (!env.MAIL_IN_ADDRESS?.trim())
    faults.push(
      "MAIL_IN_ADDRESS fehlt: Mit MAIL_IN_LISTEN muss die Adresse angegeben werden, deren E-Mails übergeben werden.",
    )
  if (atPath) return { protocol, at: { path } }
  return { protocol, at: { host: host.replace(/^\[(.*)\]$/, "$1"), port: Number(port) } }
}
