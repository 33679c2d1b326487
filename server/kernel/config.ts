import { existsSync } from "node:fs"
import { BlockList, isIP } from "node:net"
import type { DatabaseLimits } from "./database-statements.ts"
import { readKeyFile } from "./key-file.ts"
import { type Limits, readLimits } from "./limits.ts"
import { type MailIn, readMailIn } from "./mail-in.ts"
import { type MailOAuth, readCertificateFile, readMailOAuth } from "./mail-settings.ts"
import { type HandOver, type Mailbox, readHandOver, readMailbox } from "./mailbox.ts"

export type Config = {
  /** Connection string, or null: an embedded PostgreSQL is started, and this is a trial. */
  databaseUrl: string | null
  /** How long the database may take. */
  databaseLimits: DatabaseLimits
  /** Off behind a PgBouncer before 1.21, which knows no prepared statements in transaction mode. */
  preparedStatements: boolean
  trial: boolean
  host: string
  port: number
  /** Where people reach the installation, without a trailing slash. Also the one allowed `Origin`. */
  publicUrl: string
  /** Addresses or networks whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** The second search engine, or null: PostgreSQL searches. */
  meiliUrl: string | null
  meiliMasterKey: string | null
  /** Keys of Open Badges, outside of database and backup; null: no badges. */
  badgeKeyFile: string | null
  /** The file with the keys of the journal, or null: a trial makes one, and elsewhere there is no journal. */
  journalKeyFile: string | null
  smtpUrl: string | null
  /** What the installation shows a mail server that asks for a certificate, with its key; null: nothing. */
  smtpCertificateFile: string | null
  /** Signing in at the mail service by tokens; null: by what stands in the address, if anything. */
  mailOAuth: MailOAuth | null
  mailFrom: string
  /** Mail that comes in; null: none is taken. */
  mailIn: MailIn | null
  /** The mailbox that is read; null: none is. */
  mailbox: Mailbox | null
  /** Where a mail server of the same machine hands mails over; null: nowhere. */
  handOver: HandOver | null
  dataDir: string
  /** What a person may keep in files, in bytes. */
  fileQuotaBytes: number
  metricsPort: number | null
  /** Pages and JSON are packed on their way; false where a proxy does so. */
  compression: boolean
  logLevel: string
  limits: Limits
  secure: boolean
}

export class ConfigFault extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(faults.join("\n"))
    this.faults = faults
  }
}

/** Reads the environment; throws one `ConfigFault` with one sentence per fault, all at once. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = []
  const databaseUrl = readUrl(env, "DATABASE_URL", ["postgres:", "postgresql:"], faults)
  const smtpUrl = readUrl(env, "SMTP_URL", ["smtp:", "smtps:"], faults)
  const meiliUrl = readUrl(env, "MEILI_URL", ["http:", "https:"], faults)
  const port = readPort(env, "PORT", 3000, faults) ?? 3000
  const host = env.HOST?.trim() || "127.0.0.1"
  const publicUrl = readPublicUrl(env, port, faults)
  const trial = databaseUrl === null
  const config: Config = {
    databaseUrl,
    databaseLimits: {
      connect: readSeconds(env, "DATABASE_CONNECT_TIMEOUT", 2, faults),
      statement: readSeconds(env, "DATABASE_STATEMENT_TIMEOUT", 4, faults),
      lock: readSeconds(env, "DATABASE_LOCK_TIMEOUT", 3, faults),
      jobs: 60_000,
      background: 10 * 60_000,
    },
    trial,
    host,
    port,
    publicUrl,
    trustedProxies: readProxies(env.TRUSTED_PROXIES, faults),
    meiliUrl,
    meiliMasterKey: env.MEILI_MASTER_KEY?.trim() || null,
    badgeKeyFile: readFilePath(env, "BADGE_KEY_FILE", faults),
    journalKeyFile: readJournalKeyFile(env, faults),
    smtpUrl,
    smtpCertificateFile: readCertificateFile(env, "SMTP_CERT_FILE", faults),
    mailOAuth: readMailOAuth(env, faults),
    mailFrom: env.MAIL_FROM?.trim() || `fachforum@${new URL(publicUrl).hostname}`,
    mailIn: readMailIn(env, { trial, hostname: new URL(publicUrl).hostname }, faults),
    mailbox: readMailbox(env, faults),
    handOver: readHandOver(env, faults),
    dataDir: env.DATA_DIR?.trim() || "data",
    fileQuotaBytes: readMegabytes(env, "FILE_QUOTA_MB", 1000, faults),
    metricsPort: readPort(env, "METRICS_PORT", null, faults),
    preparedStatements: readSwitch(env, "PREPARED_STATEMENTS", true, faults),
    compression: readSwitch(env, "COMPRESSION", true, faults),
    logLevel: readLogLevel(env, faults),
    limits: readLimits(env, faults),
    secure: publicUrl.startsWith("https:"),
  }
  if (databaseUrl && !env.PUBLIC_URL)
    faults.push(
      "PUBLIC_URL fehlt: Mit DATABASE_URL muss die Adresse angegeben werden, unter der die Beschäftigten das Forum erreichen, zum Beispiel https://fachforum.example.",
    )
  // Without one, whoever reaches Meilisearch reads every post in it.
  if (databaseUrl && meiliUrl && !config.meiliMasterKey)
    faults.push(
      "MEILI_MASTER_KEY fehlt: Mit MEILI_URL muss der Hauptschlüssel angegeben werden, mit dem Meilisearch gestartet wurde.",
    )
  if (smtpUrl && config.mailOAuth && new URL(smtpUrl).username === "")
    faults.push(
      "SMTP_URL nennt kein Postfach: Mit MAIL_OAUTH_CLIENT_ID muss darin stehen, für welches angemeldet wird, zum Beispiel smtp://forum%40example.org@smtp.office365.com:587.",
    )
  if (config.mailbox && config.mailbox.password === null && !config.mailOAuth)
    faults.push(
      "IMAP_URL hat kein Kennwort: Es gehört dazu, oder MAIL_OAUTH_CLIENT_ID mit den Angaben daneben, mit denen ein Token geholt wird.",
    )
  if (config.metricsPort !== null && config.metricsPort === port)
    faults.push("METRICS_PORT und PORT sind gleich: Die Messwerte brauchen einen eigenen Port.")
  if (faults.length > 0) throw new ConfigFault(faults)
  return config
}

/** A file that cannot be used stops the start: entries written without it would be lost. */
function readJournalKeyFile(env: NodeJS.ProcessEnv, faults: string[]): string | null {
  const file = env.JOURNAL_KEY_FILE?.trim()
  if (!file) return null
  faults.push(...readKeyFile(file, "JOURNAL_KEY_FILE").faults)
  return file
}

