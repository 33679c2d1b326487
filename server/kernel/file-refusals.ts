import { Refusal } from "./errors.ts"

/** Why a file is not taken in. The texts say the way out, too. */
export type FileFault =
  | "too-large"
  | "too-many-at-once"
  | "quota"
  | "empty"
  | "unreadable"
  | "sides"
  | "slow"
  | "heic"
  | "tiff"
  | "picture"
  | "mail"
  | "macros"
  | "password"
  | "old-office"
  | "rtf"
  | "archive"
  | "program"
  | "page"
  | "media"
  | "text"
  | "mismatch"
  | "type"

const STATUS: Partial<Record<FileFault, number>> = {
  "too-large": 413,
  "too-many-at-once": 429,
  quota: 413,
  empty: 422,
  unreadable: 422,
  sides: 422,
  slow: 422,
}

export const fileRefusal = (fault: FileFault, name: string) =>
  new Refusal(STATUS[fault] ?? 415, `attachment.${fault}`, "attachments", { file: name })

const BY_TYPE: [RegExp, FileFault][] = [
  [/^image\/hei[cf]/, "heic"],
  [/^image\/tiff$/, "tiff"],
  [/macroenabled/i, "macros"],
  [/^(?:image\/svg\+xml|application\/xml|text\/html)$/, "page"],
  [/^(?:image\/|application\/(?:postscript|eps)$)/, "picture"],
  [/^(?:audio|video)\//, "media"],
  [/^application\/(?:rtf|x-rtf)$|^text\/rtf$/, "rtf"],
  [/zip|x-7z|x-rar|x-tar|x-xz|x-lzip|x-compress|x-cab|vnd\.ms-cab|x-lz4|zstd|x-ace|x-arj/, "archive"],
  [/x-msdownload|x-elf|x-mach|x-msi|x-installer|java-archive|x-deb|wasm|x\.ms\.shortcut|x-sh/, "program"],
  [/^application\/vnd\.ms-outlook$/, "mail"],
]

const BY_ENDING: [RegExp, FileFault][] = [
  [/\.(?:msg|eml|oft|mbox|pst)$/i, "mail"],
  [/\.(?:doc|dot|xls|xlt|xla|ppt|pot|pps|ppa)m$|\.xlsb$/i, "macros"],
  [/\.hei[cf]s?$/i, "heic"],
  [/\.tiff?$/i, "tiff"],
  [/\.(?:bmp|dib|avif|jxl|jp2|psd|ai|eps|ico|wmf|emf|dng|cr2|nef|arw)$/i, "picture"],
  [/\.(?:doc|dot|xls|xlt|ppt|pot|pps)$/i, "old-office"],
  [/\.rtf$/i, "rtf"],
  [/\.(?:zip|7z|rar|tar|t?gz|bz2|xz|cab|iso)$/i, "archive"],
  [/\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|jse?|mjs|wsf|hta|jar|lnk|url|reg|sh|py|apk|app)$/i, "program"],
  [/\.(?:html?|xhtml|mht(?:ml)?|svg|xml)$/i, "page"],
  [/\.(?:mp[34]|m4[av]|wav|ogg|opus|aac|flac|mov|avi|mkv|webm|wmv|3gp)$/i, "media"],
  [/\.(?:txt|csv|md|log)$/i, "text"],
  [/\.(?:pdf|docx|xlsx|pptx|od[tsp]|png|jpe?g|gif|webp)$/i, "mismatch"],
]

/**
 * What a file is that is not taken in: its content says so, and where that says nothing, its name.
 * @param found the media type by its content
 */
export function faultOf(name: string, bytes: Buffer, found: string | undefined): FileFault {
  const byContent = isCompoundFile(bytes)
    ? faultOfCompound(bytes)
    : BY_TYPE.find(([type]) => type.test(found ?? ""))?.[1]
  // A page, and a program of text, are known by how they begin.
  const fault = byContent ?? faultOfStart(bytes)
  return fault ?? BY_ENDING.find(([ending]) => ending.test(name))?.[1] ?? "type"
}

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const isCompoundFile = (bytes: Buffer) => bytes.subarray(0, 8).equals(COMPOUND)

/** The form in which Office 97 stored everything, Outlook stores mails, and Office of today what has a password. */
function faultOfCompound(bytes: Buffer): FileFault | undefined {
  const has = (entry: string) => bytes.includes(Buffer.from(entry, "utf16le"))
  if (has("__substg1.0_") || has("__properties_version1.0")) return "mail"
  if (has("EncryptedPackage")) return "password"
  if (has("_VBA_PROJECT")) return "macros"
  return has("WordDocument") || has("Workbook") || has("PowerPoint Document") ? "old-office" : undefined
}

function faultOfStart(bytes: Buffer): FileFault | undefined {
  const start = startOf(bytes)
  if (start.startsWith("MZ") || start.startsWith("#!")) return "program"
  if (start.startsWith("{\\rtf")) return "rtf"
  return isPage(bytes) ? "page" : undefined
}

/** Begins as something that a browser would carry out. */
export const isPage = (bytes: Buffer) =>
  /^\s*<(?:!doctype|!--|html|head|body|svg|script|\?xml)/i.test(startOf(bytes))

const startOf = (bytes: Buffer) =>
  bytes
    .subarray(0, 1024)
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
