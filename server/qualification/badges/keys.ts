import { readFile, rename, stat, writeFile } from "node:fs/promises"
import * as Multikey from "@digitalbazaar/ed25519-multikey"
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose"
import type { Config } from "../../kernel/config.ts"
import { ConfigFault } from "../../kernel/config.ts"
import { DAY, dayOf, now, SECOND, today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { offersVerification } from "../certificates/verification.ts"

/** JWTs are signed with this: the one algorithm that every verifier of Open Badges has to know. */
const ALGORITHM = "RS256"

/** The keys that sign, and all public ones: badges signed with an earlier key stay valid. */
export type BadgeKeys = {
  kid: string
  signing: Awaited<ReturnType<typeof importJWK>>
  published: PublicKey[]
  /** Of embedded proofs; null where the file is older than they are. */
  proving: JWK | null
  /** Every public key of embedded proofs, as multibase. */
  provable: string[]
}
/** `exp`: the second until which it signs. */
type StoredKey = JWK & { exp?: number }
type PublicKey = { kid: string; kty: "RSA"; alg: "RS256"; use: "sig"; n: string; e: string }
type ProofKey = { kid: string; kty: "OKP"; crv: "Ed25519"; alg: "EdDSA"; use: "sig"; x: string }

/** Badges need an address that everybody reaches, and keys that lie beside the database. */
export const offersBadges = (config: Config): boolean =>
  offersVerification(config) && config.badgeKeyFile !== null

/** Whether badges come with an embedded proof too: not from a key file that is older than those. */
export async function offersProofs(config: Config): Promise<boolean> {
  return (await openBadgeKeys(config))?.proving != null
}

/** Null where badges are off. Throws a sentence for the operator where the file is not one of ours. */
export async function openBadgeKeys(config: Config): Promise<BadgeKeys | null> {
  if (!offersBadges(config) || config.badgeKeyFile === null) return null
  const keys = await readKeys(config.badgeKeyFile)
  const active = keys.find(isRsa)
  if (!active?.d) throw unusable(config.badgeKeyFile)
  const proofKeys = keys.filter(isEd25519)
  const [proving] = proofKeys
  return {
    kid: rsaOf(active).kid,
    signing: await importJWK(active, ALGORITHM),
    published: keys.filter(isRsa).map(rsaOf),
    proving: proving?.d ? proving : null,
    provable: proofKeys.map((key) => ed25519Of(key).kid),
  }
}

/** So long new keys sign. What they signed stays valid: the public part is kept. */
const SIGNING_DAYS = 730
const TOLD_DAYS_BEFORE = 30

/** Whether the key that signs badges is to be renewed within a month. */
export async function needsNewBadgeKey(config: Config): Promise<boolean> {
  if (!offersBadges(config) || config.badgeKeyFile === null) return false
  const active = (await readKeys(config.badgeKeyFile)).find(isRsa)
  const end = active?.exp ? active.exp * SECOND : await endOfFile(config.badgeKeyFile)
  return addDays(dayOf(new Date(end)), -TOLD_DAYS_BEFORE) <= today()
}

/** Files of earlier versions do not say when their keys were made. */
const endOfFile = async (file: string) => (await stat(file)).mtime.getTime() + SIGNING_DAYS * DAY

export type Renewed = {
  kid: string
  former: number
  /** The file was older than embedded proofs: it got their key, and the one of JWTs stays. */
  completed: boolean
}

/** Makes the file, adds what it lacks, or puts new keys before the present ones, of which only the public part is kept. */
export async function rotateBadgeKey(file: string): Promise<Renewed> {
  const former = await readKeys(file).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const [active, ...others] = former.filter(isRsa)
  const proofKeys = former.filter(isEd25519)
  const proof = await makeEd25519()
  if (active?.d && proofKeys.length === 0) {
    await write(file, [active, proof, ...others])
    return { kid: rsaOf(active).kid, former: others.length, completed: true }
  }
  const made = await makeRsa()
  await write(file, [made, proof, ...former.map(publicOf)])
  return { kid: made.kid, former: former.filter(isRsa).length, completed: false }
}

async function makeRsa() {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 3072, extractable: true })
  const made = await exportJWK(privateKey)
  const exp = Math.floor((now().getTime() + SIGNING_DAYS * DAY) / SECOND)
  return { ...made, kid: await calculateJwkThumbprint(made), alg: ALGORITHM, use: "sig", exp }
}

/** Made by jose: the secret part that the multikey library itself writes into a JWK is one that it does not read. */
async function makeEd25519(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("Ed25519", { extractable: true })
  const made = await exportJWK(privateKey)
  const { publicKeyMultibase } = await Multikey.fromJwk({ jwk: made, secretKey: false })
  return { ...made, kid: publicKeyMultibase, alg: "EdDSA", use: "sig" }
}

/** Written aside first: half a file would be the loss of a key. */
async function write(file: string, keys: StoredKey[]): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** By what is public of them: the names under which verifiers find them. */
export const listBadgeKeys = async (file: string): Promise<string[]> =>
  (await readKeys(file)).map((key) => publicOf(key).kid)

async function readKeys(file: string): Promise<StoredKey[]> {
  const text = await readFile(file, "utf8")
  try {
    const { keys }: { keys: StoredKey[] } = JSON.parse(text)
    if (!Array.isArray(keys)) throw unusable(file)
    keys.forEach(publicOf)
    return keys
  } catch {
    throw unusable(file)
  }
}

const isRsa = ({ kty }: JWK) => kty === "RSA"
const isEd25519 = ({ kty, crv }: JWK) => kty === "OKP" && crv === "Ed25519"
const publicOf = (key: JWK): PublicKey | ProofKey => (isEd25519(key) ? ed25519Of(key) : rsaOf(key))

function rsaOf({ kid, kty, n, e }: JWK): PublicKey {
  if (kty !== "RSA" || !kid || !n || !e) throw new Error("no RSA key")
  return { kid, kty: "RSA", alg: ALGORITHM, use: "sig", n, e }
}

function ed25519Of({ kid, x }: JWK): ProofKey {
  if (!kid || !x) throw new Error("no Ed25519 key")
  return { kid, kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", x }
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT"

const unusable = (file: string) =>
  new ConfigFault([
    `BADGE_KEY_FILE: „${file}“ enthält keine Schlüssel für Open Badges. Legen Sie die Datei mit npm run cli -- badge-key an.`,
  ])
