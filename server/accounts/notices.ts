import { eq } from "drizzle-orm"
import { only, transact } from "../kernel/database.ts"
import type { Payload } from "../kernel/jobs.ts"
import { declareNotice, type Letter, type News, type NoticeParts, type Recipient } from "../kernel/notices.ts"
import { FACTORS_CHANGED } from "./factors/notices.ts"
import { readInstallation } from "./installation/queries.ts"
import { DIRECTORY_FAULT } from "./ldap/notices.ts"
import { hasDirectoryPassword } from "./ldap/queries.ts"
import { LEAVING_ORDERED, LEAVING_TAKEN_BACK } from "./leaving/notices.ts"
import { ARCHIVE_READY } from "./own-data/notices.ts"
import { linkPath, makeLink } from "./password/links.ts"
import { mayUsePassword } from "./providers/local.ts"
import { type LinkPurpose, people } from "./tables.ts"

type Facts = { purpose: LinkPurpose; displayName: string; installation: string; signIn: string }

const de = {
  greeting: (name: string) => `Guten Tag ${name},`,
  invitation: {
    subject: "Ihr Zugang",
    text: (installation: string) =>
      `für Sie wurde ein Zugang zu „${installation}“ eingerichtet. Bitte legen Sie über diesen Link Ihr Kennwort fest:`,
    below: (signIn: string) =>
      `Der Link gilt 14 Tage und nur einmal. Danach hilft Ihnen „Kennwort vergessen“ auf der Anmeldeseite weiter: ${signIn}`,
  },
  reset: {
    subject: "Neues Kennwort festlegen",
    text: (installation: string) =>
      `für Ihren Zugang zu „${installation}“ wurde ein neues Kennwort angefordert. Über diesen Link können Sie es festlegen:`,
    below: () =>
      "Der Link gilt eine Stunde und nur einmal. Haben Sie kein neues Kennwort angefordert? Dann brauchen Sie nichts zu tun: Ihr bisheriges Kennwort gilt weiter.",
  },
  automatic: "Diese E-Mail wurde automatisch versandt.",
}
const en: typeof de = {
  greeting: (name) => `Dear ${name},`,
  invitation: {
    subject: "your access",
    text: (installation) =>
      `an account at “${installation}” was made for you. Please set your password with this link:`,
    below: (signIn) =>
      `The link is valid for 14 days and can be used once. After that, “Forgot your password?” on the sign-in page helps you further: ${signIn}`,
  },
  reset: {
    subject: "set a new password",
    text: (installation) =>
      `a new password was asked for your account at “${installation}”. You can set it with this link:`,
    below: () =>
      "The link is valid for one hour and can be used once. You did not ask for a new password? Then there is nothing to do: your present password remains valid.",
  },
  automatic: "This e-mail was sent automatically.",
}

/** What both have in common. They go first: somebody waits for them, with the sign-in page open. */
const COMMON = {
  always: "It comes only when somebody asks for it.",
  ids: [],
  urgent: true,
  words: { de, en },
  write,
}

export const INVITATION = declareNotice({
  ...COMMON,
  name: "accounts.invitation",
  find: (parts, recipient) => findLink(parts, recipient, "invitation", null),
})

export const RESET = declareNotice({
  ...COMMON,
  name: "accounts.reset",
  find: (parts, recipient, { returnTo }: Payload) => findLink(parts, recipient, "reset", returnTo ?? null),
})

export const accountNotices = [
  INVITATION,
  RESET,
  FACTORS_CHANGED,
  ARCHIVE_READY,
  LEAVING_ORDERED,
  LEAVING_TAKEN_BACK,
  DIRECTORY_FAULT,
]

/** Makes the token only now, so that no job holds it. A repeat makes a new one, and the one before stays good. */
async function findLink(
  { db, config }: NoticeParts,
  { actor: { id, displayName } }: Recipient,
  asked: LinkPurpose,
  returnTo: string | null,
): Promise<News<Facts, null> | null> {
  const { passwordHash, roles } = only(
    await db
      .select({ passwordHash: people.passwordHash, roles: people.roles })
      .from(people)
      .where(eq(people.id, id)),
  )
  // A password would open nothing.
  if (!(await mayUsePassword(db, roles)) || (await hasDirectoryPassword(db, id))) return null
  // Whoever has set a password needs no invitation; whoever has none needs its longer life.
  if (asked === "invitation" && passwordHash) return null
  const purpose = passwordHash ? "reset" : "invitation"
  const token = await transact(db, (tx) => makeLink(tx, id, purpose))
  const { name: installation } = await readInstallation(db)
  const signIn = `${config.publicUrl}/anmelden`
  return {
    known: { purpose, displayName, installation, signIn },
    content: null,
    path: linkPath(token, returnTo),
  }
}

function write(words: typeof de, { purpose, displayName, installation, signIn }: Facts): Letter {
  const { subject, text, below } = words[purpose]
  return {
    subject: `${installation}: ${subject}`,
    greeting: words.greeting(displayName),
    paragraphs: [text(installation)],
    link: "",
    below: [below(signIn), words.automatic],
  }
}
