/** What keeps the database from doing its work; the words for people are at `database.<kind>` in the texts. */
export type OutageKind = "unreachable" | "slow" | "read-only" | "full" | "connections"

/**
 * A statement that failed because of the state of the database and not because of what was asked: answered with 503
 * and `Retry-After`, and worth sending again. `cause` is what the driver said.
 */
export class DatabaseOutage extends Error {
  readonly kind: OutageKind

  constructor(kind: OutageKind, cause?: unknown) {
    super(`database ${kind}`, cause === undefined ? undefined : { cause })
    this.name = "DatabaseOutage"
    this.kind = kind
  }
}

/** The outage behind an error, through the wrappings of libraries; null where it is a fault of another kind. */
export function outageIn(error: unknown): DatabaseOutage | null {
  if (error instanceof DatabaseOutage) return error
  return error instanceof Error && error.cause !== undefined ? outageIn(error.cause) : null
}

/** Reading goes on; only what is written is refused. */
function takesNothing(error: unknown): boolean {
  const kind = outageIn(error)?.kind
  return kind === "read-only" || kind === "full"
}

/** What is noted beside something that is read: no reason to refuse it where nothing can be noted. */
export async function noteAside(work: Promise<unknown>): Promise<void> {
  await work.catch((error) => {
    if (!takesNothing(error)) throw error
  })
}

/**
 * Of an error of the driver; null where it is no outage. Only for errors that come from a connection to the database:
 * other services refuse connections with the same codes.
 */
export function kindOf(error: unknown): OutageKind | null {
  if (typeof error !== "object" || error === null) return null
  const code = "code" in error ? String(error.code) : ""
  const message = "message" in error ? String(error.message) : ""
  return KINDS[code] ?? CLASSES[code.slice(0, 2)] ?? kindOfMessage(message)
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, and those of the operating system. */
const KINDS: Record<string, OutageKind> = {
  "25006": "read-only",
  "53100": "full",
  "53300": "connections",
  "53200": "slow", // out of memory: for the moment
  "55P03": "slow", // somebody else holds the lock
  "57014": "slow", // cut by the statement timeout, or cancelled by us or an operator
  "57P01": "unreachable", // ended by an operator: a restart, a failover
  "57P02": "unreachable",
  "57P03": "unreachable", // starting up or shutting down
  "57P04": "unreachable",
  "57P05": "unreachable",
  "25P03": "unreachable", // cut while idle in a transaction
  "58000": "unreachable",
  "58030": "unreachable", // the disk cannot be read
  "3D000": "unreachable", // there is no such database (yet)
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  ECONNABORTED: "unreachable",
  EPIPE: "unreachable",
  ENOENT: "unreachable", // no socket file
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EHOSTUNREACH: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETUNREACH: "unreachable",
  ENETDOWN: "unreachable",
  ETIMEDOUT: "slow",
}

/** Connections, the sign-in of our own role, and what PgBouncer says by itself (08P01). */
const CLASSES: Record<string, OutageKind> = { "08": "unreachable", "28": "unreachable" }

/** What the driver says by itself has no code. */
function kindOfMessage(message: string): OutageKind | null {
  if (/timeout exceeded when trying to connect|due to connection timeout|timeout expired/.test(message))
    return "slow"
  if (/^Connection terminated|is not queryable|Cannot use a pool after/.test(message)) return "unreachable"
  return null
}
