import { type DestinationStream, type LoggerOptions, pino } from "pino"

/**
 * Structured, on standard output, without what would tell who did what: no address, no person, no query, and of
 * an error only what it is and where it happened. Parameters of a statement are people's texts and addresses.
 */
export function makeLogger(level: string, destination?: DestinationStream) {
  const isNews = forgetful()
  const options: LoggerOptions = {
    level,
    base: null,
    hooks: {
      logMethod(args, method) {
        const [fields] = args as unknown[]
        const fault = typeof fields === "object" && fields !== null && "err" in fields ? fields.err : null
        if (fault === null || isNews(fault)) method.apply(this, args)
      },
    },
    serializers: {
      req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
      err: describeError,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

export const LOG_FORMATS = ["text", "json"] as const
type LogFormat = (typeof LOG_FORMATS)[number]

/** Also for the line that says that a setting is faulty: then there is no configuration yet. */
export const logFormatOf = (env: NodeJS.ProcessEnv): LogFormat =>
  LOG_FORMATS.find((format) => format === env.LOG_FORMAT?.trim()) ?? "text"

/** What a start and a stop say to the operator: sentences, or lines as those of the log. */
export function speaker(format: LogFormat, out: DestinationStream, err: DestinationStream) {
  if (format === "text")
    return {
      say: (line: string) => out.write(`${line}\n`),
      warn: (line: string) => out.write(`${line}\n`),
      fail: (line: string) => err.write(`${line}\n`),
      crash: (error: unknown) => console.error(error),
    }
  const log = pino({ base: null }, out)
  const faults = pino({ base: null, serializers: { err: describeError } }, err)
  return {
    // An empty line parts sentences from one another.
    say: (line: string) => line !== "" && log.info(line),
    warn: (line: string) => log.warn(line),
    fail: (line: string) => faults.fatal(line),
    crash: (error: unknown) => faults.fatal({ err: error }, "unexpected fault"),
  }
}

const AGAIN_MS = 10_000
const MOST_REMEMBERED = 1_000

/** The same fault at the same place once in ten seconds: an outage is met by every request and every job. */
function forgetful(): (fault: unknown) => boolean {
  const last = new Map<string, number>()
  return (fault) => {
    const { sqlstate, place, type, message } = describeError(fault)
    const key = [sqlstate, place, type, message].join("|")
    const at = performance.now()
    if (at - (last.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return false
    if (last.size >= MOST_REMEMBERED) last.clear()
    last.set(key, at)
    return true
  }
}

/** The first place of ours in it that is not the way to the database. */
function placeOf(error: Error): string | undefined {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  const own = lines.find((line) => !/node_modules|node:|kernel\/database/.test(line))
  return own?.trim() ?? (error.cause instanceof Error ? placeOf(error.cause) : undefined)
}

/** PostgreSQL's code of the fault, or the operating system's: of the innermost that has one. */
function sqlstateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const inner = sqlstateOf(error.cause)
  return inner ?? ("code" in error && typeof error.code === "string" ? error.code : undefined)
}

export type ErrorDescription = {
  type: string
  code?: string
  sqlstate?: string
  place?: string
  message?: string
  at: string[]
  cause?: ErrorDescription
}

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const fromDatabase = "params" in error || "severity" in error
  const code = "code" in error ? String(error.code) : undefined
  const constraint = "constraint" in error ? String(error.constraint) : undefined
  const sqlstate = sqlstateOf(error)
  const place = placeOf(error)
  const message = fromDatabase ? constraint : error.message
  return {
    type: error.name,
    ...(code && { code }),
    ...(message && { message }),
    ...(sqlstate && { sqlstate }),
    ...(place && { place }),
    at: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}
