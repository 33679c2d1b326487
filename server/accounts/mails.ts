import type { Locale } from "../kernel/actor.ts"
import type { LinkPurpose } from "./tables.ts"

type Facts = { displayName: string; installation: string; link: string; publicUrl: string }
type Letter = { subject: string; text: string }

/** Invitation and reset cannot be switched off: they come only when somebody asks for them. */
export const letter = (purpose: LinkPurpose, locale: Locale, facts: Facts): Letter =>
  LETTERS[locale][purpose](facts)

const LETTERS: Record<Locale, Record<LinkPurpose, (facts: Facts) => Letter>> = {
  de: {
    invitation: ({ displayName, installation, link, publicUrl }) => ({
      subject: `${installation}: Ihr Zugang`,
      text: `Guten Tag ${displayName},

für Sie wurde ein Zugang zu „${installation}“ eingerichtet.
Bitte legen Sie über diesen Link Ihr Kennwort fest:

${link}

Der Link gilt 14 Tage und nur einmal. Danach hilft Ihnen „Kennwort vergessen“
auf der Anmeldeseite weiter:

${publicUrl}/anmelden

Diese E-Mail wurde automatisch versandt.
`,
    }),
    reset: ({ displayName, installation, link }) => ({
      subject: `${installation}: Neues Kennwort festlegen`,
      text: `Guten Tag ${displayName},

für Ihren Zugang zu „${installation}“ wurde ein neues Kennwort angefordert.
Über diesen Link können Sie es festlegen:

${link}

Der Link gilt eine Stunde und nur einmal.
Haben Sie kein neues Kennwort angefordert? Dann brauchen Sie nichts zu tun:
Ihr bisheriges Kennwort gilt weiter.

Diese E-Mail wurde automatisch versandt.
`,
    }),
  },
  en: {
    invitation: ({ displayName, installation, link, publicUrl }) => ({
      subject: `${installation}: your access`,
      text: `Dear ${displayName},

an account at “${installation}” was made for you.
Please set your password with this link:

${link}

The link is valid for 14 days and can be used once. After that, “Forgot your password?”
on the sign-in page helps you further:

${publicUrl}/anmelden

This e-mail was sent automatically.
`,
    }),
    reset: ({ displayName, installation, link }) => ({
      subject: `${installation}: set a new password`,
      text: `Dear ${displayName},

a new password was asked for your account at “${installation}”.
You can set it with this link:

${link}

The link is valid for one hour and can be used once.
You did not ask for a new password? Then there is nothing to do:
your present password remains valid.

This e-mail was sent automatically.
`,
    }),
  },
}
