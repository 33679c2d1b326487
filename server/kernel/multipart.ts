import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MultipartFile } from "@fastify/multipart"
import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "./errors.ts"
import { fileRefusal } from "./file-refusals.ts"
import { MAX_FILE_BYTES } from "./files.ts"

/** As many files as one request may bring, and as many as a person may have under way in all requests together. */
const MAX_FILES_AT_ONCE = 8
/** Of a whole request: so many files, and room for what is written. A proxy in front has to take as much. */
const MAX_REQUEST_BYTES = 100 * 1024 * 1024

/** A file that came with a form: on the disk until the answer is out, or with the reason why it is not. */
export type Upload = { name: string; path: string; fault: "too-large" | "too-many-at-once" | null }
export type SentFields = Record<string, string | string[]>

/** Above the limit a file is cut short instead of failing the request, and too many are named instead. */
const CUT_SHORT = { throwFileSizeLimit: false, limits: { fileSize: MAX_FILE_BYTES, files: 200 } }

/**
 * Reads a body of `multipart/form-data` into `fields` and `uploads`, which hold what had come by then when it throws:
 * 415 `media-type` for another type of body, 413 `too-large` for the whole or a field, 400 `bad-request` for what is cut short or is no such body.
 * Files go to the disk, at most `MAX_FILES_AT_ONCE` of a person; nothing is kept of somebody who is not signed in.
 */
export async function readParts(
  request: FastifyRequest,
  reply: FastifyReply,
  fields: SentFields,
  uploads: Upload[],
): Promise<void> {
  if (!request.isMultipart()) throw new Refusal(415, "media-type")
  const folder = await mkdtemp(join(tmpdir(), "fachforum-form-"))
  // Nor of a form that was refused already and is read for what was typed.
  const held = holdFiles(request.refused ? undefined : request.visitor?.id)
  reply.raw.once("close", () => {
    held.release()
    void rm(folder, { recursive: true, force: true }).catch(() => undefined)
  })
  const tooLarge = watchLength(request)
  try {
    await Promise.race([tooLarge, readAll(request, folder, held.take, fields, uploads)])
  } catch (error) {
    // Nobody reads the rest of it.
    if (!request.raw.complete) reply.header("connection", "close")
    throw isFaultOfBody(error) ? new Refusal(400, "bad-request") : error
  }
}

/** The one file of a request of the API. Throws 422 `attachment.missing`, and what `readParts` throws. */
export async function readUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  field: string,
): Promise<Upload> {
  const uploads: Upload[] = []
  await readParts(request, reply, {}, uploads)
  const upload = uploads[0]
  if (!upload) throw new Refusal(422, "attachment.missing", field)
  refuseFaulty(upload)
  return upload
}

/** Throws 413 or 429 for a file that was not kept. */
export function refuseFaulty({ fault, name }: Upload): void {
  if (fault) throw fileRefusal(fault, name)
}

async function readAll(
  request: FastifyRequest,
  folder: string,
  take: () => boolean,
  fields: SentFields,
  uploads: Upload[],
): Promise<void> {
  for await (const part of request.parts(CUT_SHORT)) {
    if (part.type === "file") await keepFile(part, join(folder, String(uploads.length)), take, uploads)
    else {
      // The library reads a field that calls itself JSON, and forms send none.
      if (typeof part.value !== "string") throw new Refusal(400, "bad-request")
      add(fields, part.fieldname, part.value)
      if (part.valueTruncated) throw new Refusal(413, "too-large", part.fieldname)
    }
  }
}

/** Browsers send an empty part without a name for a file field that was left empty. */
async function keepFile(part: MultipartFile, path: string, take: () => boolean, uploads: Upload[]) {
  const isKept = part.filename !== "" && part.filename !== undefined && take()
  await pipeline(part.file, isKept ? createWriteStream(path, { mode: 0o600 }) : new Writable({ write: drop }))
  if (!part.filename) return
  const fault = !isKept ? "too-many-at-once" : part.file.truncated ? "too-large" : null
  if (isKept && fault) await rm(path, { force: true })
  uploads.push({ name: part.filename, path, fault })
}

const drop = (_part: unknown, _encoding: unknown, done: () => void) => done()

function add(fields: SentFields, name: string, value: string): void {
  const former = fields[name]
  fields[name] = former === undefined ? value : [former, value].flat()
}

/** By person, the files that lie on this process's disk until their request is answered. */
const underWay = new Map<string, number>()

/** Places for a request's files among those of its person; without a person there are none. */
function holdFiles(person: string | undefined) {
  let own = 0
  return {
    take(): boolean {
      if (person === undefined) return false
      const all = underWay.get(person) ?? 0
      if (all >= MAX_FILES_AT_ONCE) return false
      underWay.set(person, all + 1)
      own += 1
      return true
    },
    release(): void {
      if (person === undefined || own === 0) return
      const left = (underWay.get(person) ?? 0) - own
      if (left > 0) underWay.set(person, left)
      else underWay.delete(person)
      own = 0
    },
  }
}

/** Rejects once more has come than a request may bring, whatever its head announced. */
function watchLength({ raw }: FastifyRequest): Promise<never> {
  return new Promise((_resolve, reject) => {
    let received = 0
    raw.on("data", (piece: Buffer) => {
      received += piece.length
      if (received <= MAX_REQUEST_BYTES) return
      raw.unpipe()
      reject(new Refusal(413, "too-large"))
    })
  })
}

/** Not one of ours, not one that the library names by a status, and not one of the disk. */
function isFaultOfBody(error: unknown): boolean {
  if (error instanceof Refusal || !(error instanceof Error)) return false
  if ("syscall" in error && "path" in error) return false
  // 406: a field that says it is JSON and is none.
  return !("statusCode" in error) || error.statusCode === 406
}
