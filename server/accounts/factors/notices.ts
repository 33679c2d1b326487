import { declareNotice, type Letter } from "../../kernel/notices.ts"
import { readInstallation } from "../installation/queries.ts"

const EVENTS = [
  "totp-added",
  "passkey-added",
  "totp-removed",
  "passkey-removed",
  "codes-renewed",
  "recovery-used",
  "taken",
] as const
export type FactorEvent = (typeof EVENTS)[number]

type Facts = { what: FactorEvent; displayName: string; installation: string }

const de = {
  greeting: (name: string) => `Guten Tag ${name},`,
  subject: "Anmeldung geändert",
  texts: {
    "totp-added": "für Ihr Konto wurde eine App eingerichtet, die Codes für die Anmeldung zeigt.",
    "passkey-added": "für Ihr Konto wurde ein Passkey hinzugefügt.",
    "totp-removed": "die App, die Codes für Ihre Anmeldung zeigt, wurde entfernt.",
    "passkey-removed": "ein Passkey Ihres Kontos wurde entfernt.",
    "codes-renewed":
      "für Ihr Konto wurden neue Wiederherstellungscodes erzeugt. Die bisherigen gelten nicht mehr.",
    "recovery-used":
      "an Ihrem Konto wurde sich mit einem Wiederherstellungscode angemeldet. Dieser Code ist damit verbraucht.",
    taken:
      "die Administration hat den zweiten Faktor Ihres Kontos entfernt. Alle Geräte sind abgemeldet; melden Sie sich bitte mit Ihrem Kennwort neu an.",
  } satisfies Record<FactorEvent, string>,
  link: "Anmeldung ansehen",
  below:
    "Waren Sie das nicht, und wussten Sie nichts davon? Dann ändern Sie bitte sofort Ihr Kennwort und sagen Sie es Ihrer Administration.",
  automatic: "Diese E-Mail wurde automatisch versandt.",
}
const en: typeof de = {
  greeting: (name) => `Dear ${name},`,
  subject: "your sign-in was changed",
  texts: {
    "totp-added": "an app that shows codes for signing in was set up for your account.",
    "passkey-added": "a passkey was added to your account.",
    "totp-removed": "the app that shows codes for your sign-in was removed.",
    "passkey-removed": "a passkey of your account was removed.",
    "codes-renewed": "new recovery codes were made for your account. The former ones are no longer valid.",
    "recovery-used": "somebody signed in to your account with a recovery code. That code is used up now.",
    taken:
      "an administrator removed the second factor of your account. All devices are signed out; please sign in again with your password.",
  },
  link: "See how you sign in",
  below:
    "Was it not you, and did you not know about it? Then please change your password at once and tell your administrators.",
  automatic: "This e-mail was sent automatically.",
}

/** Nobody else is told, and nobody can switch it off: it may be the first sign that somebody else is at the account. */
export const FACTORS_CHANGED = declareNotice({
  name: "accounts.factors",
  always: "It tells that the way into the account has changed.",
  ids: ["what"],
  urgent: true,
  words: { de, en },
  find: async ({ db }, { actor: { displayName } }, { what }) => {
    const event = EVENTS.find((one) => one === what)
    if (!event) return null
    const { name: installation } = await readInstallation(db)
    return { known: { what: event, displayName, installation }, content: null, path: "/profil/sicherung" }
  },
  write,
})

function write(words: typeof de, { what, displayName, installation }: Facts): Letter {
  return {
    subject: `${installation}: ${words.subject}`,
    greeting: words.greeting(displayName),
    paragraphs: [words.texts[what]],
    link: words.link,
    below: [words.below, words.automatic],
  }
}
