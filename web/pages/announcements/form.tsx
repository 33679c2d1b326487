import type { DepartmentView } from "../../../server/accounts/index.ts"
import { MAX_MARKDOWN_LENGTH } from "../../../server/kernel/markdown.ts"
import { today } from "../../../server/kernel/time.ts"
import { type Fields, listOf, textOf } from "../../forms.ts"
import {
  Alert,
  Buttons,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

export type Draft = {
  action: string
  fields: Fields
  errors: FieldError[]
  departments: DepartmentView[]
  /** What the installation calls its departments. */
  label: string
  /** Only of an announcement that exists. */
  version?: number
  isPublished?: boolean
  cancel: string
}

export const FIELDS = ["title", "body", "audience", "departmentIds", "publishAt", "showUntil"] as const

/** One form for writing and for changing. */
export function AnnouncementForm(draft: Draft) {
  const { t } = useReader()
  const words = t.announcements
  const { fields, errors, version } = draft
  const key = textOf(fields, "idempotencyKey")
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form
        action={draft.action}
        keep={draft.action.slice(1)}
        {...(version === undefined ? { idempotencyKey: key } : { hidden: { version } })}
      >
        <Field {...plain(draft, "title", t.errors.labels)} hint={words.titleHint} maxlength={160} />
        <Field
          {...plain(draft, "body", t.errors.labels)}
          type="textarea"
          rows={12}
          maxlength={MAX_MARKDOWN_LENGTH}
          data={{ "data-markdown": "" }}
        />
        <Audience {...draft} />
        <Times {...draft} />
        <Buttons>
          <SubmitButton>{version === undefined ? words.publish : words.save}</SubmitButton>
          <LinkButton href={draft.cancel} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Audience(draft: Draft) {
  const { t } = useReader()
  const words = t.announcements
  const { fields, errors, departments, label } = draft
  const { audience, departmentIds } = t.errors.labels
  return (
    <>
      <Field
        type="radios"
        name="audience"
        label={audience}
        values={[textOf(fields, "audience")]}
        options={audienceOptions(t, label)}
        {...errorFor(errors, "audience")}
      />
      {/* Without the choice above it has nothing to say; a style sheet shows it then. */}
      <div class="ff-if-listed">
        <Field
          type="checkboxes"
          name="departmentIds"
          label={label || departmentIds}
          hint={words.departmentsHint}
          values={listOf(fields, "departmentIds")}
          options={departments.map(({ id, name, depth }) => ({
            value: id,
            label: `${"\u2003".repeat(depth)}${name}`,
          }))}
          {...errorFor(errors, "departmentIds")}
        />
      </div>
    </>
  )
}

export const audienceOptions = ({ announcements: words }: Texts, label: string) => [
  { value: "all", label: words.forAll(label) },
  { value: "listed", label: words.toListed(label) },
]

function Times(draft: Draft) {
  const { t } = useReader()
  const words = t.announcements
  return (
    <>
      {draft.isPublished ? (
        <Alert kind="info">
          <p>{words.publishedNote}</p>
        </Alert>
      ) : (
        <Field
          {...plain(draft, "publishAt", t.errors.labels)}
          type="datetime-local"
          hint={words.publishAtHint}
          width="medium"
          optional
        />
      )}
      <Field
        {...plain(draft, "showUntil", t.errors.labels)}
        type="date"
        hint={words.showUntilHint}
        width="short"
        {...(draft.version === undefined && { min: today() })}
      />
    </>
  )
}

type Name = (typeof FIELDS)[number]

const plain = ({ fields, errors }: Draft, name: Name, labels: Record<Name, string>) => {
  return { name, label: labels[name], value: textOf(fields, name), ...errorFor(errors, name) }
}
