import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Id } from "../../../server/kernel/schemas.ts"
import {
  type DeliveryView,
  dropFormerSecret,
  editWebhook,
  findWebhook,
  listDeliveries,
  removeWebhook,
  renewSecret,
  sendAgain,
  testWebhook,
  WebhookChange,
  type WebhookView,
} from "../../../server/webhooks/index.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import { type FormState, freshForm } from "../../form-state.tsx"
import type { Content, Site } from "../../site.tsx"
import { underAdministration } from "../accounts/administration.tsx"
import { LIST, webhookLabels } from "./fields.tsx"
import { showSecret } from "./list.tsx"
import { Webhook } from "./page.tsx"

const PATH = `${LIST}/:id`
const access = ["admin"] as const

type Found = { webhook: WebhookView; deliveries: DeliveryView[] }

export function webhookPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(PATH, {
    access,
    find: accessWebhook,
    input: WebhookChange,
    labels: webhookLabels,
    start: fieldsOf,
    act: ({ actor, params }, value) => editWebhook(site, actor, params.id, value),
    to: (_, { webhook }) => [`${LIST}/${webhook.id}`, "saved"],
    show: showWebhook,
  })
  const button = { access, find: accessWebhook, input: NoInput, again: showRefused }
  pages.form(`${PATH}/probe`, {
    ...button,
    act: ({ db, actor, params }) => testWebhook(db, actor, params.id),
    to: (_, { webhook }) => [`${LIST}/${webhook.id}`, "webhook-tested"],
  })
  pages.form(`${PATH}/geheimnis`, {
    ...button,
    act: ({ actor, params }) => renewSecret(site, actor, params.id),
    to: ({ secret }, { webhook: { id } }, { t }) => showSecret(t, { id, secret }),
  })
  pages.form(`${PATH}/geheimnis/verwerfen`, {
    ...button,
    act: ({ db, actor, params }) => dropFormerSecret(db, actor, params.id),
    to: (_, { webhook }) => [`${LIST}/${webhook.id}`, "webhook-secret-dropped"],
  })
  pages.form(`${PATH}/loeschen`, {
    ...button,
    act: ({ db, actor, params }) => removeWebhook(db, actor, params.id),
    to: () => [LIST, "webhook-removed"],
  })
  pages.form(`${PATH}/nachrichten/:deliveryId/erneut`, {
    ...button,
    params: Closed({ id: Id, deliveryId: Id }),
    act: ({ db, actor, params }) => sendAgain(db, actor, params.id, params.deliveryId),
    to: (_, { webhook }) => [`${LIST}/${webhook.id}`, "webhook-sent-again"],
  })
}

async function accessWebhook({ db, params }: Pick<Ask, "db" | "params">): Promise<Found> {
  const webhook = await findWebhook(db, params.id)
  if (!webhook) throw notFound()
  return { webhook, deliveries: await listDeliveries(db, params.id) }
}

const fieldsOf = ({ webhook: { name, url, events, enabled } }: Found) => ({
  name,
  url,
  events,
  enabled: enabled ? "true" : "",
})

/** The page where one of its buttons was refused. */
const showRefused = (ask: Pick<Ask, "t" | "site">, found: Found, { errors }: FormState) =>
  showWebhook(ask, found, { ...freshForm(WebhookChange, webhookLabels(ask.t), fieldsOf(found)), errors })

const showWebhook = ({ t, site }: Pick<Ask, "t" | "site">, found: Found, form: FormState): Content => ({
  title: found.webhook.name,
  current: "administration",
  width: "reading",
  breadcrumb: underAdministration(t, found.webhook.name, { label: t.webhooks.title, href: LIST }),
  children: <Webhook {...found} form={form} hosts={site.config.webhookHosts} />,
})
