import { readFile } from "node:fs/promises"
import { join } from "node:path"
import subsetFont from "subset-font"
import { digest } from "./fingerprint.ts"

export type FontFile = { name: string; content: Buffer; weight: number; italic: boolean; preload: boolean }

const cuts = [
  { file: "FiraSans-Regular", weight: 400, italic: false, preload: true },
  { file: "FiraSans-Italic", weight: 400, italic: true, preload: false },
  { file: "FiraSans-SemiBold", weight: 600, italic: false, preload: true },
]

/** Latin, its supplement and Extended-A, then punctuation, currency, arrows and a few signs. */
const ranges: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x2c6, 0x2dc],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x2070, 0x208e],
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0x2150, 0x215e],
  [0x2190, 0x2199],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
  [0x2713, 0x2713],
]

export async function subsetFonts(root: string): Promise<FontFile[]> {
  const folder = join(root, "node_modules", "@kern-ux", "native", "dist", "fonts", "fira-sans")
  const fonts: FontFile[] = []
  // One after the other: the subsetter shares its memory.
  for (const { file, ...cut } of cuts) {
    const content = await subsetCut(await readFile(join(folder, `${file}.woff2`)))
    const name = `fach-sans-${cut.weight}${cut.italic ? "i" : ""}-${digest(content)}.woff2`
    fonts.push({ ...cut, name, content })
  }
  return fonts
}

export function fontFaces(fonts: FontFile[]): string {
  return fonts
    .map(
      ({ name, weight, italic }) =>
        `@font-face{font-family:"Fach Sans";src:url("${name}") format("woff2");font-weight:${weight};` +
        `font-style:${italic ? "italic" : "normal"};font-display:swap}`,
    )
    .join("")
}

async function subsetCut(font: Buffer): Promise<Buffer> {
  const characters = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
    .map((point) => String.fromCodePoint(point))
    .join("")
  const plain = await subsetFont(font, characters, { targetFormat: "sfnt" })
  return subsetFont(rename(plain), characters, { targetFormat: "woff2" })
}

/**
 * A subset is a "Modified Version" in the sense of the Open Font License and may not bear the reserved name
 * "Fira". The new name has as many letters, so the name table is changed in its place.
 */
function rename(font: Buffer): Buffer {
  const { offset, length } = findNameTable(font)
  const table = font.subarray(offset, offset + length)
  for (const encoding of [(text: string) => Buffer.from(text, "latin1"), toUtf16]) {
    const reserved = encoding("Fira")
    for (let at = table.indexOf(reserved); at >= 0; at = table.indexOf(reserved, at))
      encoding("Fach").copy(table, at)
  }
  return font
}

function findNameTable(font: Buffer): { offset: number; length: number } {
  const tables = font.readUInt16BE(4)
  for (let entry = 12; entry < 12 + tables * 16; entry += 16) {
    if (font.toString("latin1", entry, entry + 4) === "name")
      return { offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) }
  }
  throw new Error("the font has no name table")
}

const toUtf16 = (text: string) => Buffer.from(text, "utf16le").swap16()
