import { crc32 } from "node:zlib"
import type { Securing } from "./credential.ts"

/** What is put into a picture, and how it is secured: as the document formats of Open Badges 3.0 describe baking. */
export type Dough = { text: string; securing: Securing }

const SIGNATURE_BYTES = 8
/** Length, name, 13 bytes and checksum. */
const HEADER_CHUNK_BYTES = 25
const KEYWORD = "openbadgecredential"
const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"

/** The picture with the badge in an uncompressed `iTXt` chunk, right after the header, where readers find it first. */
export function bakePng(png: Buffer, { text }: Dough): Buffer {
  const at = SIGNATURE_BYTES + HEADER_CHUNK_BYTES
  // Keyword, not compressed, compression method, no language, no translated keyword.
  const head = Buffer.from(`${KEYWORD}\0\0\0\0\0`, "latin1")
  const chunk = pngChunk("iTXt", Buffer.concat([head, Buffer.from(text, "utf8")]))
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)])
}

function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}

/** The drawing with the badge as its first element: a JWT in an attribute, JSON in a CDATA section. */
export function bakeSvg(svg: string, { text, securing }: Dough): string {
  const credential =
    securing === "jwt"
      ? `<openbadges:credential verify="${text}"></openbadges:credential>`
      : `<openbadges:credential><![CDATA[${withoutEnd(text)}]]></openbadges:credential>`
  return svg.replace(
    /<svg ([^>]*)>/,
    (_tag, attributes: string) => `<svg xmlns:openbadges="${NAMESPACE}" ${attributes}>\n  ${credential}`,
  )
}

/** JSON that nowhere ends the section: within its texts, where alone it could, `>` has another spelling. */
const withoutEnd = (json: string) => json.replaceAll("]]>", "]]\\u003e")
