import { isIP } from "node:net"
import { readChoice, readMegabytes, readUrl } from "./settings.ts"

/** A bucket of an object storage that speaks S3. */
export type Bucket = {
  /** With the bucket in the path or in the name of the host, as the service wants it. */
  url: string
  region: string
  accessKey: string
  secretKey: string
  /** What the service is asked to encrypt each file with; null: as the bucket is set up. */
  encryption: { algorithm: string; keyId: string | null } | null
}

export type FileSettings = {
  /** Null: files lie on the disk alone. */
  bucket: Bucket | null
  /** Where new files are stored; whatever lies in the other place is still found. */
  filesIn: FilePlace
  /** What a person may keep in files, in bytes. */
  fileQuotaBytes: number
  /** What looks through files before anybody opens them; null: nothing does. */
  scanner: Scanner | null
}
type Scanner = {
  /** Where clamd answers: `tcp://host:3310` or `unix:///path/of/the.socket`. */
  url: string
  /** A file in which something was found is deleted, instead of being kept where nobody opens it. */
  deletes: boolean
}
type FilePlace = (typeof PLACES)[number]
const PLACES = ["disk", "s3"] as const

export function readFileSettings(env: NodeJS.ProcessEnv, faults: string[]): FileSettings {
  const bucket = readBucket(env, faults)
  const places = bucket ? (["s3", "disk"] as const) : PLACES
  const filesIn = readChoice(env, "FILES", places, faults)
  if (filesIn === "s3" && !env.FILES_S3_URL?.trim())
    faults.push(
      "FILES_S3_URL fehlt: Mit FILES=s3 muss die Adresse des Buckets angegeben werden, zum Beispiel https://s3.example/fachforum.",
    )
  return {
    bucket,
    filesIn,
    fileQuotaBytes: readMegabytes(env, "FILE_QUOTA_MB", 1000, faults),
    scanner: readScanner(env, faults),
  }
}

function readScanner(env: NodeJS.ProcessEnv, faults: string[]): Scanner | null {
  const url = readUrl(env, "CLAMD_URL", ["tcp:", "unix:"], faults)
  const infected = readChoice(env, "INFECTED_FILES", ["keep", "delete"], faults)
  if (!url) return null
  const { protocol, hostname, pathname } = new URL(url)
  if (protocol === "unix:" ? hostname || pathname.length < 2 : !hostname || pathname.length > 1)
    faults.push(
      "CLAMD_URL muss tcp://Name:Port oder unix:///Pfad-des-Sockets sein, zum Beispiel tcp://127.0.0.1:3310.",
    )
  return { url, deletes: infected === "delete" }
}

function readBucket(env: NodeJS.ProcessEnv, faults: string[]): Bucket | null {
  const url = readUrl(env, "FILES_S3_URL", ["http:", "https:"], faults)
  if (!url) return null
  if (!namesBucket(new URL(url)))
    faults.push(
      "FILES_S3_URL muss genau einen Bucket nennen, im Pfad (https://s3.example/fachforum) oder im Namen (https://fachforum.s3.example), und nichts dahinter.",
    )
  const [accessKey = "", secretKey = ""] = ["FILES_S3_ACCESS_KEY", "FILES_S3_SECRET_KEY"].map((name) => {
    const value = env[name]?.trim()
    if (!value) faults.push(`${name} fehlt: Mit FILES_S3_URL gehören beide Schlüssel des Buckets dazu.`)
    return value
  })
  const region = env.FILES_S3_REGION?.trim() || "us-east-1"
  return { url, region, accessKey, secretKey, encryption: readEncryption(env, faults) }
}

/** Two labels and a bucket before them make three; an address has no room for a bucket. */
function namesBucket({ hostname, pathname, search, hash, username }: URL): boolean {
  if (search || hash || username) return false
  const inPath = pathname.split("/").filter(Boolean).length
  if (inPath > 0) return inPath === 1
  return isIP(hostname.replaceAll(/[[\]]/g, "")) === 0 && hostname.split(".").length >= 3
}

function readEncryption(env: NodeJS.ProcessEnv, faults: string[]): Bucket["encryption"] {
  const value = env.FILES_S3_ENCRYPTION?.trim()
  if (!value) return null
  const [, algorithm = "", keyId] = /^(AES256|aws:kms)(?::([\x21-\x7e]+))?$/.exec(value) ?? []
  if (!algorithm || (algorithm === "AES256" && keyId))
    faults.push(
      `FILES_S3_ENCRYPTION ist „${value}“: Erlaubt sind AES256, aws:kms und aws:kms:Name-des-Schlüssels.`,
    )
  return { algorithm, keyId: keyId ?? null }
}
