import {
  changeLocalSignIn,
  LOCAL_SIGN_INS,
  LocalSignInChange,
  listProviders,
  type ProviderView,
  readInstallation,
  secretsOf,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { pagesOf } from "../../../form-pages.ts"
import { choices, Faults, type FormState } from "../../../form-state.tsx"
import {
  Badge,
  Buttons,
  Card,
  EmptyState,
  Field,
  Form,
  LinkButton,
  List,
  PageTitle,
  Row,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { access, PATH } from "./frame.tsx"

/** All sign-in services, and who may do without. */
export function providerListPage(app: App, site: Site): void {
  pagesOf(app, site).formPage(PATH, {
    access,
    find: ({ db }) => listProviders(db, secretsOf(site)),
    input: LocalSignInChange,
    labels: (t) => t.accounts.providers.form.labels,
    start: async (_, { db }) => ({ localSignIn: (await readInstallation(db)).localSignIn }),
    act: ({ db, actor }, { localSignIn }) => changeLocalSignIn(db, actor, localSignIn),
    to: () => [PATH, "saved"],
    show: ({ t }, providers, form) => ({
      title: t.accounts.providers.admin.title,
      current: "administration",
      width: "reading",
      breadcrumb: underAdministration(t, t.accounts.providers.admin.title),
      children: <Providers providers={providers} form={form} />,
    }),
  })
}

function Providers({ providers, form }: { providers: ProviderView[]; form: FormState }) {
  const { t } = useReader()
  const words = t.accounts.providers.admin
  return (
    <>
      <Faults form={form} />
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={
          <LinkButton href={`${PATH}/neu`} kind="primary" icon="plus">
            {words.add}
          </LinkButton>
        }
      >
        {words.title}
      </PageTitle>
      {providers.length === 0 ? (
        <EmptyState icon="lock" title={words.none} />
      ) : (
        <List label={words.list}>
          {providers.map((provider) => (
            <Row
              href={`${PATH}/${provider.id}`}
              title={provider.name}
              level={2}
              excerpt={provider.issuer}
              badges={<States provider={provider} />}
              key={provider.id}
            />
          ))}
        </List>
      )}
      <LocalSignIn form={form} />
    </>
  )
}

function States({ provider: { enabled, unreachableSince } }: { provider: ProviderView }) {
  const { t } = useReader()
  const words = t.accounts.providers.admin
  return (
    <>
      {enabled ? (
        <Badge kind="success" icon="check">
          {words.on}
        </Badge>
      ) : (
        <Badge icon="hide">{words.off}</Badge>
      )}
      {enabled && unreachableSince !== null && (
        <Badge kind="warning" icon="warning">
          {words.down}
        </Badge>
      )}
    </>
  )
}

function LocalSignIn({ form }: { form: FormState }) {
  const { t } = useReader()
  const { local, localLabel, localHint, locals, localHints } = t.accounts.providers.admin
  const hints: Record<string, string> = localHints
  return (
    <Card title={local} id="kennwort" icon="lock">
      <Form action={PATH}>
        <Field
          {...choices(form, "localSignIn")}
          type="radios"
          label={localLabel}
          hint={localHint}
          options={LOCAL_SIGN_INS.map((value) => ({ value, label: locals[value], hint: hints[value] }))}
        />
        <Buttons>
          <SubmitButton context={local}>{t.shell.form.save}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
