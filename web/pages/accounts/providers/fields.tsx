import {
  afterSignOutAddress,
  type ProviderView,
  redirectAddress,
  secretVariable,
} from "../../../../server/accounts/index.ts"
import { choice, type FormState, field, tick, versionOf } from "../../../form-state.tsx"
import {
  Buttons,
  Card,
  Facts,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { PATH } from "./frame.tsx"

type Props = {
  action: string
  form: FormState
  /** Null for a new one. */
  provider: ProviderView | null
  canKeepSecret: boolean
}

/** Everything about a sign-in service save its rules. */
export function ProviderForm({ action, form, provider, canKeepSecret }: Props) {
  const { t } = useReader()
  const words = t.accounts.providers.form
  return (
    <Form action={action} hidden={provider ? { version: versionOf(form) } : {}}>
      <FieldGroup legend={words.connection}>
        <Field {...field(form, "name")} hint={words.nameHint} autocomplete="off" />
        {!provider && (
          <Field {...field(form, "slug")} hint={words.slugHint} autocomplete="off" spellcheck={false} />
        )}
        <Field
          {...field(form, "issuer")}
          type="url"
          hint={words.issuerHint}
          autocomplete="off"
          spellcheck={false}
        />
        <Field {...field(form, "clientId")} autocomplete="off" spellcheck={false} />
        <SecretField form={form} provider={provider} canKeepSecret={canKeepSecret} />
        <Field {...field(form, "scopes")} hint={words.scopesHint} autocomplete="off" spellcheck={false} />
        <Field {...tick(form, "enabled")} type="checkbox" />
      </FieldGroup>
      <FieldGroup legend={words.people}>
        <Field {...tick(form, "createsAccounts")} type="checkbox" />
        <Field {...tick(form, "onlyMatched")} type="checkbox" />
        <Field {...tick(form, "linksByEmail")} type="checkbox" hint={words.linksByEmailHint} />
        <Field {...tick(form, "trustsEmail")} type="checkbox" hint={words.trustsEmailHint} />
      </FieldGroup>
      <FieldGroup legend={words.sessions}>
        <Field {...tick(form, "endsThere")} type="checkbox" />
        <Field
          {...choice(form, "recheckMinutes")}
          type="number"
          min="5"
          max="1440"
          width="short"
          hint={words.recheckHint}
        />
      </FieldGroup>
      <Buttons>
        <SubmitButton>{t.shell.form.save}</SubmitButton>
        <LinkButton href={PATH} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

/** What is stored is never shown; where nothing can be stored, the environment holds it. */
function SecretField({ form, provider, canKeepSecret }: Omit<Props, "action">) {
  const { t } = useReader()
  const hint = secretHint(t, provider, canKeepSecret)
  if (provider?.secret === "environment" || !canKeepSecret) return <p>{hint}</p>
  return <Field {...choice(form, "secret")} value="" type="password" autocomplete="off" hint={hint} />
}

function secretHint(t: Texts, provider: ProviderView | null, canKeepSecret: boolean): string {
  const words = t.accounts.providers.form.secretHints
  const variable = secretVariable(provider?.slug ?? "…")
  if (provider?.secret === "environment") return words.environment(variable)
  if (!canKeepSecret) return words.noKey(variable)
  return words[provider?.secret ?? "none"]
}

/** The addresses that belong into the provider's own settings. */
export function Registered({ slug, publicUrl }: { slug: string; publicUrl: string }) {
  const { t } = useReader()
  const words = t.accounts.providers.form
  const addresses = [
    { label: words.redirect, value: redirectAddress(publicUrl, slug) },
    { label: words.afterSignOut, value: afterSignOutAddress(publicUrl) },
    { label: words.backChannel, value: `${publicUrl}/api/sign-in/providers/${slug}/logout` },
  ]
  return (
    <Card title={words.registered} id="adressen" tone="quiet">
      <Facts facts={addresses.map(({ label, value }) => ({ label, value: <code>{value}</code> }))} />
    </Card>
  )
}
