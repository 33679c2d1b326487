import { createPrivateKey, X509Certificate } from "node:crypto"
import { readFileSync } from "node:fs"

/** Signing in at a mail service by a token instead of a password (OAuth 2.0, client credentials). */
export type MailOAuth = {
  tokenUrl: string
  clientId: string
  scope: string
  /** Either of them proves that it is this installation that asks. */
  secret: string | null
  certificateFile: string | null
}

const EXCHANGE_SCOPE = "https://outlook.office365.com/.default"
const exchangeTokenUrl = (tenant: string) => `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`

/** Null where no client is named. */
export function readMailOAuth(env: NodeJS.ProcessEnv, faults: string[]): MailOAuth | null {
  const clientId = env.MAIL_OAUTH_CLIENT_ID?.trim()
  if (!clientId) return null
  const certificateFile = readCertificateFile(env, "MAIL_OAUTH_CERT_FILE", faults)
  const secret = env.MAIL_OAUTH_CLIENT_SECRET?.trim() || null
  if ((secret === null) === (certificateFile === null))
    faults.push(
      "Mit MAIL_OAUTH_CLIENT_ID gehört genau eines dazu: MAIL_OAUTH_CLIENT_SECRET oder MAIL_OAUTH_CERT_FILE.",
    )
  const tokenUrl = readTokenUrl(env, faults)
  const scope = env.MAIL_OAUTH_SCOPE?.trim() || EXCHANGE_SCOPE
  return { tokenUrl, clientId, scope, secret, certificateFile }
}

function readTokenUrl(env: NodeJS.ProcessEnv, faults: string[]): string {
  const url = env.MAIL_OAUTH_TOKEN_URL?.trim()
  const tenant = env.MAIL_OAUTH_TENANT?.trim() ?? ""
  if (url) {
    if (!URL.canParse(url) || !isSafe(new URL(url)))
      faults.push("MAIL_OAUTH_TOKEN_URL muss eine vollständige Adresse mit https:// sein.")
    return url
  }
  if (!/^[a-z0-9][a-z0-9.-]{0,127}$/i.test(tenant))
    faults.push(
      "MAIL_OAUTH_TENANT fehlt oder ist keine Kennung: Mit MAIL_OAUTH_CLIENT_ID muss die Kennung oder der Name des Mandanten angegeben werden.",
    )
  return exchangeTokenUrl(tenant)
}

/** What proves who we are is sent there: unencrypted only to the same machine. */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname))

/** A certificate with its private key in one file (PEM); what cannot be used stops the start. */
export function readCertificateFile(env: NodeJS.ProcessEnv, name: string, faults: string[]): string | null {
  const file = env[name]?.trim()
  if (!file) return null
  try {
    const pem = readFileSync(file)
    if (new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem))) return file
    faults.push(`${name}: In „${file}“ gehören Zertifikat und Schlüssel nicht zusammen.`)
  } catch {
    faults.push(
      `${name}: „${file}“ ist nicht lesbar oder keine PEM-Datei mit Zertifikat und privatem Schlüssel (ohne Kennwort).`,
    )
  }
  return file
}
