import { textOf } from "../../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../../layout/index.ts"
import type { Shown } from "../../fields.tsx"
import { LIST } from "../fields.tsx"

export const IMPORT = `${LIST}/einlesen`

export function UploadForm({ shown: { fields, errors } }: { shown: Shown }) {
  const { t } = useReader()
  const words = t.accounts.peopleImport
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <p>{words.columns}</p>
      <pre class="ff-typed">
        <code>{words.sample}</code>
      </pre>
      <Form action={IMPORT} multipart>
        <Field
          type="file"
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,text/csv"
          {...errorFor(errors, "file")}
        />
        <Field
          type="checkbox"
          name="invite"
          label={words.invite}
          hint={words.inviteHint}
          checked={textOf(fields, "invite") === "true"}
          optional={false}
        />
        <Buttons>
          <SubmitButton>{words.look}</SubmitButton>
          <LinkButton href={LIST} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
