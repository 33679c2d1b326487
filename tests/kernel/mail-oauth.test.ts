import { X509Certificate } from "node:crypto"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { decodeProtectedHeader, jwtVerify } from "jose"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { readConfig } from "../../server/kernel/config.ts"
import { accessToken, forgetToken } from "../../server/kernel/mail-oauth.ts"
import type { MailOAuth } from "../../server/kernel/mail-settings.ts"
import { bySmtp } from "../../server/kernel/mail-smtp.ts"
import { MINUTE, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { type MailServer, openMailServer } from "../support/mail-server.ts"

const CERTIFICATE = new URL("../support/certificates/loopback.pem", import.meta.url).pathname
const USER = "forum@example.org"

let service: Awaited<ReturnType<typeof openTokenService>>
beforeAll(async () => {
  service = await openTokenService()
})
afterAll(() => service.close())
afterEach(() => {
  resetClock()
  service.asked.length = 0
  service.refusal = null
})

/** Gives a token to whoever asks, each another one that is good for an hour. */
async function openTokenService() {
  const asked: Record<string, string>[] = []
  const state = { asked, refusal: null as string | null, close: () => void server.close(), url: "" }
  const server = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request) body += chunk
    asked.push(Object.fromEntries(new URLSearchParams(body)))
    response.setHeader("content-type", "application/json")
    if (state.refusal) {
      response.statusCode = 401
      return response.end(JSON.stringify({ error: state.refusal, error_description: `of ${USER}` }))
    }
    const answer = { token_type: "Bearer", access_token: `token-${asked.length}`, expires_in: 3600 }
    return response.end(JSON.stringify(answer))
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  state.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/token`
  return state
}

const oauth = (parts: Partial<MailOAuth> = {}): MailOAuth => ({
  tokenUrl: service.url,
  clientId: "client",
  scope: "mail/.default",
  secret: "geheim",
  certificateFile: null,
  ...parts,
})

describe("a token for the mail service", () => {
  it("is asked for with the secret, and kept until shortly before it runs out", async () => {
    const config = { mailOAuth: oauth() }
    expect(await Promise.all([accessToken(config), accessToken(config)])).toEqual(["token-1", "token-1"])
    moveClock(54 * MINUTE)
    expect(await accessToken(config)).toBe("token-1")
    moveClock(2 * MINUTE)
    expect(await accessToken(config)).toBe("token-2")
    expect(service.asked[0]).toEqual({
      grant_type: "client_credentials",
      client_id: "client",
      scope: "mail/.default",
      client_secret: "geheim",
    })
    forgetToken(config)
    expect(await accessToken(config)).toBe("token-3")
  })

  it("is asked for with a proof that the certificate signs, and no secret", async () => {
    const config = { mailOAuth: oauth({ secret: null, certificateFile: CERTIFICATE }) }
    await accessToken(config)
    const { client_assertion: proof = "", ...rest } = service.asked[0] ?? {}
    expect(rest).toEqual({
      grant_type: "client_credentials",
      client_id: "client",
      scope: "mail/.default",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    })
    const certificate = new X509Certificate(readFileSync(CERTIFICATE))
    const { payload } = await jwtVerify(proof, certificate.publicKey, {
      issuer: "client",
      subject: "client",
      audience: service.url,
      currentDate: now(),
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
    const print = Buffer.from(certificate.fingerprint256.replaceAll(":", ""), "hex").toString("base64url")
    expect(decodeProtectedHeader(proof)).toMatchObject({ alg: "PS256", "x5t#S256": print })
  })

  it("that is refused is asked for again the next time, and the fault is a code", async () => {
    const config = { mailOAuth: oauth() }
    service.refusal = "invalid_client"
    await expect(accessToken(config)).rejects.toMatchObject({ name: "TokenRefused", code: "invalid_client" })
    await expect(accessToken(config)).rejects.not.toThrow(USER)
    service.refusal = null
    expect(await accessToken(config)).toBe("token-3")
  })
})

describe("a mail server that wants a token", () => {
  let counterpart: MailServer
  const tokens = new Map<string, string>()
  beforeAll(async () => {
    counterpart = await openMailServer({ tokens })
  })
  afterAll(() => counterpart.close())

  const envelope = {
    to: "a@example.org",
    subject: "Neu",
    text: "Guten Tag",
    key: ["token"],
    from: { name: "Forum", address: USER },
    messageId: "<a@forum.example>",
    references: null,
    host: "forum.example",
  } as const
  const carrier = () => {
    const smtpUrl = counterpart.url.replace("//", `//${encodeURIComponent(USER)}@`)
    return bySmtp({ smtpUrl, smtpCertificateFile: null, mailOAuth: oauth() })
  }

  it("gets the one of the mailbox in SMTP_URL, and the same for the next mail", async () => {
    tokens.set(USER, "token-1")
    const carry = carrier()
    for (let mail = 0; mail < 3; mail += 1) expect(await carry(envelope)).toEqual({ answer: "250 taken" })
    expect(service.asked).toHaveLength(1)
  })

  it("and does not take the one that is kept gets a new one the next time", async () => {
    tokens.set(USER, "token-1")
    const carry = carrier()
    await carry(envelope)
    tokens.set(USER, "token-2")
    await expect(carry(envelope)).rejects.toMatchObject({ fault: "sign-in" })
    expect(await carry(envelope)).toEqual({ answer: "250 taken" })
    expect(service.asked).toHaveLength(2)
  })

  it("takes nothing where no token is to be had: a fault of signing in, and of no address", async () => {
    service.refusal = "invalid_client"
    await expect(carrier()(envelope)).rejects.toMatchObject({ fault: "sign-in", code: "invalid_client" })
    service.refusal = null
    tokens.set(USER, "another")
    await expect(carrier()(envelope)).rejects.toMatchObject({ fault: "sign-in", code: "535 5.7.3" })
  })

  it("is sent no token over a way that is not encrypted, unless it is on the same machine", async () => {
    // The same machine under a name that does not say so.
    const smtpUrl = counterpart.url.replace("//127.0.0.1", `//${encodeURIComponent(USER)}@0.0.0.0`)
    const carry = bySmtp({ smtpUrl, smtpCertificateFile: null, mailOAuth: oauth() })
    await expect(carry(envelope)).rejects.toMatchObject({ fault: "insecure" })
    expect(service.asked).toEqual([])
  })
})

