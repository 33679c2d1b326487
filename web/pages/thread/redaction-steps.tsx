import type { FormView, OtherPost, Redacted, RedactionPreview } from "../../../server/forum/index.ts"
import {
  Alert,
  Button,
  Buttons,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { type FoundPost, pathOf } from "./thread-of.ts"

const addressOf = (post: FoundPost) => `/beitraege/${post.id}/schwaerzen`

type WordsProps = { post: FoundPost; words: string; errors: FieldError[] }

export function WordsForm({ post, words, errors }: WordsProps) {
  const { t } = useReader()
  const own = t.thread.redact
  return (
    <Form action={addressOf(post)}>
      <Field
        type="textarea"
        maxlength={null}
        name="words"
        label={own.words}
        hint={own.wordsHint}
        value={words}
        rows={3}
        {...errorFor(errors, "words")}
      />
      <Buttons>
        <SubmitButton icon="search">{own.search}</SubmitButton>
        <LinkButton href={pathOf(post)} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

type ChooseProps = WordsProps & {
  preview: RedactionPreview
  /** What was ticked before; at first, the words themselves and their endings. */
  chosen: { forms: string[]; others: string[] } | null
}

export function ChooseForms({ post, preview, words, errors, chosen }: ChooseProps) {
  const { t } = useReader()
  const own = t.thread.redact
  const { forms, others, files } = preview
  const open = others.filter(({ may }) => may)
  return (
    <Form action={addressOf(post)} hidden={{ words }} confirm={own.confirm}>
      <Field
        type="checkboxes"
        name="forms"
        label={own.forms}
        hint={own.formsHint}
        values={chosen?.forms ?? forms.filter(({ meant }) => meant).map(({ form }) => form)}
        options={forms.map((form) => ({
          value: form.form,
          label: form.count > 0 ? own.times(form.count, form.form) : form.form,
          hint: own.form(form),
        }))}
        {...errorFor(errors, "forms")}
      />
      {open.length > 0 && (
        <Field
          type="checkboxes"
          name="others"
          label={own.others}
          hint={own.othersHint}
          values={chosen?.others ?? open.map(({ id }) => id)}
          options={open.map((other) => ({ value: other.id, label: own.otherPost(other) }))}
          {...errorFor(errors, "others")}
        />
      )}
      <ClosedPosts others={others} />
      <Files files={files} />
      <Buttons>
        <SubmitButton name="step" value="redact" icon="lock">
          {own.submit}
        </SubmitButton>
        <Button name="step" value="edit" kind="tertiary" icon="arrow-left">
          {own.edit}
        </Button>
      </Buttons>
    </Form>
  )
}

type DoneProps = { post: FoundPost; done: Redacted; chosen: string[] }

/** How often and where it was found, and what a second search says. */
export function RedactionDone({ post, done, chosen }: DoneProps) {
  const { t } = useReader()
  const own = t.thread.redact
  const { forms, others, files } = done.left
  const still = forms.filter(({ form }) => chosen.includes(form))
  const spared = forms.filter(({ form }) => !chosen.includes(form))
  return (
    <>
      <Alert kind={still.length > 0 ? "danger" : "success"} title={own.done(done.places)} live>
        <p>{own.where(done.where)}</p>
        {still.length === 0 && <p>{own.nothingLeft}</p>}
        {still.length > 0 && <FormList lead={own.stillThere} forms={still} />}
      </Alert>
      {spared.length > 0 && (
        <Alert kind="info">
          <FormList lead={own.spared} forms={spared} />
        </Alert>
      )}
      {others.length > 0 && <OthersLeft others={others} />}
      <Files files={files} />
      <p>{own.sent}</p>
      <Buttons>
        <LinkButton href={pathOf(post)} kind="primary">
          {own.toPost}
        </LinkButton>
        <LinkButton href={addressOf(post)} kind="tertiary">
          {own.again}
        </LinkButton>
      </Buttons>
    </>
  )
}

function FormList({ lead, forms }: { lead: string; forms: FormView[] }) {
  const { t } = useReader()
  return (
    <>
      <p>{lead}</p>
      <ul>
        {forms.map((form) => (
          <li key={form.form}>
            {t.thread.redact.times(form.count, form.form)} ({t.thread.redact.where(form.places)})
          </li>
        ))}
      </ul>
    </>
  )
}

function OthersLeft({ others }: { others: OtherPost[] }) {
  const { t } = useReader()
  const own = t.thread.redact
  return (
    <Alert kind="warning">
      <p>{own.othersLeft}</p>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            {other.may ? (
              <a href={`/beitraege/${other.id}/schwaerzen`}>{own.otherPost(other)}</a>
            ) : (
              own.otherPost(other)
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** Posts that somebody else has to redact. */
function ClosedPosts({ others }: { others: OtherPost[] }) {
  const { t } = useReader()
  const closed = others.filter(({ may }) => !may)
  if (closed.length === 0) return null
  return (
    <Alert kind="warning">
      <p>{t.thread.redact.othersClosed}</p>
      <ul>
        {closed.map((other) => (
          <li key={other.id}>{t.thread.redact.otherPost(other)}</li>
        ))}
      </ul>
    </Alert>
  )
}

function Files({ files }: { files: Redacted["left"]["files"] }) {
  const { t } = useReader()
  if (files.length === 0) return null
  return (
    <Alert kind="warning">
      <p>{t.thread.redact.files}</p>
      <ul>
        {files.map(({ id, name }) => (
          <li key={id}>
            <a href={`/anhaenge/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
