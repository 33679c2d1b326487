import { createReadStream } from "node:fs"
import { open, readFile } from "node:fs/promises"
import { Readable } from "node:stream"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { Decrypter, Encrypter } from "age-encryption"
import { BackupFault } from "./fault.ts"

/** How a file begins that age has encrypted. */
const MARK = "age-encryption.org/v1\n"

/** @param recipients `age1…`, each of which can open it; none: it stays as it is */
export async function encrypted(plain: AsyncIterable<Buffer>, recipients: string[]): Promise<Readable> {
  const source = Readable.from(plain, { objectMode: false })
  if (recipients.length === 0) return source
  return fromWeb(await encrypterFor(recipients).encrypt(toWeb(source)))
}

/** Throws a sentence that names the first recipient that is none. */
export function encrypterFor(recipients: string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new BackupFault(
        `„${recipient}“ ist kein Empfänger: Erwartet wird ein öffentlicher Schlüssel von age (age1…).`,
      )
    }
  }
  return encrypter
}

async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MARK.length), 0, MARK.length, 0)
    return buffer.toString("latin1", 0, bytesRead) === MARK
  } finally {
    await handle.close()
  }
}

/** @param identityFile with the secret keys, as `age-keygen` writes them; null where there is none */
export async function decrypted(file: string, identityFile: string | null): Promise<Readable> {
  if (!(await isEncrypted(file))) return createReadStream(file, { highWaterMark: READ_BYTES })
  if (identityFile === null)
    throw new BackupFault(
      "Die Sicherung ist verschlüsselt: Bitte geben Sie mit --identity oder BACKUP_IDENTITY_FILE die Datei mit dem geheimen Schlüssel von age an.",
    )
  const decrypter = await decrypterOf(identityFile)
  const source = createReadStream(file, { highWaterMark: READ_BYTES })
  try {
    return fromWeb(await decrypter.decrypt(toWeb(source)))
  } catch (error) {
    source.destroy()
    throw explained(error)
  }
}

const READ_BYTES = 64 * 1024

async function decrypterOf(identityFile: string): Promise<Decrypter> {
  const text = await readFile(identityFile, "utf8").catch(() => {
    throw new BackupFault(
      `Die Datei „${identityFile}“ mit dem geheimen Schlüssel ist nicht da oder nicht lesbar.`,
    )
  })
  const identities = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"))
  const decrypter = new Decrypter()
  try {
    if (identities.length === 0) throw new Error("no identity")
    for (const identity of identities) decrypter.addIdentity(identity.trim())
  } catch {
    // The line may be a key, so it is not repeated.
    throw new BackupFault(
      `„${identityFile}“ enthält keinen geheimen Schlüssel von age: Erwartet werden Zeilen, die mit AGE-SECRET-KEY- beginnen.`,
    )
  }
  return decrypter
}

/** Of what the library throws while it reads the head; a wrong key is the one that people can do something about. */
function explained(error: unknown): BackupFault {
  const isForeign = error instanceof Error && error.message.includes("no identity matched")
  return new BackupFault(
    isForeign
      ? "Mit diesem Schlüssel lässt sich die Sicherung nicht öffnen: Sie ist für einen anderen verschlüsselt."
      : "Der Kopf der verschlüsselten Sicherung ist beschädigt.",
    { cause: error },
  )
}

// Node's streams of the web are those that the library was compiled against, under another name.
const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>
const fromWeb = (stream: ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as unknown as NodeStream<Uint8Array>)
