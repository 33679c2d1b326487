import { lockName, type Reader, type Tx } from "./database.ts"
import { fileRefusal } from "./file-refusals.ts"

/** What a person keeps in files, in bytes. Each module that keeps files has one; what is taken back counts until it is gone. */
export type KeptBytes = (reader: Reader, personId: string) => Promise<number>

export type FileQuota = {
  /**
   * Before the row of a new file is written, in its transaction: two uploads at once do not both take the last room.
   * Throws 413 `attachment.quota`.
   */
  admit(tx: Tx, personId: string, file: { name: string; bytes: Buffer }): Promise<void>
  /** Before work is done on a file: throws the same where no room is left at all. */
  admitAny(reader: Reader, personId: string, name: string): Promise<void>
}

export function openFileQuota(limit: number, kept: KeptBytes[]): FileQuota {
  async function sum(reader: Reader, personId: string): Promise<number> {
    let all = 0
    for (const bytesOf of kept) all += await bytesOf(reader, personId)
    return all
  }

  return {
    async admit(tx, personId, { name, bytes }) {
      await lockName(tx, `files:${personId}`)
      if ((await sum(tx, personId)) + bytes.length > limit) throw fileRefusal("quota", name)
    },
    async admitAny(reader, personId, name) {
      if ((await sum(reader, personId)) >= limit) throw fileRefusal("quota", name)
    },
  }
}
