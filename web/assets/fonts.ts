import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { create } from "fontkit"
import subsetFont from "subset-font"
import { din91379 } from "../../server/kernel/din-91379.ts"
import { digest } from "./fingerprint.ts"

export type FontFile = {
  name: string
  content: Buffer
  family: string
  weight: number
  italic: boolean
  preload: boolean
  /** The CSS descriptor; null for the font that every page needs. */
  range: string | null
}

type Cut = { file: string; weight: number; italic?: boolean }
type Family = {
  family: string
  folder: string[]
  cuts: Cut[]
  /**
   * Characters wanted. What the font lacks is left to the next family; what the one before has, is taken from there
   * all the same, but stands here with marks that only this one has: a browser takes both from one font.
   */
  wanted: string[]
  /** Needed at once by every page. Others are fetched by pages that have something of their range. */
  always?: boolean
}

const FIRA = ["@kern-ux", "native", "dist", "fonts", "fira-sans"]
const NOTO = ["@kern-ux", "native", "dist", "fonts", "noto-sans"]
const FIRA_CUTS = [
  { file: "FiraSans-Regular", weight: 400 },
  { file: "FiraSans-Italic", weight: 400, italic: true },
  { file: "FiraSans-SemiBold", weight: 600 },
]

/** Latin, its supplement and Extended-A, then punctuation, currency, arrows and a few signs. */
const TEXT = charactersOf(
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
)
/** Letters of names, marks for any of them, and the spaces and hyphens that keep a date or a name together. */
const NAMES = [
  ...[...din91379("bll").join("")],
  ...din91379("bnlreq"),
  ...charactersOf([0x300, 0x36f], [0x2002, 0x200a], [0x2010, 0x2012], [0x202f, 0x202f]),
]
/** Arrows, mathematics, boxes, ticks. */
const SIGNS = charactersOf(
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2460, 0x2473],
  [0x2500, 0x25ff],
  [0x2600, 0x26ff],
  [0x2701, 0x27bf],
)

/** Fira Sans puts it below the letter ("K̛"). */
const HORN = "\u031b"

/** In the order in which a page asks them for a character: `--ff-sans` in `_theme.scss` names them. */
const FAMILIES: Family[] = [
  { family: "Fach Sans", folder: FIRA, cuts: FIRA_CUTS, wanted: TEXT, always: true },
  { family: "Fach Sans Names", folder: FIRA, cuts: FIRA_CUTS, wanted: NAMES },
  {
    family: "Fach Noto",
    folder: NOTO,
    cuts: [
      { file: "NotoSans-Regular", weight: 400 },
      { file: "NotoSans-Bold", weight: 600 },
    ],
    wanted: NAMES,
  },
  {
    family: "Fach Signs",
    folder: ["@fontsource", "dejavu-sans", "files"],
    cuts: [{ file: "dejavu-sans-latin-400-normal", weight: 400 }],
    wanted: SIGNS,
  },
]

export async function subsetFonts(root: string): Promise<FontFile[]> {
  const fonts: FontFile[] = []
  for (const { family, folder, cuts, wanted, always = false } of FAMILIES) {
    // One after the other: the subsetter shares its memory.
    for (const { file, weight, italic = false } of cuts) {
      const packed = await readFile(join(root, "node_modules", ...folder, `${file}.woff2`))
      const has = coverageOf(packed)
      const texts = wanted.filter((text) =>
        [...text].every(
          (character) => has.has(character.codePointAt(0) ?? 0) && !(folder === FIRA && text === HORN),
        ),
      )
      const characters = [...new Set(texts.join(""))].join("")
      const content = await subsetCut(packed, characters)
      const name = `${family.toLowerCase().replaceAll(" ", "-")}-${weight}${italic ? "i" : ""}-${digest(content)}.woff2`
      const preload = always && !italic
      const range = always ? null : rangeOf(characters)
      fonts.push({ name, content, family, weight, italic, preload, range })
    }
  }
  return fonts
}

export function fontFaces(fonts: FontFile[]): string {
  return fonts
    .map(
      ({ name, family, weight, italic, range }) =>
        `@font-face{font-family:"${family}";src:url("${name}") format("woff2");font-weight:${weight};` +
        `font-style:${italic ? "italic" : "normal"};font-display:swap${range ? `;unicode-range:${range}` : ""}}`,
    )
    .join("")
}

function charactersOf(...ranges: [from: number, to: number][]): string[] {
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
    .map((point) => String.fromCodePoint(point))
}

function coverageOf(packed: Buffer): ReadonlySet<number> {
  const font = create(packed)
  if (!("characterSet" in font)) throw new Error("the font of the pages is a collection")
  return new Set(font.characterSet)
}

/** "U+41-5a,U+1e9e": a page that has something of it fetches the file, unless a family before has it. */
function rangeOf(characters: string): string {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last?.[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16)
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(",")
}

async function subsetCut(font: Buffer, characters: string): Promise<Buffer> {
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
