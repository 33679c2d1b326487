import { createHash } from "node:crypto"
import { lt } from "drizzle-orm"
import type { Config } from "./config.ts"
import type { Db } from "./database.ts"
import { sendOnce, sweepClaims } from "./mail-claims.ts"
import { addressRefusal } from "./mail-faults.ts"
import { asFile } from "./mail-files.ts"
import type { Envelope, Mail, Receipt, Sender } from "./mail-message.ts"
import { bySmtp } from "./mail-smtp.ts"
import { mailDeliveries } from "./tables.ts"
import { DAY, now } from "./time.ts"

export type { CalendarPart, MailKey, Unsubscribing } from "./mail-message.ts"

export type Post = {
  /** Null where nothing went out: it had been sent before, or its address takes no mail for good. */
  send(mail: Mail): Promise<Receipt | null>
}

/** Addresses that mail servers take nothing for, for good. */
export type StoppedAddresses = {
  has(address: string): Promise<boolean>
  /**
   * @param code what the server answered, as numbers
   * @returns false for an address that nobody here has: nobody would hear of it
   */
  add(address: string, code: string): Promise<boolean>
}

type PostOptions = {
  config: Pick<Config, "smtpUrl" | "smtpCertificateFile" | "mailOAuth" | "mailFrom" | "dataDir" | "publicUrl">
  db: Db
  /** The installation's name, which the sender has where `MAIL_FROM` names none. */
  senderName: () => Promise<string>
  stopped: StoppedAddresses
}

/**
 * SMTP where it is configured; else one file per mail as SMTP would carry it, for trying out. A mail is sent by one worker
 * at a time, and what was taken is recorded right after it: a job that is done again sends nothing twice.
 */
export function openPost({ config, db, senderName, stopped }: PostOptions): Post {
  const { smtpUrl } = config
  const carry = smtpUrl ? bySmtp({ ...config, smtpUrl }) : asFile(config.dataDir)
  return {
    async send(mail) {
      if (await stopped.has(mail.to)) return null
      const id = keyHash(mail.key)
      try {
        return await sendOnce(db, { id, to: mail.to }, async () => carry(await envelopeOf(mail, id)))
      } catch (error) {
        const code = addressRefusal(error)
        // Nothing would change by trying again, and what else waits for this address waits in vain.
        if (code !== null && (await stopped.add(mail.to, code))) return null
        throw error
      }
    },
  }

  async function envelopeOf(mail: Mail, id: string): Promise<Envelope> {
    const named = senderIn(config.mailFrom)
    return {
      ...mail,
      from: { ...named, name: named.name || (await senderName()) },
      messageId: idAt(config.publicUrl, id),
      references: mail.about === undefined ? null : idAt(config.publicUrl, keyHash(["about", mail.about])),
      host: new URL(config.publicUrl).hostname,
    }
  }
}

/** `Fachforum <forum@example.org>` or the address alone. */
export function senderIn(from: string): Sender {
  const [, name = "", address] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return { name, address: address ?? from.trim() }
}

/** Which mails were taken is of use only as long as a job may be done again. */
export async function sweepDeliveries(db: Db): Promise<void> {
  await sweepClaims(db)
  await db.delete(mailDeliveries).where(lt(mailDeliveries.acceptedAt, new Date(now().getTime() - KEPT_MS)))
}
const KEPT_MS = 60 * DAY

/** Nobody can tell from it what and whom the mail is about. */
const keyHash = (key: readonly (string | number)[]) =>
  createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 40)
const idAt = (publicUrl: string, id: string) => `<${id}@${new URL(publicUrl).hostname}>`
