import {
  createLdapDirectory,
  editLdapDirectory,
  findLdapView,
  LDAP_FAULT_WORDS,
  LdapDirectoryChange,
  type LdapView,
  listDepartments,
  NewLdapDirectory,
  removeLdapDirectory,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState, Newer } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import {
  Alert,
  Card,
  formatDateTime,
  LinkButton,
  PageTitle,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { LIST } from "../directories/fields.tsx"
import { LdapForm } from "./fields.tsx"
import { access, frame, PATH } from "./frame.tsx"
import { DirectoryRules } from "./rules.tsx"

/** What fits an OpenLDAP; the hints say what Active Directory needs. */
const BEGINNING: Fields = {
  personFilter: "(&(objectClass=inetOrgPerson)(mail=*))",
  groupFilter: "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=group))",
  idAttribute: "entryUUID",
  nameAttribute: "displayName",
  mailAttribute: "mail",
  signsIn: "true",
}

export function ldapPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const { providerKeys: keys } = site
  pages.formPage(`${PATH}/neu`, {
    access,
    find: () => null,
    input: NewLdapDirectory,
    labels: (t) => t.accounts.ldap.labels,
    start: () => BEGINNING,
    act: ({ db, actor }, value) => createLdapDirectory(db, keys, actor, value),
    to: ({ id }) => [`${PATH}/${id}`, "ldap-created"],
    show: ({ t }, _, form) => ({
      ...frame(t, t.accounts.ldap.newTitle),
      children: <NewPage form={form} />,
    }),
  })
  const find = async ({ db, params }: Ask): Promise<Found> => ({
    view: await findLdapView(db, keys, params.id),
    departments: await listDepartments(db, { archived: true }),
  })
  pages.formPage(`${PATH}/:id`, {
    access,
    find,
    input: LdapDirectoryChange,
    labels: (t) => t.accounts.ldap.labels,
    start: fieldsOf,
    act: ({ db, actor, params }, value) => editLdapDirectory(db, keys, actor, params.id, value),
    to: (_, { view }) => [`${PATH}/${view.directory.id}`, "saved"],
    show: showDirectory,
  })
  pages.form(`${PATH}/:id/loesen`, {
    access,
    find,
    input: NoInput,
    act: ({ db, actor, params }) => removeLdapDirectory(db, actor, params.id),
    to: () => [LIST, "directory-removed"],
    again: (ask, found, form) =>
      showDirectory(ask, found, { ...form, input: LdapDirectoryChange, fields: fieldsOf(found) }),
  })
}

type Found = { view: LdapView; departments: Awaited<ReturnType<typeof listDepartments>> }

function fieldsOf({ view: { directory } }: Found): Fields {
  const { version, name, address, bindName, base, personFilter, groupFilter } = directory
  const { idAttribute, nameAttribute, mailAttribute } = directory
  return {
    ...{ name, address, bindName, base, personFilter, groupFilter },
    ...{ idAttribute, nameAttribute, mailAttribute },
    version: String(version),
    secret: "",
    authority: directory.authority ?? "",
    groupBase: directory.groupBase ?? "",
    startsTls: String(directory.startsTls),
    enabled: String(directory.enabled),
    onlyMatched: String(directory.onlyMatched),
    signsIn: String(directory.signsIn),
    invites: String(directory.invites),
  }
}

const showDirectory = ({ t }: Ask, found: Found, form: FormState): Content => ({
  ...frame(t, found.view.directory.name),
  children: <LdapPage {...found} form={form} />,
})

function NewPage({ form }: { form: FormState }) {
  const { t } = useReader()
  return (
    <>
      <Faults form={form} />
      <PageTitle>{t.accounts.ldap.newTitle}</PageTitle>
      <LdapForm action={`${PATH}/neu`} form={form} secret="none" isNew />
    </>
  )
}

function LdapPage({ view, departments, form }: Found & { form: FormState }) {
  const { t } = useReader()
  const words = t.accounts.ldap
  const { id, name } = view.directory
  const path = `${PATH}/${id}`
  return (
    <>
      <Faults form={form} />
      <PageTitle
        lead={<p>{words.brought(view.brought)}</p>}
        actions={
          <LinkButton href={`${path}/abgleich`} icon="person">
            {words.sync.link}
          </LinkButton>
        }
      >
        {name}
      </PageTitle>
      <Newer form={form} text={words.newer} />
      <LastTime view={view} />
      <DirectoryRules view={view} departments={departments} />
      <LdapForm action={path} form={form} secret={view.secret} isNew={false} />
      <Card title={words.remove} id="loesen" icon="lock">
        <TwoSteps
          summary={words.remove}
          now={words.removeNow}
          text={words.removeText(name)}
          action={`${path}/loesen`}
        />
      </Card>
    </>
  )
}

function LastTime({ view: { directory } }: { view: LdapView }) {
  const { t, locale } = useReader()
  const words = t.accounts.ldap
  const { fault, takenAt } = directory
  const faults: Record<string, string> = LDAP_FAULT_WORDS[locale]
  return (
    <>
      {fault && (
        <Alert kind="warning" title={words.faulty}>
          <p>{faults[fault]}</p>
        </Alert>
      )}
      <p class="ff-muted">{takenAt ? words.takenAt(formatDateTime(takenAt, locale)) : words.neverTaken}</p>
    </>
  )
}
