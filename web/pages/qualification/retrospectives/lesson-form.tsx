import { HEADINGS, type Heading } from "../../../../server/qualification/index.ts"
import {
  Alert,
  Buttons,
  Card,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { kindLabel, LessonText } from "./lesson-items.tsx"

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

/** One form for writing and changing; after a conflict the newer text stands above what was typed. */
export function LessonForm({ t, fields, errors, version, idempotencyKey, newer, ...props }: LessonFormProps) {
  const words = t.qualification.lessons
  return (
    <>
      <PageTitle>{props.title}</PageTitle>
      {newer && (
        <>
          {errors.length === 0 && (
            <Alert kind="warning" live>
              <p>{words.conflict}</p>
            </Alert>
          )}
          <Card title={kindLabel(t, newer.kind)} id="neue-fassung" tone="quiet">
            <LessonText title={newer.title} body={newer.body} />
          </Card>
        </>
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
          options={HEADINGS.map((value) => ({ value, label: kindLabel(t, value) }))}
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
