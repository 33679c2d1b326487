import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate"
import { type FileStore, openStored } from "../../kernel/file-store.ts"
import { now } from "../../kernel/time.ts"

type TextEntry = { path: string; text: string }
type StoredEntry = { path: string; key: string }

/**
 * The bytes of a ZIP, piece by piece as they are wanted: first the texts, then what lies in the file store, which is
 * small already. A file that is not there any more is left out.
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
  for (const { path, text } of texts) {
    const part = new ZipDeflate(path)
    begin(zip, part)
    part.push(strToU8(text), true)
    yield* made.splice(0)
  }
  for (const { path, key } of stored) {
    const bytes = await openStored(files, key)
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
  zip.end()
  yield* made.splice(0)
}

function begin(zip: Zip, part: ZipDeflate | ZipPassThrough): void {
  part.mtime = now()
  zip.add(part)
}
