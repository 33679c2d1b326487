import {
  createProvider,
  editProvider,
  findProvider,
  listDepartments,
  NewProvider,
  ProviderChange,
  secretsOf,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState, Newer } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import { Alert, formatDateTime, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { ProviderForm, Registered } from "./fields.tsx"
import { access, frame, PATH } from "./frame.tsx"
import { Rules } from "./rules.tsx"

const BEGINNING: Fields = {
  scopes: "openid profile email",
  enabled: "true",
  createsAccounts: "true",
  endsThere: "true",
  recheckMinutes: "60",
}

export function providerPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const secrets = secretsOf(site)
  pages.formPage(`${PATH}/neu`, {
    access,
    find: () => null,
    input: NewProvider,
    labels: (t) => t.accounts.providers.form.labels,
    start: () => BEGINNING,
    act: ({ db, actor }, value) => createProvider(db, secrets, actor, value),
    to: ({ id }) => [`${PATH}/${id}`, "provider-created"],
    show: ({ t }, _, form) => ({
      ...frame(t, t.accounts.providers.form.newTitle),
      children: <NewPage form={form} canKeepSecret={secrets.keys !== null} />,
    }),
  })
  pages.formPage(`${PATH}/:id`, {
    access,
    find: async ({ db, params }: Ask) => ({
      provider: await findProvider(db, secrets, params.id),
      departments: await listDepartments(db, { archived: true }),
    }),
    input: ProviderChange,
    labels: (t) => t.accounts.providers.form.labels,
    start: ({ provider }) => fieldsOf(provider),
    act: ({ db, actor, params }, value) => editProvider(db, secrets, actor, params.id, value),
    to: (_, { provider }) => [`${PATH}/${provider.id}`, "saved"],
    show: showProvider,
  })
}

type Found = {
  provider: Awaited<ReturnType<typeof findProvider>>
  departments: Awaited<ReturnType<typeof listDepartments>>
}

const fieldsOf = ({ version, name, issuer, clientId, scopes, ...rest }: Found["provider"]): Fields => ({
  version: String(version),
  name,
  issuer,
  clientId,
  scopes,
  secret: "",
  enabled: String(rest.enabled),
  createsAccounts: String(rest.createsAccounts),
  onlyMatched: String(rest.onlyMatched),
  linksByEmail: String(rest.linksByEmail),
  trustsEmail: String(rest.trustsEmail),
  endsThere: String(rest.endsThere),
  recheckMinutes: String(rest.recheckMinutes ?? ""),
})

const showProvider = ({ t, site }: Ask, found: Found, form: FormState): Content => ({
  ...frame(t, found.provider.name),
  children: <ProviderPage {...found} form={form} publicUrl={site.config.publicUrl} />,
})

function NewPage({ form, canKeepSecret }: { form: FormState; canKeepSecret: boolean }) {
  const { t } = useReader()
  return (
    <>
      <Faults form={form} />
      <PageTitle>{t.accounts.providers.form.newTitle}</PageTitle>
      <ProviderForm action={`${PATH}/neu`} form={form} provider={null} canKeepSecret={canKeepSecret} />
    </>
  )
}

function ProviderPage({
  provider,
  departments,
  form,
  publicUrl,
}: Found & { form: FormState; publicUrl: string }) {
  const { t, locale } = useReader()
  const { form: words, trying } = t.accounts.providers
  const path = `${PATH}/${provider.id}`
  return (
    <>
      <Faults form={form} />
      <PageTitle
        actions={
          <LinkButton href={`${path}/probe`} icon="person">
            {trying.title}
          </LinkButton>
        }
      >
        {provider.name}
      </PageTitle>
      <Newer form={form} text={words.newer} />
      {provider.unreachableSince && (
        <Alert kind="warning">
          <p>{words.unreachable(formatDateTime(new Date(provider.unreachableSince), locale))}</p>
        </Alert>
      )}
      <Registered slug={provider.slug} publicUrl={publicUrl} />
      <Rules provider={provider} departments={departments} />
      <ProviderForm action={path} form={form} provider={provider} canKeepSecret={provider.canKeepSecret} />
    </>
  )
}
