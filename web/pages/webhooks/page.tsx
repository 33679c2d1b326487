import { dayOf } from "../../../server/kernel/time.ts"
import type { DeliveryView, WebhookView } from "../../../server/webhooks/index.ts"
import { Faults, type FormState, tick } from "../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Buttons,
  Card,
  Field,
  Form,
  formatDateTime,
  formatDay,
  LinkButton,
  PageTitle,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../layout/index.ts"
import { Deliveries } from "./deliveries.tsx"
import { LIST, NoHosts, WebhookFields } from "./fields.tsx"

type Props = {
  webhook: WebhookView
  deliveries: DeliveryView[]
  form: FormState
  hosts: readonly string[]
}

export function Webhook({ webhook, deliveries, form, hosts }: Props) {
  const { t } = useReader()
  const words = t.webhooks
  const path = `${LIST}/${webhook.id}`
  return (
    <>
      <Faults form={form} />
      <PageTitle>{webhook.name}</PageTitle>
      {hosts.length === 0 && <NoHosts />}
      <Trouble webhook={webhook} />
      <Card title={words.log} id="nachrichten" icon="mail">
        <p>{words.logText}</p>
        <ActionButton action={`${path}/probe`} kind="secondary">
          {words.test}
        </ActionButton>
        <Deliveries deliveries={deliveries} path={path} />
      </Card>
      <Card title={words.settings} id="einstellungen" icon="settings">
        <Form action={path}>
          <WebhookFields form={form} hosts={hosts} />
          <Field {...tick(form, "enabled")} type="checkbox" optional={false} />
          <Buttons>
            <SubmitButton>{t.shell.form.save}</SubmitButton>
            <LinkButton href={LIST} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      </Card>
      <Secret webhook={webhook} path={path} />
      <Card title={words.removeTitle} id="loeschen" icon="lock">
        <TwoSteps
          summary={words.remove}
          now={words.removeNow}
          text={words.removeText(webhook.name)}
          action={`${path}/loeschen`}
        />
      </Card>
    </>
  )
}

function Trouble({ webhook: { stoppedAt, failingSince, enabled } }: { webhook: WebhookView }) {
  const { t, locale } = useReader()
  const words = t.webhooks
  const text = stoppedAt
    ? words.stopped(formatDay(dayOf(new Date(stoppedAt)), locale))
    : enabled && failingSince && words.failingSince(formatDateTime(new Date(failingSince), locale))
  if (!text) return null
  return (
    <Alert kind="warning">
      <p>{text}</p>
    </Alert>
  )
}

function Secret({ webhook: { hasFormer }, path }: { webhook: WebhookView; path: string }) {
  const { t } = useReader()
  const words = t.webhooks
  return (
    <Card title={words.secret} id="geheimnis" icon="lock">
      {hasFormer && (
        <>
          <p>{words.former}</p>
          <ActionButton action={`${path}/geheimnis/verwerfen`} kind="secondary">
            {words.drop}
          </ActionButton>
        </>
      )}
      <TwoSteps
        summary={words.renew}
        now={words.renewNow}
        text={words.renewText}
        action={`${path}/geheimnis`}
      />
    </Card>
  )
}
