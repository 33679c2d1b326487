import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import type { ReadableStream as WebStream } from "node:stream/web"
import { notFound } from "./errors.ts"
import type { FileQuota } from "./file-quota.ts"
import { isUnchanged, partOf } from "./file-requests.ts"
import type { Bucket } from "./file-settings.ts"
import { type Content, checkKey, type FileStore, isKey, type StoredAnswer } from "./file-store.ts"
import { away, isMissing, openBucket, patiently } from "./s3-client.ts"

const TYPE = "application/octet-stream"
const PAGE = 1000

export const s3Store = (bucket: Bucket, quota: FileQuota): FileStore => ({ quota, ...filesIn(bucket) })

/** Files in a bucket, under their keys. Others may lie beside them: what has no key of ours is not looked at. */
export function filesIn(bucket: Bucket): Omit<FileStore, "quota"> {
  const s3 = openBucket(bucket)
  const encryption = encryptionHeaders(bucket)

  async function put(key: string, content: Content): Promise<void> {
    const { body, bytes, md5 } = sent(content)
    // The service compares it with what has arrived: what is signed says nothing of the file itself. Newer sums than this
    // one are refused by services that do not know them (S3Proxy 2.6: 501).
    const headers = { ...encryption, "content-md5": Buffer.from(md5, "hex").toString("base64") }
    await s3.putObject(key, body, TYPE, undefined, headers, bytes)
  }

  async function size(key: string): Promise<number | null> {
    checkKey(key)
    return orMissing(() => patiently(() => s3.getContentLength(key)))
  }

  /** @param part the first and the last byte of it */
  async function open(key: string, part?: readonly [number, number]): Promise<Response | null> {
    return orMissing(() =>
      patiently(() => (part ? s3.getObjectRaw(key, false, part[0], part[1] + 1) : s3.getObjectRaw(key))),
    )
  }

  /** Without a part the length is that of the answer, so that it takes one way. */
  async function sendWhole(key: string, headers: Record<string, string>): Promise<StoredAnswer> {
    const response = await open(key)
    if (!response) return nothing(404)
    const length = response.headers.get("content-length")
    return answer(200, { ...headers, ...(length && { "Content-Length": length }) }, streamOf(response))
  }

  return {
    size,
    async put(key, content) {
      checkKey(key)
      // A stream cannot be sent twice.
      if (Buffer.isBuffer(content)) await patiently(() => put(key, content))
      else
        await put(key, content).catch((error: unknown) => {
          throw away(error)
        })
    },
    async get(key) {
      checkKey(key)
      const response = await open(key)
      if (!response) throw notFound()
      return streamOf(response)
    },
    async send(key, request) {
      checkKey(key)
      const tag = `"${key}"`
      const headers = { "Accept-Ranges": "bytes", ETag: tag }
      if (isUnchanged(request, tag)) return nothing(304, headers)
      const isHead = request.method === "HEAD"
      if (!isHead && request.headers.range === undefined) return sendWhole(key, headers)
      const bytes = await size(key)
      if (bytes === null) return nothing(404)
      const part = partOf(request, tag, bytes)
      if (part === "none") return nothing(416, { ...headers, "Content-Range": `bytes */${bytes}` })
      if (!part)
        return isHead ? nothing(200, { ...headers, "Content-Length": `${bytes}` }) : sendWhole(key, headers)
      const [from, to] = part
      const partial = {
        ...headers,
        "Content-Range": `bytes ${from}-${to}/${bytes}`,
        "Content-Length": `${to - from + 1}`,
      }
      if (isHead) return nothing(206, partial)
      const response = await open(key, part)
      return response ? answer(206, partial, streamOf(response)) : nothing(404)
    },
    async remove(key) {
      checkKey(key)
      await orMissing(() => patiently(() => s3.deleteObject(key)))
    },
    async *list() {
      let next: string | undefined
      do {
        const page = await patiently(() => s3.listObjectsPaged("/", "", PAGE, next))
        if (!page) throw away(new Error("there is no such bucket"))
        for (const { Key, Size } of page.objects ?? []) if (isKey(Key)) yield { key: Key, bytes: Size }
        next = page.nextContinuationToken
      } while (next)
    },
  }
}

function sent(content: Content) {
  if (Buffer.isBuffer(content))
    return {
      body: content,
      bytes: content.length,
      md5: createHash("md5").update(content).digest("hex"),
    }
  return { ...content, body: Readable.toWeb(content.stream) as ReadableStream }
}

function encryptionHeaders({ encryption }: Bucket): Record<`x-amz-${string}`, string> {
  if (!encryption) return {}
  const { algorithm, keyId } = encryption
  return {
    "x-amz-server-side-encryption": algorithm,
    ...(keyId && { "x-amz-server-side-encryption-aws-kms-key-id": keyId }),
  }
}

/** Null where the service says that there is none. */
const orMissing = <T>(ask: () => Promise<T>): Promise<T | null> =>
  ask().catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })

const answer = (statusCode: number, headers: Record<string, string>, stream: Readable): StoredAnswer => ({
  statusCode,
  headers,
  stream,
})
const nothing = (statusCode: number, headers: Record<string, string> = {}) =>
  answer(statusCode, headers, Readable.from([]))

const streamOf = ({ body }: Response): Readable =>
  body ? Readable.fromWeb(body as unknown as WebStream) : Readable.from([])
