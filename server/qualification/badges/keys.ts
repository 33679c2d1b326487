import { readFile, rename, writeFile } from "node:fs/promises"
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose"
import type { Config } from "../../kernel/config.ts"
import { ConfigFault } from "../../kernel/config.ts"
import { offersVerification } from "../certificates/verification.ts"

const ALGORITHM = "RS256"

/** The key that signs, and all public ones: badges signed with an earlier key stay valid. */
export type BadgeKeys = {
  kid: string
  signing: Awaited<ReturnType<typeof importJWK>>
  published: PublicKey[]
}
export type PublicKey = { kid: string; kty: "RSA"; alg: "RS256"; use: "sig"; n: string; e: string }

/** Badges need an address that everybody reaches, and keys that lie beside the database. */
export const offersBadges = (config: Config): boolean =>
  offersVerification(config) && config.badgeKeyFile !== null

/** Null where badges are off. Throws a sentence for the operator where the file is not one of ours. */
export async function openBadgeKeys(config: Config): Promise<BadgeKeys | null> {
  if (!offersBadges(config) || config.badgeKeyFile === null) return null
  const [active, ...former] = await readKeys(config.badgeKeyFile)
  if (!active?.d) throw unusable(config.badgeKeyFile)
  const published = [active, ...former].map((key) => publicOf(key))
  const [first] = published
  if (!first) throw unusable(config.badgeKeyFile)
  return { kid: first.kid, signing: await importJWK(active, ALGORITHM), published }
}

/** Makes the file, or puts a new key before the present ones, of which only the public part is kept. */
export async function rotateBadgeKey(file: string): Promise<{ kid: string; former: number }> {
  const former = await readKeys(file).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 3072, extractable: true })
  const made = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(made)
  const keys = [{ ...made, kid, alg: ALGORITHM, use: "sig" }, ...former.map(publicOf)]
  // Written aside first: half a file would be the loss of a key.
  await writeFile(`${file}.new`, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return { kid, former: former.length }
}

async function readKeys(file: string): Promise<JWK[]> {
  const text = await readFile(file, "utf8")
  try {
    const { keys }: { keys: JWK[] } = JSON.parse(text)
    if (!Array.isArray(keys)) throw unusable(file)
    keys.forEach(publicOf)
    return keys
  } catch {
    throw unusable(file)
  }
}

function publicOf({ kid, kty, n, e }: JWK): PublicKey {
  if (kty !== "RSA" || !kid || !n || !e) throw new Error("no RSA key")
  return { kid, kty: "RSA", alg: ALGORITHM, use: "sig", n, e }
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT"

const unusable = (file: string) =>
  new ConfigFault([
    `BADGE_KEY_FILE: „${file}“ enthält keine Schlüssel für Open Badges. Legen Sie die Datei mit npm run cli -- badge-key an.`,
  ])
