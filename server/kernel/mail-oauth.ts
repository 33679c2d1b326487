import { createPrivateKey, randomUUID, X509Certificate } from "node:crypto"
import { readFile } from "node:fs/promises"
import { SignJWT } from "jose"
import type { Config } from "./config.ts"
import type { MailOAuth } from "./mail-settings.ts"
import { MINUTE, now, SECOND } from "./time.ts"

type Token = { value: string; until: number }

/** A token that runs out during a long sending is of no use: it is replaced so long before its end. */
const AHEAD = 5 * MINUTE
const PATIENCE = 20 * SECOND
/** How long our proof of who we are holds. */
const PROOF = 5 * MINUTE
const BY_CERTIFICATE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

/** In every process its own: any number of tokens may be good at the same time. */
const known = new WeakMap<MailOAuth, Promise<Token>>()

/** The token that signs the installation in at its mail service, kept until shortly before it runs out. */
export async function accessToken({ mailOAuth }: Pick<Config, "mailOAuth">): Promise<string> {
  if (!mailOAuth) throw new Error("no OAuth client is configured for mail")
  const kept = known.get(mailOAuth)
  if (kept) {
    const { value, until } = await kept
    if (until > now().getTime()) return value
  }
  const asked = fetchToken(mailOAuth)
  known.set(mailOAuth, asked)
  asked.catch(() => known.delete(mailOAuth))
  return (await asked).value
}

/** Where the service does not take the one that is kept, such as after the client's rights were changed. */
export function forgetToken({ mailOAuth }: Pick<Config, "mailOAuth">): void {
  if (mailOAuth) known.delete(mailOAuth)
}

async function fetchToken(oauth: MailOAuth): Promise<Token> {
  const response = await fetch(oauth.tokenUrl, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: oauth.clientId,
      scope: oauth.scope,
      ...(await proofOf(oauth)),
    }),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok || !isToken(answer)) throw new TokenRefused(response.status, answer)
  return { value: answer.access_token, until: now().getTime() + answer.expires_in * SECOND - AHEAD }
}

const isToken = (answer: unknown): answer is { access_token: string; expires_in: number } =>
  typeof answer === "object" &&
  answer !== null &&
  "access_token" in answer &&
  typeof answer.access_token === "string" &&
  "expires_in" in answer &&
  typeof answer.expires_in === "number"

/** RFC 6749, 2.3.1, or RFC 7523, 2.2. */
async function proofOf(oauth: MailOAuth): Promise<Record<string, string>> {
  const { secret, certificateFile } = oauth
  if (!certificateFile) return { client_secret: secret ?? "" }
  return {
    client_assertion_type: BY_CERTIFICATE,
    client_assertion: await assertionOf(oauth, await readFile(certificateFile)),
  }
}

/** Which certificate it is, Microsoft takes from its SHA-256 fingerprint. */
function assertionOf({ clientId, tokenUrl }: MailOAuth, pem: Buffer): Promise<string> {
  const fingerprint = new X509Certificate(pem).fingerprint256.replaceAll(":", "")
  const issuedAt = now()
  return new SignJWT({})
    .setProtectedHeader({
      alg: "PS256",
      typ: "JWT",
      "x5t#S256": Buffer.from(fingerprint, "hex").toString("base64url"),
    })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenUrl)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(new Date(issuedAt.getTime() + PROOF))
    .sign(createPrivateKey(pem))
}

/** Its code says what is wrong (`invalid_client`); the sentence behind it may name more than a log should hold. */
class TokenRefused extends Error {
  override readonly name = "TokenRefused"
  readonly code: string

  constructor(status: number, answer: unknown) {
    const error =
      typeof answer === "object" && answer !== null && "error" in answer ? String(answer.error) : ""
    const code = /^[\w-]{1,60}$/.test(error) ? error : String(status)
    super(`no token for the mail service: ${code}`)
    this.code = code
  }
}
