import { BlockList, isIP } from "node:net"
import { type DatabaseSettings, readDatabaseSettings } from "./database-settings.ts"
import { type FileSettings, readFileSettings } from "./file-settings.ts"
import { readKeyFile } from "./key-file.ts"
import { type Limits, readLimits } from "./limits.ts"
import { LOG_FORMATS } from "./logging.ts"
import { type MailIn, readMailIn } from "./mail-in.ts"
import { type MailOAuth, readCertificateFile, readMailOAuth } from "./mail-settings.ts"
import { type HandOver, type Mailbox, readHandOver, readMailbox } from "./mailbox.ts"
import { readFilePath, readOrigins, readPort, readSeconds, readSwitch, readUrl } from "./settings.ts"

export type Config = DatabaseSettings & FileSettings & OtherSettings

type OtherSettings = {
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
  /** The file with the keys of the secrets of sign-in services, or null: a trial makes one, elsewhere none are kept. */
  providerKeyFile: string | null
  /** Secrets of sign-in services by the name of their variable: `OIDC_SECRET_…`. */
  providerSecrets: Record<string, string>
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
  /** Where messages to other programs may go, as origins (`https://host:port`); none: nowhere. */
  webhookHosts: string[]
  metricsPort: number | null
  /** How long the server goes on answering after SIGTERM, when it no longer calls itself ready, in milliseconds. */
  stopDelay: number
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
  const database = readDatabaseSettings(env, faults)
  const { databaseUrl } = database
  const smtpUrl = readUrl(env, "SMTP_URL", ["smtp:", "smtps:"], faults)
  const meiliUrl = readUrl(env, "MEILI_URL", ["http:", "https:"], faults)
  const port = readPort(env, "PORT", 3000, faults) ?? 3000
  const host = env.HOST?.trim() || "127.0.0.1"
  const publicUrl = readPublicUrl(env, port, faults)
  const trial = databaseUrl === null
  const config: Config = {
    ...database,
    ...readFileSettings(env, faults),
    trial,
    host,
    port,
    publicUrl,
    trustedProxies: readProxies(env.TRUSTED_PROXIES, faults),
    meiliUrl,
    meiliMasterKey: env.MEILI_MASTER_KEY?.trim() || null,
    badgeKeyFile: readFilePath(env, "BADGE_KEY_FILE", faults),
    journalKeyFile: readSecretFile(env, "JOURNAL_KEY_FILE", faults),
    providerKeyFile: readSecretFile(env, "PROVIDER_KEY_FILE", faults),
    providerSecrets: readProviderSecrets(env),
    smtpUrl,
    smtpCertificateFile: readCertificateFile(env, "SMTP_CERT_FILE", faults),
    mailOAuth: readMailOAuth(env, faults),
    mailFrom: env.MAIL_FROM?.trim() || `fachforum@${new URL(publicUrl).hostname}`,
    mailIn: readMailIn(env, { trial, hostname: new URL(publicUrl).hostname }, faults),
    mailbox: readMailbox(env, faults),
    handOver: readHandOver(env, faults),
    dataDir: env.DATA_DIR?.trim() || "data",
    webhookHosts: readOrigins(env, "WEBHOOK_HOSTS", faults),
    metricsPort: readPort(env, "METRICS_PORT", null, faults),
    stopDelay: readSeconds(env, "STOP_DELAY", 0, faults),
    compression: readSwitch(env, "COMPRESSION", true, faults),
    logLevel: readLogLevel(env, faults),
    limits: readLimits(env, faults),
    secure: publicUrl.startsWith("https:"),
  }
  checkLogFormat(env, faults)
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

/** A file that cannot be used stops the start: what was sealed with its keys would be lost. */
function readSecretFile(env: NodeJS.ProcessEnv, name: string, faults: string[]): string | null {
  const file = env[name]?.trim()
  if (!file) return null
  faults.push(...readKeyFile(file, name).faults)
  return file
}

const readProviderSecrets = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith("OIDC_SECRET_") && value?.trim() ? [[name, value.trim()]] : [],
    ),
  )

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

/** It is read before everything else (`logFormatOf`), so that this sentence is written in it, too. */
function checkLogFormat(env: NodeJS.ProcessEnv, faults: string[]): void {
  const value = env.LOG_FORMAT?.trim()
  if (value && !LOG_FORMATS.some((format) => format === value))
    faults.push(`LOG_FORMAT ist „${value}“: Erlaubt sind ${LOG_FORMATS.join(" und ")}.`)
}
