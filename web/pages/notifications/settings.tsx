import type { ComponentChildren } from "preact"
import { Type } from "typebox"
import { changeMe } from "../../../server/accounts/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed } from "../../../server/kernel/schemas.ts"
import {
  AllMailTimes,
  changeMailSettings,
  MailSettings,
  pauseMails,
  resumeMails,
  setMailTimes,
} from "../../../server/notifications/index.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import { freshForm } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import { Breadcrumb } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import {
  FIELDS,
  type Found,
  find,
  HOURS,
  labels,
  readSettings,
  SETTINGS,
  startOf,
} from "./settings-fields.ts"
import { SettingsForms } from "./settings-forms.tsx"

const Content = Closed({ mailWithoutContent: Type.Boolean() })

export function settingsPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(SETTINGS, {
    find,
    input: MailSettings,
    fields: FIELDS,
    labels,
    start: ({ settings }) => startOf(settings),
    read: readSettings,
    fault: (fault) => ({ ...fault, field: HOURS[fault.field] ?? fault.field }),
    act: ({ db, actor }, value) => changeMailSettings(db, actor, value),
    to: () => [SETTINGS, "saved"],
    show: (ask, found, form) => pageOf(ask.t, <SettingsForms {...found} form={form} />),
  })
  const fresh = ({ t }: Ask, found: Found) =>
    pageOf(t, <SettingsForms {...found} form={freshForm(MailSettings, labels(t), startOf(found.settings))} />)
  pages.form(`${SETTINGS}/alle`, {
    find,
    input: AllMailTimes,
    act: ({ db, actor }, value) => setMailTimes(db, actor, value),
    to: () => [SETTINGS, "saved"],
    again: fresh,
  })
  pages.form(`${SETTINGS}/inhalt`, {
    find,
    input: Content,
    read: (fields) => ({ mailWithoutContent: textOf(fields, "mailWithoutContent") === "true" }),
    act: ({ db, actor }, value) => changeMe(db, actor, value),
    to: () => [SETTINGS, "saved"],
    again: fresh,
  })
  pauseForms(app, site, SETTINGS, fresh)
}

type Again = (ask: Ask, found: Found) => ReturnType<typeof pageOf>

/** "Nur per Glocke für heute", from the settings and from the inbox. */
function pauseForms(app: App, site: Site, back: string, again: Again): void {
  const pages = pagesOf(app, site)
  for (const place of [back, "/benachrichtigungen"]) {
    pages.form(`${place}/pause`, {
      find,
      input: NoInput,
      act: ({ db, actor }) => pauseMails(db, actor),
      to: () => [place, "mails-paused"],
      again,
    })
    pages.form(`${place}/pause/beenden`, {
      find,
      input: NoInput,
      act: ({ db, actor }) => resumeMails(db, actor),
      to: () => [place, "mails-resumed"],
      again,
    })
  }
}

const pageOf = (t: Texts, children: ComponentChildren) => ({
  title: t.notifications.settings.title,
  width: "reading" as const,
  breadcrumb: (
    <Breadcrumb
      trail={[
        { label: t.accounts.profile.title, href: "/profil" },
        { label: t.notifications.settings.title },
      ]}
    />
  ),
  children,
})
