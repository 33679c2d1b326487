import type { App } from "../../../server/kernel/http.ts"
import { createWebhook, listWebhooks, NewWebhook, type WebhookView } from "../../../server/webhooks/index.ts"
import { pagesOf } from "../../form-pages.ts"
import { Faults, type FormState } from "../../form-state.tsx"
import {
  Badge,
  Buttons,
  Card,
  Form,
  List,
  Meta,
  PageTitle,
  Row,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { underAdministration } from "../accounts/administration.tsx"
import { Issued } from "../accounts/tokens/issued.tsx"
import { freshWebhook, LIST, NoHosts, WebhookFields, webhookLabels } from "./fields.tsx"

/** The webhooks, and a form for another one; the answer to it shows the secret, this once. */
export function webhookListPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(LIST, {
    access: ["admin"],
    find: ({ db }) => listWebhooks(db),
    input: NewWebhook,
    labels: webhookLabels,
    start: (_, { t }) => freshWebhook(t).fields,
    act: ({ actor }, value) => createWebhook(site, actor, value),
    to: ({ id, secret }, _, { t }) => showSecret(t, { id, secret }),
    show: ({ t }, webhooks, form) => ({
      title: t.webhooks.title,
      current: "administration",
      width: "reading",
      breadcrumb: underAdministration(t, t.webhooks.title),
      children: <Webhooks webhooks={webhooks} form={form} hosts={site.config.webhookHosts} />,
    }),
  })
}

/** A new secret, which no address leads to again. */
export function showSecret(t: Texts, { id, secret }: { id: string; secret: string }): Content {
  const { secretTitle: title, secretText: text, secretBack: back, title: list } = t.webhooks
  return {
    title,
    current: "administration",
    width: "reading",
    breadcrumb: underAdministration(t, title, { label: list, href: LIST }),
    children: <Issued title={title} token={secret} text={text} back={back} to={`${LIST}/${id}`} />,
  }
}

type Props = { webhooks: WebhookView[]; form: FormState; hosts: readonly string[] }

function Webhooks({ webhooks, form, hosts }: Props) {
  const { t } = useReader()
  const words = t.webhooks
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {webhooks.length > 0 && (
        <List label={words.list}>
          {webhooks.map((webhook) => (
            <Row
              key={webhook.id}
              href={`${LIST}/${webhook.id}`}
              title={webhook.name}
              badges={<State webhook={webhook} />}
              meta={<Meta items={webhook.events.map((event) => words.events[event])} />}
            />
          ))}
        </List>
      )}
      {hosts.length === 0 ? (
        <NoHosts />
      ) : (
        <Card title={words.add} id="neu" icon="plus">
          <Form action={LIST}>
            <WebhookFields form={form} hosts={hosts} />
            <Buttons>
              <SubmitButton>{words.add}</SubmitButton>
            </Buttons>
          </Form>
        </Card>
      )}
    </>
  )
}

/** Only what is out of the ordinary. */
function State({ webhook: { enabled, failingSince } }: { webhook: WebhookView }) {
  const { t } = useReader()
  if (!enabled) return <Badge>{t.webhooks.off}</Badge>
  if (!failingSince) return null
  return (
    <Badge kind="warning" icon="clock">
      {t.webhooks.failing}
    </Badge>
  )
}
