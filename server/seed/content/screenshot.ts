import { readFile } from "node:fs/promises"

const FILE = new URL("./zahlfall-freigabe.png", import.meta.url)

/**
 * A mask of a case management program that does not exist, without anybody's data: the attachment of one question.
 * Stored as a picture, because a server without fonts would draw it without its words; `sharp` drew it from the
 * SVG file beside it.
 */
export function readScreenshot(): Promise<Buffer> {
  return readFile(FILE)
}
