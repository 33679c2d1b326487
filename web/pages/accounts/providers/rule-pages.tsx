import {
  addRule,
  type DepartmentView,
  editRule,
  findProvider,
  findRule,
  listDepartments,
  NewRule,
  RuleChange,
  type RuleView,
  removeRule,
  secretsOf,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState, Newer, versionOf } from "../../../form-state.tsx"
import {
  Buttons,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { access, frame, PATH } from "./frame.tsx"
import { RuleFields } from "./rule-fields.tsx"

const RULE = `${PATH}/regeln/:id`

export function providerRulePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const secrets = secretsOf(site)
  pages.formPage(`${PATH}/:id/regel`, {
    access,
    find: async ({ db, params }: Ask) => ({
      provider: await findProvider(db, secrets, params.id),
      departments: await listDepartments(db),
    }),
    input: NewRule,
    labels: (t) => t.accounts.providers.form.labels,
    start: () => ({ comparison: "is" }),
    act: ({ db, actor, params }, value) => addRule(db, actor, params.id, value),
    to: (_, { provider }) => [`${PATH}/${provider.id}#regeln`, "rule-saved"],
    show: ({ t }, { provider, departments }, form) => ({
      ...frame(t, t.accounts.providers.rules.newTitle, provider),
      children: <RulePage rule={null} providerId={provider.id} departments={departments} form={form} />,
    }),
  })
  const findOne = async ({ db, params }: Ask) => {
    const rule = await findRule(db, params.id)
    const all = await listDepartments(db, { archived: true })
    return {
      rule,
      provider: await findProvider(db, secrets, rule.providerId),
      departments: all.filter(({ id, archived }) => !archived || id === rule.departmentId),
    }
  }
  type Found = Awaited<ReturnType<typeof findOne>>
  const showOne = ({ t }: Ask, { rule, provider, departments }: Found, form: FormState) => ({
    ...frame(t, t.accounts.providers.rules.editTitle, provider),
    children: <RulePage rule={rule} providerId={provider.id} departments={departments} form={form} />,
  })
  pages.formPage(RULE, {
    access,
    find: findOne,
    input: RuleChange,
    labels: (t) => t.accounts.providers.form.labels,
    start: ({ rule }) => fieldsOf(rule),
    act: ({ db, actor, params }, value) => editRule(db, actor, params.id, value),
    to: (_, { provider }) => [`${PATH}/${provider.id}#regeln`, "rule-saved"],
    show: showOne,
  })
  pages.form(`${RULE}/entfernen`, {
    access,
    find: findOne,
    input: NoInput,
    act: ({ db, actor, params }) => removeRule(db, actor, params.id),
    to: ({ providerId }) => [`${PATH}/${providerId}#regeln`, "rule-removed"],
    again: (ask, found, form) =>
      showOne(ask, found, {
        ...form,
        input: RuleChange,
        labels: ask.t.accounts.providers.form.labels,
        fields: fieldsOf(found.rule),
      }),
  })
}

const fieldsOf = ({ claim, comparison, value, role, departmentId, version }: RuleView) => ({
  claim,
  comparison,
  value,
  role: role ?? "",
  departmentId: departmentId ?? "",
  version: String(version),
})

type Props = {
  rule: RuleView | null
  providerId: string
  departments: DepartmentView[]
  form: FormState
}

function RulePage({ rule, providerId, departments, form }: Props) {
  const { t } = useReader()
  const words = t.accounts.providers.rules
  const action = rule ? `${PATH}/regeln/${rule.id}` : `${PATH}/${providerId}/regel`
  return (
    <>
      <Faults form={form} />
      <PageTitle>{rule ? words.editTitle : words.newTitle}</PageTitle>
      <Newer form={form} text={words.newer} />
      <Form action={action} hidden={rule ? { version: versionOf(form) } : {}}>
        <RuleFields
          form={form}
          departments={departments}
          claimHint={words.claimHint}
          valueHint={words.valueHint}
        />
        <Buttons>
          <SubmitButton>{t.shell.form.save}</SubmitButton>
          <LinkButton href={`${PATH}/${providerId}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
      {rule && (
        <TwoSteps
          summary={words.remove}
          now={words.removeNow}
          text={words.removeText}
          action={`${action}/entfernen`}
        />
      )}
    </>
  )
}
