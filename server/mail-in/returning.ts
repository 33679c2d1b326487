import { findRecipient } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Config } from "../kernel/config.ts"
import type { Db } from "../kernel/database.ts"
import type { Post } from "../kernel/mail.ts"
import { layOut } from "../notifications/index.ts"
import { wholeText } from "./body.ts"
import type { ReceivedMail } from "./received.ts"
import { MAIL_IN_WORDS, reasonWords } from "./words.ts"

type Parts = { config: Config; db: Db; post: Post }

/**
 * Sends the person what they wrote, with the reason why it is not posted. At once and not by a job, so that the text is
 * kept nowhere: where the mail server does not take it, the mail that came in is handled again. It holds nothing but the
 * person's own words, so it goes out whole where mails are to be without content, too.
 */
export async function giveBack(
  { config, db, post }: Parts,
  actor: Actor,
  mail: ReceivedMail,
  reason: string,
): Promise<void> {
  const recipient = await findRecipient(db, actor.id)
  if (!recipient) return
  const words = MAIL_IN_WORDS[actor.locale]
  const { subject, intro, text, noText } = words.returned
  const written = wholeText(mail, config.publicUrl)
  const letter = {
    subject: subject(mail.subject),
    paragraphs: [
      `${intro} ${reasonWords(words, reason)}`,
      ...(written ? [text, written.replace(/^/gm, "> ")] : [noText]),
    ],
    link: "",
  }
  const laidOut = layOut({ letter, path: null }, actor.locale, config.publicUrl, false)
  await post.send({ to: recipient.email, ...laidOut, key: ["mail-in.returned", mail.id] })
}
