import { Socket } from "node:net"
import type { FastifyRequest } from "fastify"

/** How long the server waits for what somebody sends or takes, in milliseconds. */
export type Patience = {
  /** For a whole request: its head, and any body but an upload. */
  request: number
  /** For a whole upload: over a slow line a file of 10 MB takes a quarter of an hour. */
  upload: number
  /** Within an upload, from one piece to the next: who has gone silent is gone. */
  silence: number
  /** Within an answer, until its reader takes more of it. Node compares with the last look, so it may be twice as long. */
  reading: number
}

export const PATIENCE: Patience = { request: 60_000, upload: 30 * 60_000, silence: 60_000, reading: 60_000 }
/** Between any two signs of life of a connection, also while we are thinking. */
const CONNECTION_SILENCE = 120_000

/** Node itself knows one limit for every request. It is the longest one; `limitReceiving` sees to the shorter. */
export const serverLimits = ({ request, upload }: Patience) => ({
  requestTimeout: upload,
  connectionTimeout: CONNECTION_SILENCE,
  http: {
    // Node would derive it from the limit of uploads, and those who send heads slowly would hold connections for long.
    headersTimeout: request,
    requestTimeout: upload,
    connectionsCheckingInterval: Math.min(30_000, request / 2),
  },
})

/**
 * Ends a request whose body comes too slowly, as Node does it: with 408, and the connection is closed. Only somebody
 * who is signed in may take longer, for files, and only while bytes arrive.
 */
export function limitReceiving(request: FastifyRequest, patience: Patience): void {
  const { raw } = request
  // Without a connection (a request of `app.inject`) nothing is still to come.
  if (raw.complete !== false) return
  const isUpload =
    request.visitor !== null && /^multipart\/form-data\b/i.test(raw.headers["content-type"] ?? "")
  if (isUpload) endWhenSilent(request, patience.silence)
  else {
    const deadline = setTimeout(() => end(request), patience.request).unref()
    raw.once("close", () => clearTimeout(deadline))
  }
}

function endWhenSilent(request: FastifyRequest, silence: number): void {
  const { raw } = request
  let received = raw.socket.bytesRead
  const watch = setInterval(() => {
    // Once all has come, it is us who take the time.
    if (raw.complete) clearInterval(watch)
    else if (raw.socket.bytesRead === received) end(request)
    received = raw.socket.bytesRead
  }, silence).unref()
  raw.once("close", () => clearInterval(watch))
}

/**
 * From here on the connection waits for the reader and no longer for us: who takes nothing of the answer loses it, and
 * with it what the answer holds. With the next request, Node goes back to the limit of the connection.
 */
export function limitReading({ raw }: FastifyRequest, { reading }: Patience): void {
  // A request of `app.inject` has no connection.
  if (raw.socket instanceof Socket) raw.socket.setTimeout(reading)
}

function end({ raw, server }: FastifyRequest): void {
  if (raw.complete || raw.socket.destroyed) return
  const timeout = Object.assign(new Error("Request timeout"), { code: "ERR_HTTP_REQUEST_TIMEOUT" })
  server.server.emit("clientError", timeout, raw.socket)
}
