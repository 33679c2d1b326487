import {
  addDirectoryRule,
  type DepartmentView,
  findLdapView,
  type LdapView,
  listDepartments,
  NewRule,
  removeDirectoryRule,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import {
  ActionButton,
  Buttons,
  Card,
  Form,
  LinkButton,
  List,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { RuleFields } from "../providers/rule-fields.tsx"
import { conditionOf, giftOf } from "../providers/rules.tsx"
import { access, frame, PATH } from "./frame.tsx"

export function ldapRulePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const { db, providerKeys: keys } = site
  const find = async ({ params }: Pick<Ask, "params">) => ({
    view: await findLdapView(db, keys, params.id),
    departments: await listDepartments(db),
  })
  type Found = Awaited<ReturnType<typeof find>>
  const showNew = ({ t }: Pick<Ask, "t">, { view, departments }: Found, form: FormState) => ({
    ...frame(t, t.accounts.ldap.rules.newTitle, view.directory),
    children: <NewRulePage id={view.directory.id} departments={departments} form={form} />,
  })
  pages.formPage(`${PATH}/:id/regel`, {
    access,
    find,
    input: NewRule,
    labels: (t) => t.accounts.ldap.labels,
    start: () => ({ claim: "groups", comparison: "is" }),
    act: ({ actor, params }, value) => addDirectoryRule(db, actor, params.id, value),
    to: (_, { view }) => [`${PATH}/${view.directory.id}#regeln`, "directory-rule-saved"],
    show: showNew,
  })
  pages.form(`${PATH}/:id/regeln/:ruleId/entfernen`, {
    access,
    params: Closed({ id: Id, ruleId: Id }),
    find,
    input: NoInput,
    act: ({ actor, params }) => removeDirectoryRule(db, actor, params.id, params.ruleId),
    to: (_, { view }) => [`${PATH}/${view.directory.id}#regeln`, "rule-removed"],
    again: (ask, found, form) =>
      showNew(ask, found, { ...form, input: NewRule, labels: ask.t.accounts.ldap.labels }),
  })
}

type Props = { view: LdapView; departments: DepartmentView[] }

/** Who gets what, as sentences. */
export function DirectoryRules({ view: { directory, rules }, departments }: Props) {
  const { t } = useReader()
  const words = t.accounts.ldap.rules
  const { gives } = t.accounts.providers.rules
  const path = `${PATH}/${directory.id}`
  return (
    <Card
      title={words.title}
      id="regeln"
      actions={
        <LinkButton href={`${path}/regel`} icon="plus" small>
          {words.add}
        </LinkButton>
      }
    >
      <p>{words.lead}</p>
      {rules.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List label={words.title}>
          {rules.map((rule) => (
            <li class="ff-row" key={rule.id}>
              <div class="ff-row__main">
                <p class="ff-row__title">{conditionOf(t, rule)}</p>
                <p class="ff-row__excerpt">{gives(giftOf(t, rule, departments))}</p>
              </div>
              <div class="ff-row__actions">
                <ActionButton
                  action={`${path}/regeln/${rule.id}/entfernen`}
                  context={conditionOf(t, rule)}
                  confirm={words.confirmRemove}
                >
                  {words.remove}
                </ActionButton>
              </div>
            </li>
          ))}
        </List>
      )}
    </Card>
  )
}

type NewProps = { id: string; departments: DepartmentView[]; form: FormState }

function NewRulePage({ id, departments, form }: NewProps) {
  const { t } = useReader()
  const { rules: words } = t.accounts.ldap
  return (
    <>
      <Faults form={form} />
      <PageTitle>{words.newTitle}</PageTitle>
      <Form action={`${PATH}/${id}/regel`}>
        <RuleFields
          form={form}
          departments={departments}
          claimHint={words.claimHint}
          valueHint={words.valueHint}
        />
        <Buttons>
          <SubmitButton>{t.shell.form.save}</SubmitButton>
          <LinkButton href={`${PATH}/${id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
