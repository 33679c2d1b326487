import { readFileSync } from "node:fs"
import { createTransport } from "nodemailer"
import type { Config } from "./config.ts"
import { SmtpFault, smtpFaultOf } from "./mail-faults.ts"
import { mailHost } from "./mail-host.ts"
import { type Carrier, messageOf } from "./mail-message.ts"
import { accessToken, forgetToken } from "./mail-oauth.ts"
import { SECOND } from "./time.ts"

type SmtpConfig = Pick<Config, "smtpCertificateFile" | "mailOAuth"> & { smtpUrl: string }

/** How long a step may take. */
const PATIENCE = { connectionTimeout: 30 * SECOND, greetingTimeout: 30 * SECOND, socketTimeout: 60 * SECOND }
/**
 * How long a mail may take: a server that says a little now and then must not hold a worker for ever. Less than a job may
 * take, so that no second attempt begins beside the first.
 */
const LONGEST = 120 * SECOND

/** By the mail server. Throws `SmtpFault` where it does not take the mail. */
export function bySmtp(config: SmtpConfig, longest = LONGEST): Carrier {
  const transport = createTransport({
    url: config.smtpUrl,
    ...PATIENCE,
    ...certificateOf(config),
    ...signInOf(config),
  })
  // Asked for each time, because nodemailer would keep the token: ours is kept until it runs out.
  transport.set("oauth2_provision_cb", (_user, _renew, done) =>
    accessToken(config).then(
      (token) => done(null, token, ALWAYS_ASK),
      (error) => done(error),
    ),
  )
  return async (envelope) => {
    try {
      const message = { ...messageOf(envelope), signal: AbortSignal.timeout(longest) }
      const { response } = await transport.sendMail(message)
      return { answer: response }
    } catch (error) {
      const fault = smtpFaultOf(error)
      if (fault instanceof SmtpFault && fault.fault === "sign-in") forgetToken(config)
      throw fault
    }
  }
}

/** A time gone by, in milliseconds. */
const ALWAYS_ASK = 1

/** The installation shows it where the mail server asks for one; it has the key in the same file. */
function certificateOf({ smtpCertificateFile }: SmtpConfig) {
  if (!smtpCertificateFile) return {}
  const pem = readFileSync(smtpCertificateFile)
  return { tls: { cert: pem, key: pem } }
}

/** A token is as good as a password: it goes out encrypted, or not at all. */
function signInOf({ mailOAuth, smtpUrl }: SmtpConfig) {
  if (!mailOAuth) return {}
  const user = decodeURIComponent(new URL(smtpUrl).username)
  return { auth: { type: "OAuth2", user }, requireTLS: !isOwnMachine(mailHost(smtpUrl)) }
}

const isOwnMachine = (host: string) => ["localhost", "127.0.0.1", "::1"].includes(host)
