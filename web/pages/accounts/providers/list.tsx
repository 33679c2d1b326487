import {
  changeLocalSignIn,
  demandFactors,
  FactorDemand,
  LOCAL_SIGN_INS,
  LocalSignInChange,
  listProviders,
  type ProviderView,
  readInstallation,
  secretsOf,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { choices, Faults, type FormState, freshForm } from "../../../form-state.tsx"
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
import type { Content, Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { demandLabels, FactorDemandCard } from "./demand.tsx"
import { access, PATH } from "./frame.tsx"

/** All sign-in services, and who may do without. */
export function providerListPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = ({ db }: Pick<Ask, "db">) => listProviders(db, secretsOf(site))
  pages.formPage(PATH, {
    access,
    find,
    input: LocalSignInChange,
    labels: (t) => t.accounts.providers.form.labels,
    start: (_, ask) => storedLocal(ask),
    act: ({ db, actor }, { localSignIn }) => changeLocalSignIn(db, actor, localSignIn),
    to: () => [PATH, "saved"],
    show: async (ask, providers, form) => contentOf(ask, providers, form, await storedDemand(ask)),
  })
  pages.form(`${PATH}/zweiter-faktor`, {
    access,
    find,
    input: FactorDemand,
    labels: demandLabels,
    act: ({ db, actor }, { roles }) => demandFactors(db, site.providerKeys, actor, roles),
    to: () => [`${PATH}#zweiter-faktor`, "saved"],
    again: async (ask, providers, demand) => {
      const labels = ask.t.accounts.providers.form.labels
      const local = freshForm(LocalSignInChange, labels, await storedLocal(ask))
      return contentOf(ask, providers, local, demand)
    },
  })
}

const storedLocal = async ({ db }: Pick<Ask, "db">) => {
  const { localSignIn } = await readInstallation(db)
  return { localSignIn }
}

const storedDemand = async ({ db, t }: Pick<Ask, "db" | "t">) => {
  const { factorRoles } = await readInstallation(db)
  return freshForm(FactorDemand, demandLabels(t), { roles: [...factorRoles] })
}

const contentOf = (
  { t }: Pick<Ask, "t">,
  providers: ProviderView[],
  form: FormState,
  demand: FormState,
): Content => ({
  title: t.accounts.providers.admin.title,
  current: "administration",
  width: "reading",
  breadcrumb: underAdministration(t, t.accounts.providers.admin.title),
  children: <Providers providers={providers} form={form} demand={demand} />,
})

type Props = { providers: ProviderView[]; form: FormState; demand: FormState }

function Providers({ providers, form, demand }: Props) {
  const { t } = useReader()
  const words = t.accounts.providers.admin
  return (
    <>
      <Faults form={form} />
      <Faults form={demand} />
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
      <FactorDemandCard form={demand} path={`${PATH}/zweiter-faktor`} />
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
