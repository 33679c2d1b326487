import {
  type DirectoryView,
  editDirectory,
  findDirectory,
  NewDirectory,
  removeDirectory,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState, freshForm } from "../../../form-state.tsx"
import {
  Buttons,
  Card,
  Facts,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { DirectoryFields, directoryInput, directoryLabels, LIST } from "./fields.tsx"
import { freshToken, TokenForm, Tokens } from "./token-form.tsx"

const PATH = `${LIST}/:id`
const access = ["admin"] as const

export function directoryPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(PATH, {
    access,
    find: accessDirectory,
    input: NewDirectory,
    read: directoryInput,
    labels: directoryLabels,
    start: fieldsOf,
    act: ({ db, actor, params }, value) => editDirectory(db, actor, params.id, value),
    to: (_, { id }) => [`${LIST}/${id}`, "saved"],
    show: (ask, directory, form) => showDirectory(ask, directory, form, freshToken(ask.t)),
  })
  pages.form(`${PATH}/loesen`, {
    access,
    find: accessDirectory,
    input: NoInput,
    act: ({ db, actor, params }) => removeDirectory(db, actor, params.id),
    to: () => [LIST, "directory-removed"],
    again: (ask, directory, form) =>
      showDirectory(ask, directory, { ...form, fields: fieldsOf(directory) }, freshToken(ask.t)),
  })
}

export async function accessDirectory({ db, params }: Pick<Ask, "db" | "params">): Promise<DirectoryView> {
  const directory = await findDirectory(db, params.id)
  if (!directory) throw notFound()
  return directory
}

const fieldsOf = ({ name, invites }: DirectoryView) => ({ name, invites: invites ? "true" : "" })

/** The form of the directory as it is stored, where another form of the page was refused. */
export const storedForm = (ask: Pick<Ask, "t">, directory: DirectoryView): FormState =>
  freshForm(NewDirectory, directoryLabels(ask.t), fieldsOf(directory))

export const showDirectory = (
  { t, site }: Pick<Ask, "t" | "site">,
  directory: DirectoryView,
  form: FormState,
  token: FormState,
): Content => ({
  title: directory.name,
  current: "administration",
  width: "reading",
  breadcrumb: underAdministration(t, directory.name, {
    label: t.accounts.directories.title,
    href: LIST,
  }),
  children: <Directory {...{ directory, form, token }} address={`${site.config.publicUrl}/scim/v2`} />,
})

type Props = { directory: DirectoryView; form: FormState; token: FormState; address: string }

function Directory({ directory, form, token, address }: Props) {
  const { t } = useReader()
  const words = t.accounts.directories
  const path = `${LIST}/${directory.id}`
  return (
    <>
      <Faults form={form.errors.length > 0 ? form : token} />
      <PageTitle>{directory.name}</PageTitle>
      <Card title={words.connect} id="anbinden" icon="link">
        <p>{words.connectText}</p>
        <Facts facts={[{ label: words.address, value: <code>{address}</code> }]} />
        <Tokens directory={directory} path={path} />
        <TokenForm form={token} path={`${path}/token`} />
      </Card>
      <Card title={words.settings} id="einstellungen" icon="settings">
        <Form action={path}>
          <DirectoryFields form={form} />
          <Buttons>
            <SubmitButton>{t.shell.form.save}</SubmitButton>
            <LinkButton href={LIST} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      </Card>
      <Card title={words.removeTitle} id="loesen" icon="lock">
        <TwoSteps
          summary={words.remove}
          now={words.removeNow}
          text={words.removeText(directory.name)}
          action={`${path}/loesen`}
        />
      </Card>
    </>
  )
}
