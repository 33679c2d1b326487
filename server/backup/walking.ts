import { gunzipSync } from "node:zlib"
import { linesIn } from "./copying.ts"
import { BackupFault } from "./fault.ts"
import {
  CONTENTS,
  type Contents,
  isPacked,
  MANIFEST,
  type Manifest,
  nameOf,
  pieceOf,
  readContents,
  readManifest,
  type Series,
  sameSeries,
} from "./format.ts"
import { type Entry, type Report, readArchive } from "./reading.ts"

const MOST_UNPACKED = 256 * 1024 * 1024

/** Where a series goes to, piece by piece. */
export type Sink = { write(bytes: Buffer): Promise<void>; end(): Promise<void> }

export type Walk = {
  file: string
  identityFile: string | null
  report: Report
  /** Is called with the manifest before anything else. */
  begin?: (manifest: Manifest) => Promise<void>
  open: (series: Series) => Sink
  /** Is told how much was read, before it was packed. */
  progress?: (bytes: number) => void
}

export type Walked = { manifest: Manifest; contents: Contents }

/** Reads a whole archive and holds it against what it says of itself. */
export async function walkArchive(walk: Walk): Promise<Walked> {
  const entries = readArchive(walk.file, walk.identityFile, walk.report)
  try {
    const first = await entries.next()
    if (first.done || first.value.name !== MANIFEST)
      throw new BackupFault("Die Datei ist keine Sicherung von Fachforum, oder ihr Anfang ist beschädigt.")
    const manifest = readManifest(first.value.bytes)
    await walk.begin?.(manifest)
    return await walkOn(walk, manifest, entries)
  } finally {
    await entries.return(undefined)
  }
}

async function walkOn(walk: Walk, manifest: Manifest, entries: AsyncIterable<Entry>): Promise<Walked> {
  const counted = new Counted(walk)
  let contents: Contents | null = null
  for await (const entry of entries) {
    if (contents) walk.report(`${entry.name} steht hinter dem Ende.`)
    else if (entry.name === CONTENTS) contents = readContents(entry.bytes)
    else await counted.take(entry)
  }
  await counted.end()
  if (!contents) throw new BackupFault("Die Sicherung bricht ab: Ihr Inhaltsverzeichnis fehlt.")
  counted.compare(manifest, contents)
  return { manifest, contents }
}

/** Hands on each piece, and counts. */
class Counted {
  readonly #walk: Walk
  readonly #tables = new Map<string, number>()
  /** Tables whose rows cannot be counted. */
  readonly #broken = new Set<string>()
  #jobs = 0
  #files = 0
  #current: { series: Series; number: number; sink: Sink } | null = null

  constructor(walk: Walk) {
    this.#walk = walk
  }

  async take(entry: Entry): Promise<void> {
    const { name, bytes } = entry
    const piece = pieceOf(name)
    if (!piece) return this.#walk.report(`${name} gehört nicht in eine Sicherung.`)
    const { series, number } = piece
    const expected = this.#goesOn(series) ? (this.#current?.number ?? 0) + 1 : 1
    if (number !== expected) this.#walk.report(`${nameOf(series)}: Teil ${expected} fehlt.`)
    const plain = isPacked(series) ? this.#unpacked(entry, series) : bytes
    await (await this.#sinkOf(series, number)).write(plain)
    this.#count(series, number, plain)
    this.#walk.progress?.(plain.length)
  }

  async end(): Promise<void> {
    await this.#current?.sink.end()
    this.#current = null
  }

  compare({ tables }: Manifest, contents: Contents): void {
    const { report } = this.#walk
    for (const { name } of tables) {
      const [found, noted] = [this.#tables.get(name), contents.tables[name]]
      if (found !== noted && !this.#broken.has(name))
        report(`Tabelle ${name} hat ${found ?? "keine"} statt ${noted ?? "keine"} Zeilen.`)
    }
    const foreign = [...this.#tables.keys()].filter((name) => !tables.some((table) => table.name === name))
    if (foreign.length > 0) report(`${foreign.join(", ")}: Davon weiß das Verzeichnis am Anfang nichts.`)
    if (this.#jobs !== contents.jobs) report(`Es sind ${this.#jobs} statt ${contents.jobs} Aufträge.`)
    if (this.#files !== contents.files) report(`Es sind ${this.#files} statt ${contents.files} Dateien.`)
  }

  #goesOn(series: Series): boolean {
    return this.#current !== null && sameSeries(this.#current.series, series)
  }

  async #sinkOf(series: Series, number: number): Promise<Sink> {
    if (!this.#goesOn(series)) await this.end()
    const sink = this.#current?.sink ?? this.#walk.open(series)
    this.#current = { series, number, sink }
    return sink
  }

  #unpacked({ name, bytes }: Entry, series: Series): Buffer {
    try {
      return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED })
    } catch {
      this.#walk.report(`${name} lässt sich nicht entpacken.`)
      this.#broken.add(series.name)
      return Buffer.alloc(0)
    }
  }

  #count({ kind, name }: Series, number: number, plain: Buffer): void {
    if (kind === "files") this.#files += number === 1 ? 1 : 0
    else if (kind === "jobs") this.#jobs += linesIn(plain)
    else this.#tables.set(name, (this.#tables.get(name) ?? 0) + linesIn(plain))
  }
}
