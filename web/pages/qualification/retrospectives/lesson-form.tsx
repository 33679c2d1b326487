import { HEADINGS, type Heading } from "../../../../server/qualification/index.ts"
import { compared, wordsOf } from "../../../compared.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { kindLabel } from "./lesson-items.tsx"

export type LessonTexts = { kind: string; title: string; body: string }

export type LessonFormProps = {
  t: Texts
  title: string
  action: string
  cancel: string
  fields: LessonTexts
  errors: FieldError[]
  version?: number
  idempotencyKey?: string
  newer?: { kind: Heading; title: string; body: string }
}

const kindOptions = (t: Texts) => HEADINGS.map((value) => ({ value, label: kindLabel(t, value) }))

/** One form for writing and changing; after a conflict the newer text stands above what was typed. */
export function LessonForm({ t, fields, errors, version, idempotencyKey, newer, ...props }: LessonFormProps) {
  const words = t.qualification.lessons
  return (
    <>
      <PageTitle>{props.title}</PageTitle>
      {newer && (
        <NewerVersion
          text={words.conflict}
          fields={compared(words.fields, { ...newer }, { ...fields }, { kind: wordsOf(kindOptions(t)) })}
        />
      )}
      <ErrorSummary errors={errors} />
      <Form
        action={props.action}
        keep={`${props.action.slice(1)}-${version ?? "neu"}`}
        {...(version === undefined ? { idempotencyKey: idempotencyKey ?? "" } : { hidden: { version } })}
      >
        <Field
          type="radios"
          name="kind"
          label={words.fields.kind}
          values={[fields.kind]}
          options={kindOptions(t)}
          {...errorFor(errors, "kind")}
        />
        <Field
          name="title"
          label={words.fields.title}
          value={fields.title}
          maxlength={160}
          {...errorFor(errors, "title")}
        />
        <Field
          type="textarea"
          rows={8}
          name="body"
          label={words.fields.body}
          hint={words.bodyHint}
          value={fields.body}
          maxlength={4000}
          optional
          {...errorFor(errors, "body")}
        />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={props.cancel} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
