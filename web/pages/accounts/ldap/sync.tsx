import {
  findLdapView,
  LDAP_FAULT_WORDS,
  type LdapView,
  previewSync,
  type SyncPreview,
  syncDirectory,
  syncFault,
  TakenOver,
} from "../../../../server/accounts/index.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState, tick } from "../../../form-state.tsx"
import { Alert, Buttons, Field, Form, PageTitle, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { access, frame, PATH } from "./frame.tsx"
import { PlanTables } from "./plan-tables.tsx"

/** The connection is tried and what would come is shown; nothing is done before somebody says so. */
export function syncPages(app: App, site: Site): void {
  const find = async ({ db, params }: Ask) => {
    const view = await findLdapView(db, site.providerKeys, params.id)
    return { view, preview: await previewSync(site, params.id) }
  }
  pagesOf(app, site).formPage(`${PATH}/:id/abgleich`, {
    access,
    find,
    input: TakenOver,
    labels: (t) => t.accounts.ldap.labels,
    start: () => ({}),
    act: ({ actor, params }, { anyway }) =>
      syncDirectory(site, params.id, { actor, anyway }).catch((error) => {
        throw syncFault(error) ? new Refusal(409, "directories.not-taken-over") : error
      }),
    to: (_, { view }) => [`${PATH}/${view.directory.id}`, "ldap-taken-over"],
    show: ({ t }, { view, preview }, form) => ({
      ...frame(t, t.accounts.ldap.sync.title, view.directory),
      width: undefined,
      children: <SyncPage view={view} preview={preview} form={form} />,
    }),
  })
}

type Props = { view: LdapView; preview: SyncPreview; form: FormState }

function SyncPage({ view, preview, form }: Props) {
  const { t, locale } = useReader()
  const words = t.accounts.ldap.sync
  const { fault, plan } = preview
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {plan && (
        <Alert kind="success">
          <p>{words.found(preview.found, preview.groups)}</p>
        </Alert>
      )}
      {fault && (
        <Alert kind="warning">
          <p>{LDAP_FAULT_WORDS[locale][fault]}</p>
        </Alert>
      )}
      {plan && (
        <>
          <TakingOver
            plan={plan}
            isTooMuch={fault !== null}
            form={form}
            path={`${PATH}/${view.directory.id}`}
          />
          <PlanTables plan={plan} />
        </>
      )}
    </>
  )
}

type Taking = { plan: NonNullable<SyncPreview["plan"]>; isTooMuch: boolean; form: FormState; path: string }

function TakingOver({ plan, isTooMuch, form, path }: Taking) {
  const { t } = useReader()
  const words = t.accounts.ldap.sync
  const { added, changed, gone, same, unmatched } = plan
  if (added.length + changed.length + gone.length === 0) return <p>{words.nothing}</p>
  return (
    <Form action={`${path}/abgleich`}>
      <p>{words.summary(added.length, changed.length, gone.length, same.length)}</p>
      {unmatched > 0 && <p>{words.unmatched(unmatched)}</p>}
      {isTooMuch && <Field {...tick(form, "anyway")} type="checkbox" optional={false} />}
      <Buttons>
        <SubmitButton>{words.apply}</SubmitButton>
      </Buttons>
    </Form>
  )
}
