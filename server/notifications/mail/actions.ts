import { findRecipient, requireAdmin } from "../../accounts/index.ts"
import type { Actor, Locale } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import type { Config } from "../../kernel/config.ts"
import { type Db, newId, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { retryFailed } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import { SmtpFault } from "../../kernel/mail-faults.ts"
import type { Letter } from "../../kernel/notices.ts"
import { layOut } from "../layout.ts"
import { MAIL_QUEUES } from "./queues.ts"
import type { MailTest } from "./schema.ts"

type Parts = { db: Db; config: Pick<Config, "publicUrl">; post: Post }

const LETTERS: Record<Locale, Letter> = {
  de: {
    subject: "Fachforum: Testmail",
    paragraphs: [
      "diese E-Mail haben Sie sich selbst geschickt, um den Versand zu prüfen. Wenn Sie sie lesen, kommt sie an.",
    ],
    link: "Zur Seite „E-Mail-Versand“",
  },
  en: {
    subject: "Fachforum: test mail",
    paragraphs: [
      "you have sent this e-mail to yourself to check the sending. If you are reading it, it arrives.",
    ],
    link: "To the page “Sending of e-mails”",
  },
}

const NOTHING = { fault: null, code: null, answer: null, file: null }

/** Sends a mail to the own address at once, with nothing in between, and tells what the mail server answered. */
export async function sendTestMail({ db, config, post }: Parts, actor: Actor): Promise<MailTest> {
  requireAdmin(actor)
  const recipient = await findRecipient(db, actor.id)
  if (!recipient) throw notFound()
  const { locale } = recipient.actor
  const letter = layOut(
    { letter: LETTERS[locale], path: "/verwaltung/post" },
    locale,
    config.publicUrl,
    false,
  )
  const test = await attempt(post, { to: recipient.email, ...letter })
  await transact(db, (tx) =>
    audit(tx, actor, {
      action: "installation.mail-tested",
      subjectType: "installation",
      detail: test.code ? { code: test.code } : {},
    }),
  )
  return test
}

async function attempt(
  post: Post,
  mail: { to: string; subject: string; text: string; html: string },
): Promise<MailTest> {
  try {
    const receipt = await post.send({ ...mail, key: ["test-mail", newId()] })
    return receipt ? { ...NOTHING, ...receipt } : { ...NOTHING, fault: "stopped" }
  } catch (error) {
    if (!(error instanceof SmtpFault)) throw error
    const { fault, code, answer } = error
    return { ...NOTHING, fault, code, answer }
  }
}

/** Has another try at all mails that were given up. */
export async function retryMails(db: Db, actor: Actor): Promise<{ count: number }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const count = await retryFailed(tx, MAIL_QUEUES)
    await audit(tx, actor, {
      action: "installation.mails-retried",
      subjectType: "installation",
      detail: { count },
    })
    return { count }
  })
}
