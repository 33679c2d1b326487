import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { create } from "fontkit"
import subsetFont from "subset-font"

/** Fira Sans, SIL Open Font License 1.1: embedding in a document leaves the font as it is, so it keeps its name. */
const folder = join(
  import.meta.dirname,
  "..",
  "..",
  "node_modules",
  "@kern-ux",
  "native",
  "dist",
  "fonts",
  "fira-sans",
)

export type PdfFonts = { regular: Buffer; bold: Buffer; covers: ReadonlySet<number> }

let loaded: Promise<PdfFonts> | null = null

/** Read once per process: Latin with all its marks, Greek and Cyrillic. */
export function pdfFonts(): Promise<PdfFonts> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PdfFonts> {
  // One after the other: the subsetter shares its memory.
  const regular = await unpack("FiraSans-Regular")
  const bold = await unpack("FiraSans-SemiBold")
  return { regular: regular.content, bold: bold.content, covers: regular.covers }
}

/** As TrueType: a subset of a packed WOFF2, which every document makes, comes out broken. */
async function unpack(name: string): Promise<{ content: Buffer; covers: ReadonlySet<number> }> {
  const packed = await readFile(join(folder, `${name}.woff2`))
  const font = create(packed)
  if (!("characterSet" in font)) throw new Error("the font of the documents is a collection")
  const characters = String.fromCodePoint(...font.characterSet)
  return {
    content: await subsetFont(packed, characters, { targetFormat: "sfnt" }),
    covers: new Set(font.characterSet),
  }
}

const MISSING = "▯"
/** Joiners, marks of direction and control characters: nothing that paper shows. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** The text as the font can show it; what it has no form for (an emoji) becomes one empty box. */
export function printable(text: string, covers: ReadonlySet<number>): string {
  const lines = text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n")
  return lines.map((line) => printableLine(line.replaceAll("\t", " "), covers)).join("\n")
}

function printableLine(line: string, covers: ReadonlySet<number>): string {
  let shown = ""
  for (const { segment } of new Intl.Segmenter("de").segment(line)) {
    const clean = segment.replace(INVISIBLE, "")
    const isCovered = [...clean].every((character) => covers.has(character.codePointAt(0) ?? 0))
    shown += isCovered ? clean : MISSING
  }
  return shown
}
