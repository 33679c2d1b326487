import { NewWebhook, WEBHOOK_EVENTS } from "../../../server/webhooks/index.ts"
import { choices, type FormState, field, freshForm } from "../../form-state.tsx"
import { Alert, Field, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

export const LIST = "/verwaltung/webhooks"

export const webhookLabels = ({ webhooks, errors }: Texts) => ({
  name: errors.labels.name,
  url: webhooks.url,
  events: webhooks.eventsLabel,
  enabled: webhooks.enabled,
})

export const freshWebhook = (t: Texts): FormState =>
  freshForm(NewWebhook, webhookLabels(t), { events: [...WEBHOOK_EVENTS] })

/** What a webhook is called, where it goes, and what it tells. */
export function WebhookFields({ form, hosts }: { form: FormState; hosts: readonly string[] }) {
  const { t } = useReader()
  const words = t.webhooks
  return (
    <>
      <Field {...field(form, "name")} hint={words.nameHint} autocomplete="off" width="medium" />
      <Field
        {...field(form, "url")}
        type="url"
        hint={hosts.length > 0 ? `${words.urlHint} ${words.hosts(hosts.join(", "))}` : words.urlHint}
        autocomplete="off"
      />
      <Field
        {...choices(form, "events")}
        type="checkboxes"
        optional={false}
        options={WEBHOOK_EVENTS.map((event) => ({ value: event, label: words.events[event] }))}
      />
    </>
  )
}

/** Where the operator allows nothing, nothing can be sent. */
export function NoHosts() {
  const { t } = useReader()
  return (
    <Alert kind="info">
      <p>{t.webhooks.noHosts}</p>
    </Alert>
  )
}
