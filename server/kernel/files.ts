import { readFile, stat } from "node:fs/promises"
import { fileTypeFromBuffer, fileTypeFromFile } from "file-type"
import { fileName } from "./file-names.ts"
import { faultOf, fileRefusal, isPage } from "./file-refusals.ts"
import { type PictureForm, studio, type Wanted } from "./pictures/index.ts"
import { openQueue } from "./queue.ts"
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

/** What somebody sends: in the memory, or on the disk until its turn has come. */
export type SentFile = { name: string } & ({ bytes: Buffer } | { path: string })

/** Documents are only looked through, but so many at once lie in the memory. */
const documents = openQueue(4)

/**
 * Takes in what somebody uploads. The content alone says what it is, never the name or the browser.
 * Images are drawn anew, which leaves behind place, device and whatever else was hidden in them; documents stay as
 * they are, byte for byte.
 * Refuses, with the file's name beside: 413 `attachment.too-large`, 422 `attachment.empty`, `attachment.unreadable`,
 * `attachment.sides` or `attachment.slow`, 415 with what the file is (`FileFault`).
 * @param who the person's id: those who send much wait for themselves
 */
export async function receiveFile(sent: SentFile, who = ""): Promise<ReceivedFile> {
  const { name } = sent
  const size = "bytes" in sent ? sent.bytes.length : (await stat(sent.path)).size
  if (size > MAX_FILE_BYTES) throw fileRefusal("too-large", name)
  if (size === 0) throw fileRefusal("empty", name)
  const type = await typeOf(sent)
  const read = () => ("bytes" in sent ? Promise.resolve(sent.bytes) : readFile(sent.path))
  const form = PICTURES[type ?? ""]
  if (form) return receivePicture({ who, name, read, from: "common", to: form })
  else if (PHONE_PHOTOS.includes(type ?? ""))
    return receivePicture({ who, name, read, from: "heic", to: "jpeg" })
  else return documents.run(who, async () => receiveDocument(name, await read(), type))
}

async function typeOf(sent: SentFile): Promise<string | undefined> {
  const found = "bytes" in sent ? fileTypeFromBuffer(sent.bytes) : fileTypeFromFile(sent.path)
  return found.then(
    (type) => type?.mime,
    () => {
      throw fileRefusal("unreadable", sent.name)
    },
  )
}

const MAX_WIDTH = 4_000
/** A screenshot of a long page may be high; it would not be legible if it were shrunk to the width's limit. */
const MAX_HEIGHT = 10_000
const QUALITY = 85

/** Animations are cut to their first picture: nothing moves while somebody reads. */
const PICTURES: Record<string, PictureForm> = {
  "image/png": "png",
  "image/apng": "png",
  "image/gif": "png",
  "image/jpeg": "jpeg",
  "image/webp": "webp",
}

/** How iPhones and many other phones store photos; no browser but Safari shows them. */
const PHONE_PHOTOS = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]

const EXTENSIONS: Record<PictureForm, readonly [string, ...string[]]> = {
  png: ["png"],
  jpeg: ["jpg", "jpeg"],
  webp: ["webp"],
}

type SentPicture = Pick<Wanted, "read" | "from" | "to"> & { who: string; name: string }

async function receivePicture({ who, name, ...picture }: SentPicture): Promise<ReceivedFile> {
  const answer = await studio.draw(who, {
    ...picture,
    width: MAX_WIDTH,
    height: MAX_HEIGHT,
    quality: QUALITY,
  })
  if ("fault" in answer) {
    const isOdd = answer.fault === "unreadable" && picture.from === "heic"
    throw fileRefusal(isOdd ? "heic" : answer.fault, name)
  }
  return {
    ...answer.drawn,
    mediaType: `image/${picture.to}`,
    kind: "image",
    name: fileName(name, EXTENSIONS[picture.to]),
  }
}

export type SmallImage = { content: Buffer; width: number; height: number }

/**
 * A picture of ours, small enough for paper: JPEG on white, with its size. Null for one that is damaged.
 * @param who the reader's id
 */
export async function shrinkImage(
  read: () => Promise<Buffer>,
  width: number,
  who: string,
): Promise<SmallImage | null> {
  const answer = await studio.draw(who, {
    read,
    from: "common",
    to: "jpeg",
    width,
    height: width * 2,
    quality: 72,
  })
  if ("fault" in answer) return null
  const { bytes, ...size } = answer.drawn
  return { content: bytes, ...size }
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
