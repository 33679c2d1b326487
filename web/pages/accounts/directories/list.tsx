import {
  createDirectory,
  type DirectoryView,
  type LdapDirectory,
  listDirectories,
  listLdapDirectories,
  NewDirectory,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import {
  Buttons,
  Card,
  Form,
  formatDateTime,
  LinkButton,
  List,
  Meta,
  PageTitle,
  Row,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { DirectoryFields, directoryInput, directoryLabels, LIST } from "./fields.tsx"

/** The directories that bring people, and a form for another one. */
export function directoryListPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(LIST, {
    access: ["admin"],
    find: async ({ db }) => ({ sending: await listDirectories(db), read: await listLdapDirectories(db) }),
    input: NewDirectory,
    read: directoryInput,
    labels: directoryLabels,
    start: () => ({ invites: "true" }),
    act: ({ db, actor }, value) => createDirectory(db, actor, value),
    to: ({ id }) => [`${LIST}/${id}`, "directory-created"],
    show: ({ t }, { sending, read }, form) => {
      const { title } = t.accounts.directories
      return {
        title,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(t, title),
        children: <Directories directories={sending} read={read} form={form} />,
      }
    },
  })
}

type Props = { directories: DirectoryView[]; read: LdapDirectory[]; form: FormState }

function Directories({ directories, read, form }: Props) {
  const { t } = useReader()
  const words = t.accounts.directories
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {directories.length > 0 && (
        <List label={words.list}>
          {directories.map(({ id, name, tokens }) => (
            <Row
              key={id}
              href={`${LIST}/${id}`}
              title={name}
              meta={<Meta items={[words.tokenCount(tokens.length)]} />}
            />
          ))}
        </List>
      )}
      <Card title={words.add} id="neu" icon="plus">
        <Form action={LIST}>
          <DirectoryFields form={form} />
          <Buttons>
            <SubmitButton>{words.add}</SubmitButton>
          </Buttons>
        </Form>
      </Card>
      <ReadDirectories read={read} />
    </>
  )
}

/** Those that send nothing by themselves. */
function ReadDirectories({ read }: { read: LdapDirectory[] }) {
  const { t, locale } = useReader()
  const words = t.accounts.ldap
  return (
    <Card title={words.title} id="ldap" icon="search">
      <p>{t.accounts.directories.ldapLead}</p>
      {read.length > 0 && (
        <List label={words.title}>
          {read.map(({ id, name, enabled, signsIn, takenAt, fault }) => (
            <Row
              key={id}
              href={`${LIST}/ldap/${id}`}
              title={name}
              meta={
                <Meta
                  items={[
                    enabled ? words.nightly : words.off,
                    ...(signsIn ? [words.signsInShort] : []),
                    takenAt ? words.takenAt(formatDateTime(takenAt, locale)) : words.neverTaken,
                    ...(fault ? [words.faulty] : []),
                  ]}
                />
              }
            />
          ))}
        </List>
      )}
      <Buttons>
        <LinkButton href={`${LIST}/ldap/neu`} icon="plus">
          {words.add}
        </LinkButton>
      </Buttons>
    </Card>
  )
}
