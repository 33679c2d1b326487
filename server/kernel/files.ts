import { fileTypeFromBuffer } from "file-type"
import sharp, { type Sharp } from "sharp"
import { fileName } from "./file-names.ts"
import { faultOf, fileRefusal, isPage } from "./file-refusals.ts"
import { jpegOfHeic } from "./heic.ts"
import { charsetOf } from "./text-files.ts"

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
 * Images are drawn anew, which leaves behind place, device and whatever else was hidden in them; documents stay as
 * they are, byte for byte.
 * Refuses, with the file's name beside: 413 `attachment.too-large`, 422 `attachment.empty` or `attachment.unreadable`,
 * 415 with what the file is (`FileFault`).
 */
export async function receiveFile(upload: { name: string; bytes: Buffer }): Promise<ReceivedFile> {
  const { name, bytes } = upload
  if (bytes.length > MAX_FILE_BYTES) throw fileRefusal("too-large", name)
  if (bytes.length === 0) throw fileRefusal("empty", name)
  const found = await fileTypeFromBuffer(bytes).catch(() => {
    throw fileRefusal("unreadable", name)
  })
  const type = found?.mime ?? ""
  const image = IMAGES[type]
  if (image) return receiveImage(name, bytes, image)
  else if (PHONE_PHOTOS.includes(type)) return receivePhonePhoto(name, bytes)
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

const QUALITY = 85

const PNG: ImageForm = { mediaType: "image/png", extensions: ["png"], encode: (image) => image.png() }

const JPEG: ImageForm = {
  mediaType: "image/jpeg",
  extensions: ["jpg", "jpeg"],
  encode: (image) => image.flatten({ background: "white" }).jpeg({ quality: QUALITY }),
}

/** Animations are cut to their first picture: nothing moves while somebody reads. */
const IMAGES: Record<string, ImageForm> = {
  "image/png": PNG,
  "image/apng": PNG,
  "image/gif": PNG,
  "image/jpeg": JPEG,
  "image/webp": {
    mediaType: "image/webp",
    extensions: ["webp"],
    encode: (image) => image.webp({ quality: QUALITY }),
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
      throw fileRefusal("unreadable", name)
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

/** How iPhones and many other phones store photos; no browser but Safari shows them. */
const PHONE_PHOTOS = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]

async function receivePhonePhoto(name: string, bytes: Buffer): Promise<ReceivedFile> {
  const largest = { width: MAX_WIDTH, height: MAX_HEIGHT, quality: QUALITY }
  const jpeg = await jpegOfHeic(bytes, largest)
  if (jpeg === null) throw fileRefusal("heic", name)
  const { width, height } = await sharp(jpeg).metadata()
  return {
    mediaType: JPEG.mediaType,
    kind: "image",
    bytes: jpeg,
    name: fileName(name, JPEG.extensions),
    width,
    height,
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
  if (isPdf(name, bytes, found)) return document("application/pdf", ["pdf"], name, bytes)
  const extensions = DOCUMENTS[found ?? ""]
  if (!extensions || !found) return receiveText(name, bytes, found)
  if (MACROS.some((part) => bytes.includes(part))) throw fileRefusal("macros", name)
  return document(found, extensions, name, bytes)
}

/** Readers look for the mark within so many bytes: mail programs, scanners and printers put something before it. */
const PDF_START = 1024

function isPdf(name: string, bytes: Buffer, found: string | undefined): boolean {
  const at = bytes
    .subarray(0, PDF_START + 8)
    .toString("latin1")
    .search(/%PDF-\d\.\d/)
  if (at < 0) return false
  const hasObjects = () => /\d \d{1,10} obj\b/.test(bytes.toString("latin1", at))
  // What is something else as well is that; a text about PDF is a text.
  const isText = textEnding(name) !== undefined
  if (at === 0) return !isText || hasObjects()
  const isOther = found !== undefined && found !== "application/pdf"
  return !isOther && !isText && hasObjects() && !isPage(bytes)
}

/** Text has no mark of its own, so here the name says what is meant, and the content must be nothing but text. */
function receiveText(name: string, bytes: Buffer, found: string | undefined): ReceivedFile {
  const extension = textEnding(name)
  const charset = extension && charsetOf(bytes)
  if (!extension || !charset) throw fileRefusal(faultOf(name, bytes, found), name)
  const mediaType = `${extension === "csv" ? "text/csv" : "text/plain"}; charset=${charset}`
  return document(mediaType, [extension], name, bytes)
}

const textEnding = (name: string) => /\.(txt|csv|md|log)$/i.exec(name)?.[1]?.toLowerCase()

function document(
  mediaType: string,
  extensions: readonly [string, ...string[]],
  name: string,
  bytes: Buffer,
): ReceivedFile {
  return { mediaType, kind: "document", bytes, name: fileName(name, extensions) }
}
