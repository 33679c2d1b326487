import { fileTypeFromBuffer } from "file-type"
import sharp, { type Sharp } from "sharp"
import { Refusal } from "./errors.ts"
import { fileName } from "./file-names.ts"

export { contentDisposition } from "./file-names.ts"
export { type FileStore, fileSystemStore } from "./file-store.ts"

export const MAX_FILE_BYTES = 10 * 1024 * 1024

export type ReceivedFile = {
  mediaType: string
  kind: "image" | "document"
  bytes: Buffer
  name: string
  width?: number
  height?: number
}

/**
 * Takes in what somebody uploads. The content alone says what it is, never the name or the browser.
 * Images are drawn anew, which leaves behind place, device and whatever else was hidden in them.
 * Refuses: 413 `attachment.too-large`, 415 `attachment.type`, 422 `attachment.unreadable` (empty or broken).
 */
export async function receiveFile(upload: { name: string; bytes: Buffer }): Promise<ReceivedFile> {
  const { name, bytes } = upload
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal(413, "attachment.too-large", "attachments")
  if (bytes.length === 0) throw unreadable()
  const found = await fileTypeFromBuffer(bytes).catch(() => {
    throw unreadable()
  })
  const image = IMAGES[found?.mime ?? ""]
  if (image) return receiveImage(name, bytes, image)
  else return receiveDocument(name, bytes, found?.mime)
}

/** Also far above any screen. More is no screenshot but a trap that fills the memory when it is unpacked. */
const MAX_PIXELS = 64_000_000
const MAX_WIDTH = 4_000
/** A screenshot of a long page may be high; it would not be legible if it were shrunk to the width's limit. */
const MAX_HEIGHT = 10_000
const MAX_SECONDS = 20

type ImageForm = {
  mediaType: string
  extensions: readonly [string, ...string[]]
  encode: (image: Sharp) => Sharp
}

const PNG: ImageForm = { mediaType: "image/png", extensions: ["png"], encode: (image) => image.png() }

/** Animations are cut to their first picture: nothing moves while somebody reads. */
const IMAGES: Record<string, ImageForm> = {
  "image/png": PNG,
  "image/apng": PNG,
  "image/gif": PNG,
  "image/jpeg": {
    mediaType: "image/jpeg",
    extensions: ["jpg", "jpeg"],
    encode: (image) => image.flatten({ background: "white" }).jpeg({ quality: 85 }),
  },
  "image/webp": {
    mediaType: "image/webp",
    extensions: ["webp"],
    encode: (image) => image.webp({ quality: 85 }),
  },
}

async function receiveImage(name: string, bytes: Buffer, form: ImageForm): Promise<ReceivedFile> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .autoOrient()
    .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: MAX_SECONDS })
  const { data, info } = await form
    .encode(image)
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw unreadable()
    })
  return {
    mediaType: form.mediaType,
    kind: "image",
    bytes: data,
    name: fileName(name, form.extensions),
    width: info.width,
    height: info.height,
  }
}

export type SmallImage = { content: Buffer; width: number; height: number }

/** A picture of ours, small enough for paper: JPEG on white, with its size. Null for one that is damaged. */
export async function shrinkImage(bytes: Buffer, width: number): Promise<SmallImage | null> {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .resize({ width, height: width * 2, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .jpeg({ quality: 72 })
    .timeout({ seconds: MAX_SECONDS })
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) => ({ content: data, width: info.width, height: info.height }))
    .catch(() => null)
}

const DOCUMENTS: Record<string, readonly [string]> = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
}

/** Names of parts that hold macros. Inside of the archive they are not compressed. */
const MACROS = [
  "vbaProject.bin",
  "Basic/script-lc.xml",
  "Scripts/python/",
  "Scripts/javascript/",
  "Scripts/beanshell/",
]

function receiveDocument(name: string, bytes: Buffer, found: string | undefined): ReceivedFile {
  const extensions = DOCUMENTS[found ?? ""]
  if (extensions && found) {
    if (found !== "application/pdf" && MACROS.some((part) => bytes.includes(part))) throw wrongType()
    return { mediaType: found, kind: "document", bytes, name: fileName(name, extensions) }
  }
  return receiveText(name, bytes)
}

/** Text has no mark of its own, so here the name says what is meant, and the content must be nothing but text. */
function receiveText(name: string, bytes: Buffer): ReceivedFile {
  const extension = /\.(txt|csv|md|log)$/i.exec(name)?.[1]?.toLowerCase()
  const charset = charsetOf(bytes)
  if (!extension || !charset) throw wrongType()
  const mediaType = `${extension === "csv" ? "text/csv" : "text/plain"}; charset=${charset}`
  return { mediaType, kind: "document", bytes, name: fileName(name, [extension]) }
}

const CONTROL = /(?![\t\n\f\r])\p{Cc}/u
const MARKUP = /^\ufeff?\s*<(?:!doctype|!--|\?xml|html|head|body|svg|script)/i

/** UTF-8, or what German Windows programs still write. Undefined where the bytes are no text, or a page. */
function charsetOf(bytes: Buffer): "utf-8" | "windows-1252" | undefined {
  for (const charset of ["utf-8", "windows-1252"] as const) {
    const text = decode(bytes, charset)
    if (text !== undefined) return CONTROL.test(text) || MARKUP.test(text) ? undefined : charset
  }
  return undefined
}

function decode(bytes: Buffer, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const unreadable = () => new Refusal(422, "attachment.unreadable", "attachments")
const wrongType = () => new Refusal(415, "attachment.type", "attachments")
