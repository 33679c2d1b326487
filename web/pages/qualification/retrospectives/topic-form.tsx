import type { findCardGroup } from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import {
  Button,
  Buttons,
  Disclosure,
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
import { boardOf } from "./columns.ts"

type Props = {
  t: Texts
  group: Awaited<ReturnType<typeof findCardGroup>>
  title: string
  errors: FieldError[]
  isConflict: boolean
}

export function TopicForm({ t, group, title, errors, isConflict }: Props) {
  const words = t.qualification.retrospectives
  const path = `/rueckblick/themen/${group.id}`
  return (
    <>
      <PageTitle over={words.headings[group.heading]}>{words.topicEditTitle}</PageTitle>
      {isConflict && (
        <NewerVersion
          text={words.topicConflict}
          fields={compared({ title: words.topicName }, { title: group.title }, { title })}
        />
      )}
      <ErrorSummary errors={errors} />
      <Form action={path} hidden={{ version: group.version }}>
        <Field
          name="title"
          label={words.topicName}
          value={title}
          maxlength={80}
          {...errorFor(errors, "title")}
        />
        <Buttons>
          <SubmitButton>{words.topicSave}</SubmitButton>
          <LinkButton href={boardOf(group.cohortId)} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
      <Disclosure summary={words.dissolve} quiet>
        <p>{words.dissolveText}</p>
        <Form action={`${path}/aufloesen`}>
          <div>
            <Button kind="danger">{words.dissolveNow}</Button>
          </div>
        </Form>
      </Disclosure>
    </>
  )
}
