import { Confirmed, ConfirmedPasskey, PasskeyName } from "../../../../server/accounts/index.ts"
import { field } from "../../../form-state.tsx"
import {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Disclosure,
  Field,
  Form,
  formatDay,
  LinkButton,
  List,
  Meta,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { formOf, idAt, isRefused, type Tried } from "../../../page-forms.ts"
import { Confirming, CurrentPassword } from "./confirming.tsx"
import { type Found, factorLabels, SECURING } from "./own.ts"
import { PasskeyForm } from "./passkey-form.tsx"
import { PasskeyNameField } from "./passkey-name.tsx"

type Props = { found: Found; tried: Tried | null }

export function AppCard({ found: { factors }, tried }: Props) {
  const { t, locale } = useReader()
  const { app: words, own } = t.accounts.factors
  const { totpSince } = factors
  return (
    <Card title={words.title} id="app" icon="lock">
      <p>{words.text}</p>
      <p>
        {totpSince ? (
          <Badge
            kind="success"
            icon="check"
          >{`${words.on} ${own.since(formatDay(totpSince, locale))}`}</Badge>
        ) : (
          <Badge>{words.none}</Badge>
        )}
      </p>
      <Buttons>
        <LinkButton href={`${SECURING}/app`}>{totpSince ? words.again : words.setUp}</LinkButton>
      </Buttons>
      {totpSince && (
        <Confirming
          form={formOf(tried, { at: "app", input: Confirmed, labels: factorLabels(t) })}
          at="app"
          action={`${SECURING}/app/entfernen`}
          summary={words.remove}
          text={words.removeText}
          now={words.removeNow}
          context={words.title}
        />
      )}
    </Card>
  )
}

export function PasskeysCard({ found, tried }: Props) {
  const { t } = useReader()
  const words = t.accounts.factors.passkeys
  const { factors, options, device } = found
  const form = formOf(tried, {
    at: "neu",
    input: ConfirmedPasskey,
    labels: factorLabels(t),
    fields: { name: device },
  })
  return (
    <Card title={words.title} id="passkeys" icon="lock">
      <p>{words.text}</p>
      {factors.passkeys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List label={words.list}>
          {factors.passkeys.map((passkey) => (
            <OnePasskey passkey={passkey} tried={tried} key={passkey.id} />
          ))}
        </List>
      )}
      {options ? (
        <>
          <noscript>
            <p>{words.needsScript}</p>
          </noscript>
          <PasskeyForm action={`${SECURING}/passkeys`} options={options}>
            <PasskeyNameField form={form} at="neu" />
            <CurrentPassword form={form} at="neu" />
            <Buttons>
              <SubmitButton kind="secondary" icon="plus">
                {words.add}
              </SubmitButton>
            </Buttons>
          </PasskeyForm>
        </>
      ) : (
        <Alert kind="info">
          <p>{words.unavailable}</p>
        </Alert>
      )}
    </Card>
  )
}

type OneProps = { passkey: Found["factors"]["passkeys"][number]; tried: Tried | null }

function OnePasskey({ passkey: { id, name, addedOn }, tried }: OneProps) {
  const { t, locale } = useReader()
  const { passkeys: words, own } = t.accounts.factors
  const labels = factorLabels(t)
  const renaming = formOf(tried, { at: id, action: "rename", input: PasskeyName, labels, fields: { name } })
  const removing = formOf(tried, { at: id, action: "remove", input: Confirmed, labels })
  const path = `${SECURING}/passkeys/${id}`
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{name}</p>
        <div class="ff-row__foot">
          <Meta items={[own.since(formatDay(addedOn, locale))]} />
        </div>
        <Disclosure summary={words.rename} quiet open={isRefused(renaming)}>
          <Form action={path} hidden={{ action: "rename" }}>
            <Field {...field(renaming, "name")} {...idAt("name", id)} autocomplete="off" />
            <div>
              <Button small context={name}>
                {words.renameNow}
              </Button>
            </div>
          </Form>
        </Disclosure>
        <Confirming
          form={removing}
          at={id}
          action={path}
          hidden={{ action: "remove" }}
          summary={words.remove}
          text={words.removeText}
          now={words.removeNow}
          context={name}
        />
      </div>
    </li>
  )
}

export function CodesCard({ found: { factors }, tried }: Props) {
  const { t } = useReader()
  const words = t.accounts.factors.codes
  return (
    <Card title={words.title} id="codes" icon="lock">
      <p>{words.text}</p>
      <p>{words.left(factors.codes)}</p>
      <Confirming
        form={formOf(tried, { at: "codes", input: Confirmed, labels: factorLabels(t) })}
        at="codes"
        action={`${SECURING}/codes`}
        summary={words.renew}
        text={words.renewText}
        now={words.renewNow}
      />
    </Card>
  )
}
