import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate"
import { isHeld } from "../../kernel/file-checks.ts"
import { type FileStore, openStored } from "../../kernel/file-store.ts"
import { now } from "../../kernel/time.ts"

type TextEntry = { path: string; text: string }
type StoredEntry = { path: string; key: string }

/**
 * The bytes of a ZIP, piece by piece as they are wanted: first the texts, then what lies in the file store, which is
 * small already. A file that is not there any more is left out; one that the virus scanner holds is named instead.
 */
export async function* zipped(
  texts: TextEntry[],
  stored: StoredEntry[],
  files: FileStore,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault
    made.push(bytes)
  })
  for (const entry of texts) {
    addText(zip, entry)
    yield* made.splice(0)
  }
  const held: string[] = []
  for (const { path, key } of stored) {
    const bytes = await openStored(files, key).catch((error: unknown) => {
      if (!isHeld(error)) throw error
      held.push(path)
      return null
    })
    if (!bytes) continue
    const part = new ZipPassThrough(path)
    begin(zip, part)
    for await (const piece of bytes) {
      part.push(piece)
      yield* made.splice(0)
    }
    part.push(new Uint8Array(0), true)
    yield* made.splice(0)
  }
  if (held.length > 0) addText(zip, { path: "nicht-enthalten.txt", text: [HELD, ...held].join("\n") })
  zip.end()
  yield* made.splice(0)
}

const HELD =
  "Diese Dateien sind noch nicht auf Viren geprüft oder gesperrt. / These files are not checked for viruses yet, or are locked."

function addText(zip: Zip, { path, text }: TextEntry): void {
  const part = new ZipDeflate(path)
  begin(zip, part)
  part.push(strToU8(text), true)
}

function begin(zip: Zip, part: ZipDeflate | ZipPassThrough): void {
  part.mtime = now()
  zip.add(part)
}
