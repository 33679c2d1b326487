import { createReadStream } from "node:fs"
import { access, mkdir, open, rename, rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Readable } from "node:stream"
import { fileTypeFromBuffer } from "file-type"
import sharp from "sharp"
import { newId } from "./database.ts"
import { Refusal } from "./errors.ts"

/** Where attachments lie. Keys are UUIDs made by us. */
export type FileStore = {
  put(key: string, bytes: Buffer): Promise<void>
  /** Rejects when there is no such file, before anything is sent. */
  get(key: string): Promise<Readable>
  /** Removing what is gone already is no fault. */
  remove(key: string): Promise<void>
}

export const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_SIDE = 4000
const MAX_PIXELS = 100_000_000
const MAX_NAME = 120

export function fileSystemStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error("a file's key is a UUID")
    // The last characters of a UUIDv7 are random, so files spread evenly.
    return join(folder, key.slice(-2), key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const aside = `${path}.${newId()}`
      const file = await open(aside, "wx", 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
    },
    async get(key) {
      const path = pathOf(key)
      await access(path)
      return createReadStream(path)
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

export type ReceivedFile = {
  name: string
  mediaType: string
  kind: "image" | "document"
  bytes: Buffer
  width?: number
  height?: number
}

/** Documents that are handed out as downloads, by the type that their content shows. */
const DOCUMENTS: Record<string, string> = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
}
const IMAGES = ["image/png", "image/jpeg", "image/webp", "image/gif"]

/**
 * Finds the type from the content, re-encodes images without metadata, and names the file by what it is.
 * Refuses with 413 `attachment.too-large`, 415 `attachment.type` or 422 `attachment.unreadable`.
 */
export async function receiveFile(input: { name: string; bytes: Buffer }): Promise<ReceivedFile> {
  if (input.bytes.length > MAX_FILE_BYTES) throw new Refusal(413, "attachment.too-large", "attachments")
  if (input.bytes.length === 0) throw new Refusal(422, "attachment.unreadable", "attachments")
  const found = await fileTypeFromBuffer(input.bytes)
  if (found && IMAGES.includes(found.mime)) return receiveImage(input, found.mime)
  const extension = found ? DOCUMENTS[found.mime] : textExtension(input)
  if (!extension) throw new Refusal(415, "attachment.type", "attachments")
  const mediaType =
    found?.mime ?? (extension === "csv" ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8")
  return { name: nameFor(input.name, extension), mediaType, kind: "document", bytes: input.bytes }
}

async function receiveImage(
  { name, bytes }: { name: string; bytes: Buffer },
  mime: string,
): Promise<ReceivedFile> {
  const toJpeg = mime === "image/jpeg"
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
    const encoded = toJpeg ? image.jpeg({ quality: 85 }) : image.png({ compressionLevel: 9 })
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    const extension = toJpeg ? "jpg" : "png"
    const mediaType = toJpeg ? "image/jpeg" : "image/png"
    return {
      name: nameFor(name, extension),
      mediaType,
      kind: "image",
      bytes: data,
      width: info.width,
      height: info.height,
    }
  } catch {
    // What sharp cannot read is broken, or made to be unreadable: either way it is the file's fault.
    throw new Refusal(422, "attachment.unreadable", "attachments")
  }
}

/** Text has no signature: it is text when it reads as UTF-8 and holds no NUL, and does not look like markup. */
function textExtension({ name, bytes }: { name: string; bytes: Buffer }): "txt" | "csv" | null {
  if (bytes.includes(0)) return null
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    if (/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text)) return null
  } catch {
    return null
  }
  if (/\.(txt|md|log|eml)$/i.test(name)) return "txt"
  return /\.csv$/i.test(name) ? "csv" : null
}

/** The last part of a path, without what cannot be seen, ending as its content demands. */
function nameFor(given: string, extension: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? ""
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, "").trim()
  const stem = visible.replace(/(\.[A-Za-z0-9]{1,8})+$/, "").replace(/^\.+/, "")
  const short = [...stem].slice(0, MAX_NAME - extension.length - 1).join("")
  return `${short || "Anhang"}.${extension}`
}

/** `Content-Disposition` with a plain name for old readers and the real one (RFC 6266, RFC 8187). */
export function contentDisposition(name: string, inline: boolean): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_")
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${inline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
