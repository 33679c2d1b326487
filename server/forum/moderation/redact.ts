import { BLACK, findOccurrences, type Occurrence } from "./forms.ts"
import type { Piece } from "./markup.ts"
import { type Format, type Reading, readAs } from "./reading.ts"
import type { Sought } from "./sought.ts"

/** What is to go: the words that were given, and which of their forms. */
export type Redaction = { sought: Sought[]; isChosen: (occurrence: Occurrence) => boolean }

/**
 * A text with the chosen forms blacked out, and how many there were. Everything else stays as it was typed: mark-up
 * that goes on outside of a word stays, and so do line breaks and the addresses of links, but for the words in them.
 */
export function blackOut(
  source: string,
  format: Format,
  redaction: Redaction,
): { text: string; places: number } {
  const addresses = format === "markdown" ? addressesOf(source) : []
  const inAddresses = addresses.flatMap(([from, to]) =>
    placesIn(readAs("address", source, from, to), redaction),
  )
  const reachable = blackenPlaces(source, [], inAddresses)
  const reading = readAs(format, reachable, 0)
  const inText = placesIn(reading, redaction)
  return {
    text: blackenPlaces(reachable, reading.pieces, inText),
    places: inAddresses.length + inText.length,
  }
}

/** Everything that stands there in one of its forms, with the addresses of links. */
export function occurrencesIn(source: string, format: Format, sought: Sought[]): Occurrence[] {
  const addresses = format === "markdown" ? addressesOf(source) : []
  const readings = [
    readAs(format, source),
    ...addresses.map(([from, to]) => readAs("address", source, from, to)),
  ]
  return readings.flatMap((reading) => findOccurrences(reading, sought))
}

/** Files of our own are named by numbers that mean nobody. */
const OWN_FILE = /^\/anhaenge\/[0-9a-f-]{36}$/

function addressesOf(source: string): [number, number][] {
  return readAs("markdown", source).pieces.flatMap(({ kind, isLink, start, end }): [number, number][] => {
    const isAddress = kind === "close" && isLink && !OWN_FILE.test(source.slice(start + 2, end - 1))
    return isAddress ? [[start + 2, end - 1]] : []
  })
}

type Place = { start: number; end: number }

function placesIn(reading: Reading, { sought, isChosen }: Redaction): Place[] {
  return findOccurrences(reading, sought, isChosen).map(({ start, end }) => ({
    start: reading.starts[start] ?? 0,
    end: reading.ends[end - 1] ?? 0,
  }))
}

function blackenPlaces(source: string, pieces: Piece[], places: Place[]): string {
  let text = ""
  let at = 0
  for (const { start, end } of places) {
    const inside = pieces.filter((piece) => piece.start >= start && piece.end <= end)
    text += source.slice(at, start) + blackFor(source, start, end, inside)
    at = end
  }
  return text + source.slice(at)
}

/** One black mark in each line that the word is broken over, with the mark-up that goes on outside of it. */
function blackFor(source: string, start: number, end: number, pieces: Piece[]): string {
  let text = ""
  let at = start
  for (const piece of pieces.filter(({ kind }) => kind === "break")) {
    text += blackLine(source, at, piece.start, pieces) + source.slice(piece.start, piece.end)
    at = piece.end
  }
  return text + blackLine(source, at, end, pieces)
}

function blackLine(source: string, start: number, end: number, pieces: Piece[]): string {
  const own = pieces.filter((piece) => piece.start >= start && piece.end <= end)
  const stays = own.filter(
    ({ isLink, partner }) => isLink || !pieces.some((other) => other.start === partner),
  )
  const written = (kind: Piece["kind"]) =>
    stays
      .filter((piece) => piece.kind === kind)
      .map((piece) => source.slice(piece.start, piece.end))
      .join("")
  const line = source.slice(start, end)
  if (own.length === 0 && line.trim() === "") return line
  const spaces = line.slice(line.trimEnd().length)
  return written("open") + BLACK + written("close") + spaces
}
