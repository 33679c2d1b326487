import { readFile } from "node:fs/promises"
import { join } from "node:path"

/**
 * What documents are set in. Each character comes from the first font that has it:
 *
 * - Fira Sans, SIL Open Font License 1.1: the forum's own;
 * - Noto Sans, SIL Open Font License 1.1: the letters of DIN 91379 that Fira Sans lacks, narrow and fixed spaces;
 * - DejaVu Sans, Bitstream Vera licence: ticks, boxes, arrows, signs of mathematics.
 *
 * Embedding in a document leaves a font as it is, so each keeps its name.
 */
const packages = join(import.meta.dirname, "..", "..", "node_modules")
const kern = join(packages, "@kern-ux", "native", "dist", "fonts")
const dejavu = join(packages, "@fontsource", "dejavu-sans", "files")
const FILES = [
  {
    regular: join(kern, "fira-sans", "FiraSans-Regular.woff2"),
    bold: join(kern, "fira-sans", "FiraSans-SemiBold.woff2"),
  },
  {
    regular: join(kern, "noto-sans", "NotoSans-Regular.woff2"),
    bold: join(kern, "noto-sans", "NotoSans-Bold.woff2"),
  },
  {
    regular: join(dejavu, "dejavu-sans-latin-400-normal.woff2"),
    bold: join(dejavu, "dejavu-sans-latin-700-normal.woff2"),
  },
]

export const STYLES = ["regular", "bold"] as const
export type Style = (typeof STYLES)[number]
export type PdfFont = { content: Buffer; covers: ReadonlySet<number> }
/** Of every style the font to take first, then those that stand in for it. */
export type PdfFonts = Record<Style, PdfFont[]>

const unpacked: Promise<Record<Style, PdfFont>>[] = []

/** As many fonts as these texts need, each read once per process: most documents need the first one only. */
export async function pdfFonts(texts: Iterable<string>): Promise<PdfFonts> {
  const all = [...new Set(texts)].join(" ").replace(INVISIBLE, "")
  const fonts: PdfFonts = { regular: [], bold: [] }
  for (const [place, files] of FILES.entries()) {
    unpacked[place] ??= unpackBoth(files, unpacked[place - 1])
    const both = await unpacked[place]
    for (const style of STYLES) fonts[style].push(both[style])
    if (STYLES.every((style) => runsOf(all, fonts[style]).every(({ font }) => font >= 0))) break
  }
  return fonts
}

/** One after the other: the subsetter shares its memory. */
async function unpackBoth(
  files: Record<Style, string>,
  before: Promise<unknown> | undefined,
): Promise<Record<Style, PdfFont>> {
  await before
  const regular = await unpack(files.regular)
  return { regular, bold: await unpack(files.bold) }
}

/** As TrueType: a subset of a packed WOFF2, which every document makes, comes out broken. */
async function unpack(file: string): Promise<PdfFont> {
  // Read when the first document is wanted, as pdfkit is.
  const { create } = await import("fontkit")
  const { default: subsetFont } = await import("subset-font")
  const packed = await readFile(file)
  const font = create(packed)
  if (!("characterSet" in font)) throw new Error("the font of the documents is a collection")
  const characters = String.fromCodePoint(...font.characterSet)
  return {
    content: await subsetFont(packed, characters, { targetFormat: "sfnt" }),
    covers: new Set(font.characterSet.filter((point) => !MISPLACED.has(point) || !file.includes("FiraSans"))),
  }
}

/** A piece of text, and the place in the order of the fonts of the one that has all of it; -1 for none. */
export type Run = { text: string; font: number }

/** Letters stay with their marks: a mark from another font would not stand where it belongs. */
export function runsOf(text: string, fonts: readonly PdfFont[]): Run[] {
  const runs: Run[] = []
  for (const cluster of clustersOf(text)) {
    const font = fonts.findIndex(({ covers }) =>
      [...cluster].every((character) => covers.has(character.codePointAt(0) ?? 0)),
    )
    const last = runs.at(-1)
    if (last?.font === font) last.text += cluster
    else runs.push({ text: cluster, font })
  }
  return runs
}

const segmenter = new Intl.Segmenter("de")
const PLAIN = /^[\x20-\x7e]*$/

function clustersOf(text: string): string[] {
  if (PLAIN.test(text)) return text === "" ? [] : [text]
  const clusters: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    // A double mark, as in "K͟H", belongs to the letter after it as well.
    const isOpen = /[\u035c-\u0362]$/.test(clusters.at(-1) ?? "")
    if (isOpen) clusters.push(`${clusters.pop()}${segment}`)
    else clusters.push(segment)
  }
  return clusters
}

/**
 * Marks that Fira Sans puts in the wrong place where they are not built into a letter: the horn of "K̛" below it, the ogonek
 * of "C̨̆" under the letter before. Noto Sans knows better.
 */
const MISPLACED = new Set([0x31b, 0x328])

const MISSING = "▯"
/** Joiners, marks of direction and control characters: nothing that paper shows. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** The text as the fonts can show it; what none has a form for (an emoji) becomes one empty box. */
export function printable(text: string, fonts: PdfFonts): string {
  const lines = text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n")
  return lines.map((line) => printableLine(line.replaceAll("\t", " "), fonts)).join("\n")
}

function printableLine(line: string, fonts: PdfFonts): string {
  if (PLAIN.test(line)) return line
  return clustersOf(line)
    .map((cluster) => {
      const clean = cluster.replace(INVISIBLE, "")
      return STYLES.every((style) => runsOf(clean, fonts[style]).every(({ font }) => font >= 0))
        ? clean
        : MISSING
    })
    .join("")
}
