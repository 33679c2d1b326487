export type Charset = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "ibm850"

/**
 * How the bytes of a text are to be read: by their byte order mark, else as UTF-8, as UTF-16 where every other byte
 * is empty, as what German Windows programs still write, or as what DOS programs and old mainframe printouts wrote
 * ("ü" is there a sign that Windows does not have). Undefined where they are no text, or a page.
 */
export function charsetOf(bytes: Buffer): Charset | undefined {
  for (const charset of candidates(bytes)) {
    const text = decode(bytes, charset)
    if (text === undefined || (charset === "windows-1252" && UNKNOWN_TO_WINDOWS.test(text))) continue
    return isPlain(text) ? charset : undefined
  }
  return undefined
}

/** The text of a file, without its mark; null for what is no text, or one of a DOS program, whose letters nobody decodes here. */
export function readText(bytes: Buffer): string | null {
  const charset = charsetOf(bytes)
  if (charset === undefined || charset === "ibm850") return null
  return (decode(bytes, charset) ?? "").replace(/^\ufeff+/, "")
}

const UNKNOWN_TO_WINDOWS = /[\u0081\u008d\u008f\u0090\u009d]/

function candidates(bytes: Buffer): Charset[] {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return ["utf-16le"]
  if (first === 0xfe && second === 0xff) return ["utf-16be"]
  return utf16WithoutMark(bytes) ?? ["utf-8", "windows-1252", "ibm850"]
}

/** No other text has empty bytes. In a European one they are the upper half of nearly every character. */
function utf16WithoutMark(bytes: Buffer): Charset[] | null {
  const sample = bytes.subarray(0, 4096)
  if (!sample.includes(0)) return null
  const half = sample.length / 2
  const empty = (from: 0 | 1) => sample.filter((byte, index) => index % 2 === from && byte === 0).length
  if (empty(1) > half * 0.7 && empty(0) === 0) return ["utf-16le"]
  if (empty(0) > half * 0.7 && empty(1) === 0) return ["utf-16be"]
  return null
}

/** DOS programs end a text with Ctrl+Z, a single byte in UTF-16, too, where two files were put together. */
const DOS_END = 0x1a

function decode(bytes: Buffer, charset: Charset): string | undefined {
  const isOdd = charset.startsWith("utf-16") && bytes.length % 2 === 1
  const whole = isOdd && bytes.at(-1) === DOS_END ? bytes.subarray(0, -1) : bytes
  // Of the DOS letters only that they are some is of interest: what must not be there lies below them.
  if (charset === "ibm850") return whole.toString("latin1").replace(/[\x80-\xff]/g, "\ufffd")
  try {
    return new TextDecoder(charset, { fatal: true }).decode(whole)
  } catch {
    return undefined
  }
}

/** Tabs, and every kind of line and page end (U+0085 is that of mainframes). */
const CONTROL = /(?![\t\n\v\f\r\u0085])\p{Cc}/u
const MARKUP = /^\ufeff?\s*<(?:!doctype|!--|\?xml|html|head|body|svg|script)/i

const isPlain = (text: string) => !CONTROL.test(withoutEndMark(text)) && !MARKUP.test(text)

/** Some programs write the mark several times, or a last line end after it. */
function withoutEndMark(text: string): string {
  let end = text.length
  while (end > 0 && [DOS_END, 0x0a, 0x0d].includes(text.charCodeAt(end - 1))) end -= 1
  return text.slice(0, end)
}
