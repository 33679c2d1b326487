import {
  ConversationSettings,
  changeConversationSettings,
  readConversationSettings,
} from "../../../server/conversations/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { pagesOf } from "../../form-pages.ts"
import { choice, Faults, type FormState, tick } from "../../form-state.tsx"
import { Buttons, Field, Form, PageTitle, SubmitButton, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { underAdministration } from "../accounts/administration.tsx"

const SETTINGS = "/verwaltung/gespraeche"

/** Whether there are conversations at all, and how long messages are kept. */
export function settingsPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(SETTINGS, {
    access: ["admin"],
    find: ({ db }) => readConversationSettings(db),
    input: ConversationSettings,
    labels: ({ conversations: { settings } }) => ({ isOn: settings.isOn, keptDays: settings.keptDays }),
    start: ({ isOn, keptDays }) => ({ isOn: isOn ? "true" : "", keptDays: String(keptDays) }),
    act: ({ db, actor }, value) => changeConversationSettings(db, actor, value),
    to: () => [SETTINGS, "saved"],
    show: ({ t }, _, form) => ({
      title: t.conversations.title,
      current: "administration",
      width: "reading",
      breadcrumb: underAdministration(t, t.conversations.title),
      children: <Settings form={form} />,
    }),
  })
}

function Settings({ form }: { form: FormState }) {
  const { t } = useReader()
  const words = t.conversations.settings
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{t.conversations.title}</PageTitle>
      <Faults form={form} />
      <Form action={SETTINGS}>
        <Field {...tick(form, "isOn")} type="checkbox" hint={words.isOnHint} />
        <Field {...choice(form, "keptDays")} type="number" hint={words.keptDaysHint} width="short" />
        <Buttons>
          <SubmitButton>{t.shell.form.save}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}
