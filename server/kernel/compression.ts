import { constants } from "node:zlib"
import compress from "@fastify/compress"
import type { FastifyRequest } from "fastify"
import type { App } from "./app.ts"

/** Up to here an answer is packed at once, without a stream of its own: a page in a millisecond or two. */
const AT_ONCE_BYTES = 256 * 1024

/**
 * Packs pages and JSON on their way, a fifth of the bytes. What is packed already (pictures, the interface) and what
 * people fetch in pieces (files) stays as it is: their routes say `compress: false`. To be called before any route.
 *
 * The length of a packed answer tells a little of what is in it, to somebody who reads lengths on the line and can have
 * a browser fetch an address with a guess in it again and again (BREACH). There is little to win: the session is in a
 * cookie that no answer repeats, and forms carry no token, because their origin is asked for instead. And there is no
 * way: a browser sends that cookie with nothing that another site set off but links, and says so; whoever comes by one
 * gets that page unpacked, for it may show an address that is a key (of a calendar, of a new password).
 */
export async function compressAnswers(app: App): Promise<void> {
  await app.register(compress, {
    // Nothing is unpacked for anybody: a small body that becomes a huge one has no use here.
    globalDecompression: false,
    // In this order whatever a browser names first: the same bytes take Zstandard a quarter of the time.
    encodings: ["zstd", "br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    threshold: 1024,
    syncThreshold: AT_ONCE_BYTES,
  })
  app.addHook("onRequest", async (request, reply) => {
    // Also on what stays as it is, and on what has no body: caches ask before they know. A spelling of the library's.
    reply.header("vary", "accept-encoding")
    if (isSetOffElsewhere(request)) request.headers["x-no-compression"] = "1"
  })
}

/** By a page of another site (or of a neighbour in the same domain), for somebody who may have a session here. */
const isSetOffElsewhere = ({ headers }: FastifyRequest) =>
  headers.cookie !== undefined && ["cross-site", "same-site"].includes(String(headers["sec-fetch-site"]))
