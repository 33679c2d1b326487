import { setTimeout as pause } from "node:timers/promises"
import { S3mini, S3ServiceError } from "s3mini"
import { Refusal } from "./errors.ts"
import type { Bucket } from "./file-settings.ts"

/** The style of the address decides where the bucket stands in it. */
export const openBucket = ({ url, region, accessKey, secretKey }: Bucket): S3mini =>
  new S3mini({
    endpoint: url,
    region,
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    fetch: fetchPatiently as typeof fetch,
  })

/** Until the answer begins: a file is sent before that, over a line that may be slow. */
const PATIENCE_MS = { PUT: 120_000, other: 15_000 }

/** As `fetch`, for what is sent as a stream as well; an answer may take longer than its beginning. */
async function fetchPatiently(address: string, init: RequestInit): Promise<Response> {
  const late = new AbortController()
  const patience = init.method === "PUT" ? PATIENCE_MS.PUT : PATIENCE_MS.other
  const timer = setTimeout(
    () => late.abort(new Error("the object storage does not answer in time")),
    patience,
  )
  try {
    const options = { ...init, signal: late.signal, duplex: "half" as const }
    return await fetch(address, options)
  } finally {
    clearTimeout(timer)
  }
}

const PAUSES_MS = [200, 1_000]

/**
 * Asks again where the service is away for a moment or wants to be asked more slowly; what lies under a key is the same
 * however often it is stored. Throws 503 `attachment.away` where nothing helps.
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      const wait = PAUSES_MS[attempt]
      if (isMissing(error)) throw error
      if (wait === undefined || !isPassing(error)) throw away(error)
      await pause(wait)
    }
  }
}

/** The file is missing, and not the bucket, of which the same status may come. */
export function isMissing(error: unknown): boolean {
  const answer = answerIn(error)
  return answer?.status === 404 && codeOf(answer) !== "NoSuchBucket"
}

/** The service's name for it. The library reads it where the answer has the media type to the letter, and others add to it. */
export const codeOf = ({ body }: S3ServiceError): string | null =>
  /<Code>([A-Za-z0-9]+)<\/Code>/.exec(body ?? "")?.[1] ?? null

/** What the service said; null where there was no answer. */
export function answerIn(error: unknown): S3ServiceError | null {
  if (error instanceof S3ServiceError) return error
  return error instanceof Error && error.cause !== undefined ? answerIn(error.cause) : null
}

function isPassing(error: unknown): boolean {
  const answer = answerIn(error)
  return answer === null || answer.status >= 500 || answer.status === 429
}

/** For people it is away for whatever reason; the log has the reason. */
export function away(cause: unknown): Refusal {
  const refusal = new Refusal(503, "attachment.away", "attachments")
  refusal.cause = cause
  return refusal
}
