import { createHash, randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { type FileHandle, open, rename, rm } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { type Pack, pack } from "tar-stream"
import { syncFolder } from "../kernel/file-store.ts"
import { encrypted, encrypterFor } from "./encryption.ts"
import { BackupFault } from "./fault.ts"
import { isPacked, pieceName, type Series } from "./format.ts"
import { headerOf, seal } from "./sealing.ts"

const compress = promisify(gzip)

/** Adds an entry, and waits until it is on its way to the disk. */
type Add = (name: string, bytes: Buffer) => Promise<void>

export type Writing = {
  add: Add
  /** Adds a series in pieces, an empty one as well. */
  addSeries(series: Series, source: AsyncIterable<Buffer>): Promise<void>
}

/**
 * Writes an archive under another name first. What stands under its own is whole and on the disk, also after a power
 * failure; where it cannot be finished, nothing is left.
 */
export async function writeArchive<T>(
  file: string,
  recipients: string[],
  fill: (writing: Writing) => Promise<T>,
): Promise<T> {
  refuseExisting(file)
  encrypterFor(recipients)
  const draft = `${file}.${randomUUID()}.part`
  const target = await openDraft(draft, file)
  try {
    const filled = await pour(target, recipients, fill)
    await target.sync()
    await target.close()
    refuseExisting(file)
    await rename(draft, file)
    await syncFolder(dirname(resolve(file)))
    return filled
  } catch (error) {
    await target.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw explained(error, file)
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new BackupFault(`„${file}“ gibt es schon. Eine Sicherung überschreibt nichts.`)
}

const openDraft = (draft: string, file: string) =>
  open(draft, "wx", 0o600).catch((error: unknown) => {
    throw explained(error, file)
  })

const TROUBLES: Record<string, string> = {
  EACCES: "der Zugriff wird verweigert",
  EROFS: "das Dateisystem ist schreibgeschützt",
  ENOENT: "den Ordner gibt es nicht",
  ENOSPC: "der Speicherplatz ist erschöpft",
  EDQUOT: "das Speicherkontingent ist erschöpft",
  EFBIG: "die Datei wird für das Dateisystem zu groß",
}

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const trouble = TROUBLES[code]
  return trouble
    ? new BackupFault(`„${file}“ kann nicht geschrieben werden: ${trouble}.`, { cause: error })
    : error
}

async function pour<T>(
  target: FileHandle,
  recipients: string[],
  fill: (writing: Writing) => Promise<T>,
): Promise<T> {
  const packed = pack()
  const written = target.writeFile(await encrypted(seal(packed), recipients))
  // An entry that waits for its turn ends with it. No entry is raced against this promise, which would hold on to all.
  const giveUp = (error?: Error) => void packed.destroy(error)
  written.then(() => giveUp(), giveUp)
  const summed = new Summed((name, bytes) => addEntry(packed, name, bytes))
  try {
    const filled = await fill(summed)
    await summed.end()
    packed.finalize()
    await written
    return filled
  } catch (error) {
    packed.destroy()
    const reason = await written.then(
      () => null,
      (reason: unknown) => reason,
    )
    throw error instanceof EntryFault ? (reason ?? error) : error
  }
}

/** An entry was not taken, because the writing has ended, which knows why. */
class EntryFault extends Error {}

const addEntry = (packed: Pack, name: string, bytes: Buffer) =>
  new Promise<void>((resolve, reject) => {
    packed.entry(headerOf(name), bytes, (error) => (error ? reject(error) : resolve()))
  }).catch((cause: unknown) => {
    throw new EntryFault("the archive was closed before it was finished", { cause })
  })

/** So many entries are summed at a time: who reads keeps no more than these in mind. */
const SUMMED = 500
/** Before it is packed. */
const PIECE_BYTES = 1024 * 1024

/** Puts the sums of what was added in between, as `sha256sum` writes them: they tell which part is damaged. */
class Summed implements Writing {
  readonly #add: Add
  #lines: string[] = []
  #number = 0

  constructor(add: Add) {
    this.#add = add
  }

  add = async (name: string, bytes: Buffer): Promise<void> => {
    await this.#add(name, bytes)
    this.#lines.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`)
    if (this.#lines.length === SUMMED) await this.end()
  }

  addSeries = async (series: Series, source: AsyncIterable<Buffer>): Promise<void> => {
    let number = 0
    for await (const piece of inPieces(source)) {
      number += 1
      await this.add(pieceName(series, number), isPacked(series) ? await compress(piece) : piece)
    }
  }

  async end(): Promise<void> {
    if (this.#lines.length === 0) return
    this.#number += 1
    const lines = this.#lines
    this.#lines = []
    await this.#add(`sums/${this.#number}`, Buffer.from(lines.join(""), "utf8"))
  }
}

async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  let isAny = false
  for await (const chunk of source) {
    held.push(chunk)
    size += chunk.length
    if (size < PIECE_BYTES) continue
    yield Buffer.concat(held)
    isAny = true
    held = []
    size = 0
  }
  if (size > 0 || !isAny) yield Buffer.concat(held)
}
