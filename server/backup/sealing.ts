import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import { type Pack, pack } from "tar-stream"

/** Nobody's, and always the same, so that equal content is equal bytes. */
export const headerOf = (name: string) => ({ name, mode: 0o600, mtime: new Date(0) })

/** What closes a tar file: two empty blocks. */
const END_BYTES = 1024
/** The last entry, a block of header and one of content, and the end behind it. */
const SEAL_BYTES = 2 * 512 + END_BYTES

/** Puts the sum of everything before it at the end, instead of the plain end of a tar file. */
export async function* seal(packed: Pack): AsyncGenerator<Buffer> {
  const hash = createHash("sha256")
  for await (const chunk of holdingBack(packed, END_BYTES, () => undefined)) {
    hash.update(chunk)
    yield chunk
  }
  yield await sealOf(hash.digest("hex"))
}

/**
 * Everything but the seal. A byte that is changed anywhere, in headers and filling as well, changes the seal.
 * @param tell is told at the end whether the seal is right
 */
export async function* unseal(
  source: AsyncIterable<Buffer>,
  tell: (isRight: boolean) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256")
  const end: { bytes: Buffer } = { bytes: Buffer.alloc(0) }
  const found = (bytes: Buffer) => {
    end.bytes = bytes
  }
  for await (const chunk of holdingBack(source, SEAL_BYTES, found)) {
    hash.update(chunk)
    yield chunk
  }
  tell(end.bytes.equals(await sealOf(hash.digest("hex"))))
}

/** A tar reader takes it for one more entry. */
async function sealOf(sum: string): Promise<Buffer> {
  const packed = pack()
  packed.entry(headerOf("SHA256"), `${sum}\n`)
  packed.finalize()
  return buffer(packed)
}

/** All but the last bytes, which are given to `rest` at the end. */
async function* holdingBack(
  source: AsyncIterable<Buffer>,
  count: number,
  rest: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    if (chunk.length >= count) {
      if (held.length > 0) yield held
      if (chunk.length > count) yield chunk.subarray(0, -count)
      held = Buffer.from(chunk.subarray(-count))
    } else {
      const both = Buffer.concat([held, chunk])
      if (both.length > count) yield both.subarray(0, -count)
      held = Buffer.from(both.subarray(-count))
    }
  }
  rest(held)
}
