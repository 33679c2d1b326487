import { showMarkdown } from "../../../server/kernel/markdown.ts"
import {
  Alert,
  Buttons,
  Card,
  Disclosure,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  Prose,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { KINDS, type Line, namesOf, type Structure } from "./lines.ts"
import { ChangeBadge } from "./overview.tsx"

type Props = { structure: Structure; errors: FieldError[] }

/** The categories as readers will see them, and below them the release. */
export function Preview({ structure, errors }: Props) {
  const { t } = useReader()
  const words = t.structure.previewPage
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {structure.changes === 0 && <p class="ff-muted">{words.nothing}</p>}
      {KINDS.map((kind) => (
        <Kind structure={structure} kind={kind} key={kind} />
      ))}
      <Archived structure={structure} />
      {structure.changes > 0 && <ReleaseCard structure={structure} errors={errors} />}
      <Buttons>
        <LinkButton href="/verwaltung/struktur" kind="tertiary" icon="arrow-left">
          {t.structure.title}
        </LinkButton>
      </Buttons>
    </>
  )
}

function Kind({ structure, kind }: { structure: Structure; kind: Line["fields"]["kind"] }) {
  const { t } = useReader()
  const lines = structure.lines.filter(({ fields }) => fields.kind === kind && !fields.archived)
  if (lines.length === 0) return null
  const isPart = (line: Line) => lines.some(({ id }) => id === line.fields.parentId)
  return (
    <>
      <h2>{t.structure.kinds[kind]}</h2>
      {lines
        .filter((line) => !isPart(line))
        .map((main) => (
          <MainCategory
            structure={structure}
            main={main}
            parts={lines.filter(({ fields }) => fields.parentId === main.id)}
            key={main.id}
          />
        ))}
    </>
  )
}

function MainCategory({ structure, main, parts }: { structure: Structure; main: Line; parts: Line[] }) {
  return (
    <Card title={<Name line={main} />} level={3}>
      <Details structure={structure} line={main} />
      {parts.map((part) => (
        <div class="ff-tile" key={part.id}>
          <h4 class="ff-tile__title">
            <Name line={part} />
          </h4>
          <Details structure={structure} line={part} />
        </div>
      ))}
    </Card>
  )
}

const Name = ({ line }: { line: Line }) => (
  <>
    {line.fields.name} <ChangeBadge line={line} />
  </>
)

function Details({ structure, line: { fields } }: { structure: Structure; line: Line }) {
  const { t } = useReader()
  const words = t.structure.previewPage
  return (
    <>
      {fields.description && <p>{fields.description}</p>}
      <p class="ff-muted ff-small">
        {[
          fields.responsibleId && words.responsible(namesOf(structure, [fields.responsibleId])),
          fields.audience === "listed" && t.structure.readBy(namesOf(structure, fields.departmentIds)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {fields.guide && (
        <Disclosure summary={words.guide} quiet>
          <Prose html={showMarkdown(fields.guide)} level={4} />
        </Disclosure>
      )}
    </>
  )
}

function Archived({ structure: { lines } }: { structure: Structure }) {
  const { t } = useReader()
  const archived = lines.filter(({ fields }) => fields.archived)
  if (archived.length === 0) return null
  return (
    <>
      <h2>{t.structure.previewPage.archivedTitle}</h2>
      <p>{t.structure.previewPage.archivedText}</p>
      <ul class="ff-links">
        {archived.map((line) => (
          <li key={line.id}>
            <Name line={line} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ReleaseCard({ structure, errors }: Props) {
  const { t } = useReader()
  const words = t.structure.previewPage
  const { changes, version, can, lines } = structure
  const archiving = lines.filter(({ fields, current }) => fields.archived && current?.archived === false)
  const error = errorOf(errors, "confirmed")
  return (
    <Card id="freigabe" title={words.releaseTitle} icon="check-circle">
      {archiving.length > 0 && (
        <Alert kind="warning">
          <p>{words.archiving(archiving.map(({ fields }) => t.structure.editOf(fields.name)).join(", "))}</p>
        </Alert>
      )}
      {can.release ? (
        <Form action="/verwaltung/struktur/vorschau" hidden={{ changes, version }}>
          <Field
            type="checkbox"
            name="confirmed"
            label={words.confirm(changes)}
            hint={words.confirmHint}
            {...(error && { error })}
          />
          <Buttons>
            <SubmitButton>{words.release(changes)}</SubmitButton>
          </Buttons>
        </Form>
      ) : (
        <p>
          {t.structure.drafted(changes)} {t.structure.releaseBy}
        </p>
      )}
    </Card>
  )
}
