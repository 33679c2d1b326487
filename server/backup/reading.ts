import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { Readable } from "node:stream"
import { extract } from "tar-stream"
import { decrypted } from "./encryption.ts"
import { BackupFault } from "./fault.ts"
import { unseal } from "./sealing.ts"

export type Entry = { name: string; bytes: Buffer }

/** Takes down what is wrong and may go on; whoever must not go on throws it. */
export type Report = (fault: string) => void

/** No entry of ours is larger: a piece before it is packed, and room for what packing may add. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * The entries in their order, sums left out. What an entry holds is compared with its sum only when that comes, up to
 * some hundred entries later: nothing of it counts before the last one has been read.
 * Throws a `BackupFault` where nothing more can be read.
 */
export async function* readArchive(
  file: string,
  identityFile: string | null,
  report: Report,
): AsyncGenerator<Entry> {
  if (!existsSync(file)) throw new BackupFault(`Die Sicherung „${file}“ gibt es nicht.`)
  const source = await decrypted(file, identityFile)
  const seal = { isRight: false }
  const entries = extract()
  const plain = Readable.from(
    unseal(source, (isRight) => {
      seal.isRight = isRight
    }),
  )
  plain.on("error", (error) => entries.destroy(error))
  plain.pipe(entries)
  const sums = new Sums(report)
  let last = ""
  try {
    for await (const entry of entries) {
      const { name, size = 0 } = entry.header
      if (size > MOST_BYTES) throw new Error("an entry is too large")
      const bytes = await joined(entry)
      last = name
      if (sums.isTaking(name, bytes)) yield { name, bytes }
    }
  } catch (error) {
    throw unreadable(last, error)
  } finally {
    plain.destroy()
    source.destroy()
  }
  sums.end()
  if (!seal.isRight && sums.faults === 0)
    report(
      "Die Prüfsumme des Ganzen stimmt nicht: Beschädigt ist, was zwischen den Teilen steht, oder das Ende.",
    )
}

/** Node's own `buffer()` goes by way of a Blob, and takes twice the memory. */
async function joined(entry: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const unreadable = (last: string, error: unknown) =>
  error instanceof BackupFault
    ? error
    : new BackupFault(
        last === ""
          ? "Die Datei ist keine Sicherung von Fachforum, oder ihr Anfang ist beschädigt."
          : `Nach ${last} ist die Sicherung nicht mehr lesbar: Sie ist dort beschädigt oder bricht ab.`,
        { cause: error },
      )

/** Compares the entries with the sums that follow them. */
class Sums {
  readonly #report: Report
  #awaited = new Map<string, string>()
  faults = 0

  constructor(report: Report) {
    this.#report = report
  }

  /** False for sums, which are nobody else's affair. */
  isTaking(name: string, bytes: Buffer): boolean {
    if (name.startsWith("sums/")) {
      this.#compare(bytes.toString("utf8"))
      return false
    }
    this.#awaited.set(name, createHash("sha256").update(bytes).digest("hex"))
    return true
  }

  end(): void {
    for (const name of this.#awaited.keys()) this.#tell(`${name} hat keine Prüfsumme.`)
  }

  #compare(text: string): void {
    for (const line of text.split("\n").filter(Boolean)) {
      const [sum, name = ""] = line.split("  ")
      const found = this.#awaited.get(name)
      if (found === undefined)
        this.#tell(`${name || "Ein Teil"} fehlt, oder die Liste der Prüfsummen ist beschädigt.`)
      else if (found !== sum) this.#tell(`${name} ist beschädigt.`)
      this.#awaited.delete(name)
    }
    this.end()
    this.#awaited = new Map()
  }

  #tell(fault: string): void {
    this.faults += 1
    this.#report(fault)
  }
}