describe("a mail server that wants a certificate", () => {
  it("gets ours, and takes nothing without", async () => {
    const counterpart = await openMailServer({ certificate: readFileSync(CERTIFICATE) })
    // The test's own certificate is signed by nobody that a machine trusts.
    const smtpUrl = `${counterpart.url}?tls.rejectUnauthorized=false`
    const send = (smtpCertificateFile: string | null) =>
      bySmtp({ smtpUrl, smtpCertificateFile, mailOAuth: null })({
        to: "a@example.org",
        subject: "Neu",
        text: "Guten Tag",
        key: ["certificate"],
        from: { name: "Forum", address: USER },
        messageId: "<a@forum.example>",
        references: null,
        host: "forum.example",
      })
    expect(await send(CERTIFICATE)).toEqual({ answer: "250 taken" })
    await expect(send(null)).rejects.toMatchObject({ name: "SmtpFault" })
    counterpart.close()
  })
})

describe("its settings", () => {
  const env = {
    SMTP_URL: `smtp://${encodeURIComponent(USER)}@mail.example:587`,
    MAIL_OAUTH_CLIENT_ID: "client",
    MAIL_OAUTH_TENANT: "example.onmicrosoft.com",
    MAIL_OAUTH_CLIENT_SECRET: "geheim",
  }

  it("are those of Exchange Online where nothing else is said", () => {
    expect(readConfig(env).mailOAuth).toEqual({
      tokenUrl: "https://login.microsoftonline.com/example.onmicrosoft.com/oauth2/v2.0/token",
      clientId: "client",
      scope: "https://outlook.office365.com/.default",
      secret: "geheim",
      certificateFile: null,
    })
    expect(readConfig({}).mailOAuth).toBeNull()
  })

  it.each<[string, Partial<NodeJS.ProcessEnv>]>([
    ["MAIL_OAUTH_CLIENT_SECRET oder MAIL_OAUTH_CERT_FILE", { MAIL_OAUTH_CLIENT_SECRET: "" }],
    ["MAIL_OAUTH_CLIENT_SECRET oder MAIL_OAUTH_CERT_FILE", { MAIL_OAUTH_CERT_FILE: CERTIFICATE }],
    ["MAIL_OAUTH_TENANT", { MAIL_OAUTH_TENANT: "" }],
    ["MAIL_OAUTH_TOKEN_URL", { MAIL_OAUTH_TOKEN_URL: "http://anderswo.example/token" }],
    ["SMTP_URL nennt kein Postfach", { SMTP_URL: "smtp://mail.example:587" }],
    ["SMTP_CERT_FILE", { SMTP_CERT_FILE: "/gibt/es/nicht.pem" }],
    ["SMTP_CERT_FILE", { SMTP_CERT_FILE: import.meta.filename }],
  ])("that cannot work stop the start: %s", (sentence, wrong) => {
    expect(() => readConfig({ ...env, ...wrong })).toThrow(sentence)
  })
})
