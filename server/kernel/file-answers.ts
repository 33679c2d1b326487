import type { FastifyReply, FastifyRequest } from "fastify"
import { notFound } from "./errors.ts"
import { contentDisposition } from "./file-names.ts"
import type { FileStore } from "./file-store.ts"

type ShownFile = {
  /** The key in the store. What lies under a key never changes. */
  id: string
  name: string
  mediaType: string
  /** Shown in the browser; otherwise it is downloaded. */
  isImage: boolean
}

/**
 * Answers with a stored file, to somebody who may have it: whole, in the part that was asked for (a broken download goes
 * on), with its head alone, or with 304 to a browser that has it. The browser asks each time, because rights may change.
 */
export async function answerFile(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  { id, name, mediaType, isImage }: ShownFile,
): Promise<FastifyReply> {
  const { statusCode, headers, stream } = await files.send(id, request.raw)
  if (statusCode === 404) throw notFound()
  reply
    .code(statusCode)
    .headers(headers)
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("cache-control", "private, no-cache")
  // Unchanged, or a part that the file does not have.
  if (statusCode >= 300) return reply.removeHeader("content-type").send()
  return reply.type(mediaType).header("content-disposition", contentDisposition(name, isImage)).send(stream)
}
