import type { Locale } from "../kernel/actor.ts"
import type { Told } from "../kernel/notices.ts"

/** What stands in every mail. */
const WORDS = {
  de: {
    greeting: "Guten Tag,",
    optOut: "Sie möchten diese E-Mails nicht mehr erhalten? Das stellen Sie in Ihrem Profil ein",
  },
  en: {
    greeting: "Hello,",
    optOut: "You no longer want these e-mails? Change it in your profile",
  },
}

/** The text of a mail, with the whole address of what it is about. */
export function layOut(
  { letter, path }: Pick<Told, "letter" | "path">,
  locale: Locale,
  publicUrl: string,
  isOptional: boolean,
): { subject: string; text: string } {
  const words = WORDS[locale]
  const { subject, paragraphs, link, greeting = words.greeting, below = [] } = letter
  const address = path !== null && [link, publicUrl + path].filter(Boolean).join(": ")
  const optOut = isOptional && `--\n${words.optOut}: ${publicUrl}/profil/benachrichtigungen`
  return {
    subject,
    text: [greeting, ...paragraphs, address, ...below, optOut].filter(Boolean).join("\n\n"),
  }
}
