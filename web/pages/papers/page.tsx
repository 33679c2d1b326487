import { Fragment } from "preact"
import type { ApprovalFolder, FolderChanges } from "../../../server/papers/index.ts"
import {
  Alert,
  Buttons,
  Card,
  ErrorSummary,
  Field,
  Form,
  formatDay,
  LinkButton,
  PageTitle,
  SubmitButton,
  Table,
  useReader,
} from "../../layout/index.ts"
import type { Content } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { underAdministration } from "../accounts/administration.tsx"

export const PATH = "/verwaltung/zustimmungsmappe"

type Shown = { changes?: FolderChanges; error?: string }

export const contentOf = (t: Texts, folder: ApprovalFolder, shown: Shown): Content => ({
  title: shown.error ? t.shell.form.errorPageTitle(t.papers.title) : t.papers.title,
  current: "administration",
  breadcrumb: underAdministration(t, t.papers.title),
  children: <FolderPage folder={folder} {...shown} />,
})

function FolderPage({ folder, changes, error }: { folder: ApprovalFolder } & Shown) {
  const { t, locale } = useReader()
  const words = t.papers
  const over = words.release(folder.release, formatDay(folder.releasedOn, locale))
  return (
    <>
      <ErrorSummary errors={error ? [{ field: "folder", message: error }] : []} />
      <PageTitle over={over} lead={<p>{words.lead}</p>}>
        {words.title}
      </PageTitle>
      {changes && <Changes changes={changes} />}
      <Card title={words.download} id="herunterladen">
        <p>{words.downloadText}</p>
        <Buttons>
          <LinkButton href={`${PATH}/pdf`} icon="download" kind="primary">
            {words.pdf}
          </LinkButton>
          <LinkButton href={`${PATH}/json`} icon="download">
            {words.json}
          </LinkButton>
        </Buttons>
      </Card>
      <Card title={words.contents} id="abschnitte">
        <ol lang="de">
          {folder.sections.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </Card>
      <Comparing error={error} />
    </>
  )
}

function Comparing({ error }: Pick<Shown, "error">) {
  const { t } = useReader()
  const words = t.papers
  return (
    <Card title={words.compare} id="vergleichen">
      <p>{words.compareText}</p>
      <Form action={PATH} multipart>
        <Field
          type="file"
          name="folder"
          label={words.file}
          hint={words.fileHint}
          accept=".json"
          {...(error !== undefined && { error })}
        />
        <Buttons>
          <SubmitButton name="action" value="show">
            {words.show}
          </SubmitButton>
          <SubmitButton name="action" value="pdf" kind="secondary">
            {words.showAsPdf}
          </SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}

function Changes({ changes: { since, sinceDay, items } }: { changes: FolderChanges }) {
  const { t, locale } = useReader()
  const words = t.papers
  const title = words.changes(since, formatDay(sinceDay, locale))
  return (
    <Card title={title} id="aenderungen" tone="attention">
      {items.length === 0 && (
        <Alert kind="success" live>
          <p>{words.same}</p>
        </Alert>
      )}
      {items.length > 0 && (
        <Table
          caption={title}
          columns={[words.columns.section, words.columns.what, words.columns.before, words.columns.after]}
          rows={items.map(({ section, what, before, after }, index) => ({
            key: index,
            cells: [
              <Words key="section">{section}</Words>,
              <Words key="what">{what}</Words>,
              before === null ? words.added : <Words key="before">{before}</Words>,
              after === null ? words.removed : <Words key="after">{after}</Words>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

/** Of the folder, which is in German whatever the reader reads. */
const Words = ({ children }: { children: string }) => (
  <span lang="de">
    {children.split("\n").map((line, index) => (
      <Fragment key={index}>
        {index > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </span>
)