function readUrl(env: NodeJS.ProcessEnv, name: string, protocols: string[], faults: string[]) {
  const value = env[name]?.trim()
  if (!value) return null
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  // The value may hold a password, so it is not repeated.
  faults.push(
    `${name} ist keine gültige Adresse: Sie muss mit ${protocols.map((p) => `${p}//`).join(" oder ")} beginnen.`,
  )
  return null
}

function readFilePath(env: NodeJS.ProcessEnv, name: string, faults: string[]): string | null {
  const file = env[name]?.trim()
  if (!file) return null
  if (!existsSync(file)) faults.push(`${name}: Die Datei „${file}“ gibt es nicht.`)
  return file
}

function readPort(env: NodeJS.ProcessEnv, name: string, otherwise: number | null, faults: string[]) {
  const value = env[name]?.trim()
  if (!value) return otherwise
  // With 0 the system would choose one, and nobody could say at which address people reach us.
  if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535) return Number(value)
  faults.push(`${name} ist „${value}“: Es muss eine Zahl von 1 bis 65535 sein.`)
  return otherwise
}

function readSwitch(env: NodeJS.ProcessEnv, name: string, otherwise: boolean, faults: string[]): boolean {
  const value = env[name]?.trim()
  if (!value) return otherwise
  if (value !== "on" && value !== "off") faults.push(`${name} ist „${value}“: Erlaubt sind on und off.`)
  return value === "on"
}

/** In milliseconds. */
function readSeconds(env: NodeJS.ProcessEnv, name: string, otherwise: number, faults: string[]): number {
  const value = env[name]?.trim()
  if (!value) return otherwise * 1000
  if (/^\d{1,4}(\.\d{1,3})?$/.test(value) && Number(value) > 0 && Number(value) <= 3600)
    return Math.round(Number(value) * 1000)
  faults.push(`${name} ist „${value}“: Es muss eine Zahl von Sekunden sein, größer als 0 und höchstens 3600.`)
  return otherwise * 1000
}

function readMegabytes(env: NodeJS.ProcessEnv, name: string, otherwise: number, faults: string[]): number {
  const value = env[name]?.trim() || String(otherwise)
  if (!/^[1-9]\d{0,6}$/.test(value))
    faults.push(`${name} ist „${value}“: Es muss eine ganze Zahl von 1 bis 9999999 sein, in MB.`)
  return Number(value) * 1024 * 1024
}

function readPublicUrl(env: NodeJS.ProcessEnv, port: number, faults: string[]): string {
  const otherwise = `http://localhost:${port}`
  const value = env.PUBLIC_URL?.trim()
  if (!value) return otherwise
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    faults.push(
      `PUBLIC_URL ist „${value}“: Es muss eine vollständige Adresse mit http:// oder https:// sein.`,
    )
  } else if (url.pathname !== "/" || url.search || url.hash || url.username) {
    faults.push(`PUBLIC_URL ist „${value}“: Pfad, Anhängsel und Anmeldedaten gehören nicht hinein.`)
  } else {
    return url.origin
  }
  return otherwise
}

function readProxies(value: string | undefined, faults: string[]): string[] {
  const entries = (value ?? "").split(",").flatMap((entry) => entry.trim() || [])
  for (const entry of entries) {
    if (!isNetwork(entry))
      faults.push(`TRUSTED_PROXIES enthält „${entry}“: Erlaubt sind IP-Adressen und Netze wie 10.0.0.0/8.`)
  }
  return entries
}

function isNetwork(entry: string): boolean {
  const [address = "", prefix] = entry.split("/")
  const family = isIP(address)
  if (family === 0) return false
  if (prefix === undefined) return true
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 4 ? "ipv4" : "ipv6")
    return /^\d+$/.test(prefix)
  } catch {
    return false
  }
}

function readLogLevel(env: NodeJS.ProcessEnv, faults: string[]): string {
  const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"]
  const value = env.LOG_LEVEL?.trim()
  if (!value) return "warn"
  if (!levels.includes(value)) faults.push(`LOG_LEVEL ist „${value}“: Erlaubt sind ${levels.join(", ")}.`)
  return value
}
