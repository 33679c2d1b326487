import {
  type DepartmentView,
  editService,
  findService,
  listDepartments,
  NewService,
  resumeService,
  type ServiceView,
  stopService,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState, freshForm } from "../../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Buttons,
  Card,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { ApiTokenForm, ApiTokens, freshApiToken, tokenFaults } from "../tokens/fields.tsx"
import { LIST, ServiceFields, serviceLabels } from "./fields.tsx"

const PATH = `${LIST}/:id`
const access = ["admin"] as const

export type Found = { service: ServiceView; departments: DepartmentView[] }

export function servicePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(PATH, {
    access,
    find: accessService,
    input: NewService,
    labels: serviceLabels,
    start: fieldsOf,
    act: ({ db, actor, params }, value) => editService(db, actor, params.id, value),
    to: (_, { service }) => [`${LIST}/${service.id}`, "saved"],
    show: (ask, found, form) => showService(ask, found, form, freshApiToken(ask.t)),
  })
  pages.form(`${PATH}/stilllegen`, {
    access,
    find: accessService,
    input: NoInput,
    act: ({ db, actor, params }) => stopService(db, actor, params.id),
    to: (_, { service }) => [`${LIST}/${service.id}`, "service-stopped"],
    again: showRefused,
  })
  pages.form(`${PATH}/wieder`, {
    access,
    find: accessService,
    input: NoInput,
    act: ({ db, actor, params }) => resumeService(db, actor, params.id),
    to: (_, { service }) => [`${LIST}/${service.id}`, "service-resumed"],
    again: showRefused,
  })
}

export async function accessService({ db, params }: Pick<Ask, "db" | "params">): Promise<Found> {
  const service = await findService(db, params.id)
  if (!service) throw notFound()
  return { service, departments: await listDepartments(db) }
}

const fieldsOf = ({ service: { name, roles, departments } }: Found) => ({
  name,
  roles,
  departmentIds: departments.map(({ id }) => id),
})

/** The form of the service as it is stored, where another form of the page was refused. */
export const storedForm = (ask: Pick<Ask, "t">, found: Found): FormState =>
  freshForm(NewService, serviceLabels(ask.t), fieldsOf(found))

/** The page where one of its buttons was refused. */
export const showRefused = (ask: Pick<Ask, "t">, found: Found, { errors }: FormState) =>
  showService(ask, found, { ...storedForm(ask, found), errors }, freshApiToken(ask.t))

export const showService = (
  { t }: Pick<Ask, "t">,
  found: Found,
  form: FormState,
  token: FormState,
): Content => ({
  title: found.service.name,
  current: "administration",
  width: "reading",
  breadcrumb: underAdministration(t, found.service.name, {
    label: t.accounts.services.title,
    href: LIST,
  }),
  children: <Service {...found} form={form} token={token} />,
})

function Service({ service, departments, form, token }: Found & { form: FormState; token: FormState }) {
  const { t } = useReader()
  const words = t.accounts.services
  const { id, name, active, tokens } = service
  const path = `${LIST}/${id}`
  return (
    <>
      <Faults form={form.errors.length > 0 ? form : tokenFaults(token)} />
      <PageTitle>{name}</PageTitle>
      {!active && <Stopped path={path} />}
      {active && (
        <Card title={words.tokens} id="zugangsschluessel" icon="lock">
          <ApiTokens tokens={tokens} label={words.tokens} none={words.noTokens} path={`${path}/token`} />
          <ApiTokenForm form={token} path={`${path}/token`} />
        </Card>
      )}
      <Card title={words.settings} id="einstellungen" icon="settings">
        <Form action={path}>
          <ServiceFields form={form} departments={departments} />
          <Buttons>
            <SubmitButton>{t.shell.form.save}</SubmitButton>
            <LinkButton href={LIST} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      </Card>
      {active && (
        <Card title={words.stopTitle} id="stilllegen" icon="lock">
          <TwoSteps
            summary={words.stop}
            now={words.stopNow}
            text={words.stopText(name)}
            action={`${path}/stilllegen`}
          />
        </Card>
      )}
    </>
  )
}

function Stopped({ path }: { path: string }) {
  const { t } = useReader()
  const words = t.accounts.services
  return (
    <Alert kind="info">
      <p>{words.stoppedText}</p>
      <ActionButton action={`${path}/wieder`} kind="secondary">
        {words.resume}
      </ActionButton>
    </Alert>
  )
}
