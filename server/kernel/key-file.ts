import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** Keys for texts that not even a copy of the database may give away. The first one encrypts, every one decrypts. */
export type Keys = { first: Key; all: ReadonlyMap<string, Key> }
type Key = { id: string; secret: Buffer }
export type Sealed = { keyId: string; sealed: string }

const BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const LINE = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9+/]{43}=)$/

/** The keys of a file with one line `name:base64` per key, and what is wrong with it: sentences that repeat no key. */
export function readKeyFile(file: string, variable: string): { keys: Keys | null; faults: string[] } {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch {
    return { keys: null, faults: [`${variable}: Die Datei „${file}“ ist nicht da oder nicht lesbar.`] }
  }
  const faults: string[] = []
  const all = new Map<string, Key>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue
    const [, id, encoded] = LINE.exec(line.trim()) ?? []
    const secret = Buffer.from(encoded ?? "", "base64")
    const where = `${variable}: Zeile ${index + 1} von „${file}“`
    if (!id || secret.length !== BYTES)
      faults.push(`${where} ist kein Schlüssel: Erwartet wird name:Schlüssel, 32 Bytes in Base64.`)
    else if (all.has(id)) faults.push(`${where} wiederholt den Namen „${id}“.`)
    else if ([...all.values()].some((one) => one.secret.equals(secret)))
      faults.push(`${where} wiederholt einen Schlüssel unter anderem Namen.`)
    else all.set(id, { id, secret })
  }
  const [first] = all.values()
  if (!first && faults.length === 0) faults.push(`${variable}: In „${file}“ steht kein Schlüssel.`)
  return { keys: first && faults.length === 0 ? { first, all } : null, faults }
}

/** Tells whether two keys are the same, and nothing else about them: keys are random. */
export const fingerprintOf = ({ secret }: Key): string =>
  createHash("sha256").update("fachforum key\n").update(secret).digest("hex").slice(0, 16)

type Places = { databaseUrl: string | null; dataDir: string }

export const openJournalKeys = (config: Places & { journalKeyFile: string | null }): Keys | null =>
  openKeysOf(config, config.journalKeyFile, "JOURNAL_KEY_FILE", "journal.key")

export const openProviderKeys = (config: Places & { providerKeyFile: string | null }): Keys | null =>
  openKeysOf(config, config.providerKeyFile, "PROVIDER_KEY_FILE", "provider.key")

/** None where an installation that is no trial names no file. */
function openKeysOf(
  { databaseUrl, dataDir }: Places,
  file: string | null,
  variable: string,
  trialName: string,
): Keys | null {
  if (file) return readKeyFile(file, variable).keys
  return databaseUrl === null ? openTrialKeys(dataDir, trialName) : null
}

/** The keys of a file that the start has read without a fault; without one, those of a trial. */
export function openKeys(keyFile: string | null, dataDir: string, trialName: string): Keys {
  if (keyFile === null) return openTrialKeys(dataDir, trialName)
  const { keys, faults } = readKeyFile(keyFile, keyFile)
  if (!keys) throw new Error(faults.join(" "))
  return keys
}

/** The keys of a trial, made at its first start and readable for nobody else on the machine. */
function openTrialKeys(dataDir: string, name: string): Keys {
  const file = join(dataDir, name)
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, `trial:${randomBytes(BYTES).toString("base64")}\n`, { mode: 0o600, flag: "wx" })
  } catch (error) {
    if (!isThere(error)) throw error
  }
  const { keys, faults } = readKeyFile(file, name)
  if (!keys) throw new Error(faults.join(" "))
  return keys
}

const isThere = (error: unknown) => error instanceof Error && "code" in error && error.code === "EEXIST"

/** @param bound where the text belongs; moved anywhere else it can no longer be opened */
export function seal(keys: Keys, bound: readonly string[], text: string): Sealed {
  const { id, secret } = keys.first
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", secret, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(bound, id))
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return { keyId: id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64") }
}

/** Nothing where the key is gone, or where what is stored is not what was sealed for this place. */
export function unseal(keys: Keys, bound: readonly string[], { keyId, sealed }: Sealed): string | null {
  const key = keys.all.get(keyId)
  const bytes = Buffer.from(sealed, "base64")
  if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const options = { authTagLength: TAG_BYTES }
  const decipher = createDecipheriv("aes-256-gcm", key.secret, bytes.subarray(0, NONCE_BYTES), options)
  decipher.setAAD(boundTo(bound, keyId))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([body, decipher.final()]).toString("utf8")
  } catch {
    return null
  }
}

const boundTo = (bound: readonly string[], keyId: string) =>
  Buffer.from(JSON.stringify([...bound, keyId]), "utf8")
