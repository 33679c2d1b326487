import { pino } from "pino"

/**
 * Structured, on standard output, without what would tell who did what: no address, no person, no query, and of
 * an error only what it is and where it happened. Parameters of a statement are people's texts and addresses.
 */
export function makeLogger(level: string) {
  return pino({
    level,
    base: null,
    serializers: {
      req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
      err: describeError,
    },
  })
}

export type ErrorDescription = {
  type: string
  code?: string
  message?: string
  at: string[]
  cause?: ErrorDescription
}

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const fromDatabase = "params" in error || "severity" in error
  const code = "code" in error ? String(error.code) : undefined
  const constraint = "constraint" in error ? String(error.constraint) : undefined
  const message = fromDatabase ? constraint : error.message
  return {
    type: error.name,
    ...(code && { code }),
    ...(message && { message }),
    at: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}
