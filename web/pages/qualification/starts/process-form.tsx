import { compared } from "../../../compared.ts"
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
import { PROCESS_TEXTS } from "./processes.tsx"

export type ProcessTexts = Record<"title" | (typeof PROCESS_TEXTS)[number], string>

type Props = {
  t: Texts
  title: string
  action: string
  cancel: string
  fields: ProcessTexts
  errors: FieldError[]
  version?: number
  idempotencyKey?: string
  newer?: ProcessTexts
}

/** One form for adding and changing; after a conflict the newer text stands above what was typed. */
export function ProcessForm({ t, title, fields, errors, version, idempotencyKey, newer, ...props }: Props) {
  const words = t.qualification.starts.processes
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {newer && <NewerVersion text={words.conflict} fields={compared(words.fields, { ...newer }, fields)} />}
      <ErrorSummary errors={errors} />
      <Form
        action={props.action}
        keep={`${props.action.slice(1)}-${version ?? "neu"}`}
        {...(version === undefined ? { idempotencyKey: idempotencyKey ?? "" } : { hidden: { version } })}
      >
        <Field
          name="title"
          label={words.fields.title}
          hint={words.titleHint}
          value={fields.title}
          maxlength={160}
          {...errorFor(errors, "title")}
        />
        {PROCESS_TEXTS.map((name) => (
          <Field
            key={name}
            type="textarea"
            maxlength={name === "steps" ? 4000 : 2000}
            rows={name === "steps" ? 6 : 3}
            name={name}
            label={words.fields[name]}
            value={fields[name]}
            optional
            {...errorFor(errors, name)}
          />
        ))}
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
