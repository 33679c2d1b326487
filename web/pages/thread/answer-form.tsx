import { newId } from "../../../server/kernel/database.ts"
import { MAX_MARKDOWN_LENGTH } from "../../../server/kernel/markdown.ts"
import { dayOf, today } from "../../../server/kernel/time.ts"
import { addDays, type Land, workdayFrom } from "../../../server/kernel/workdays.ts"
import { AttachmentFields } from "../../attachments.tsx"
import { type Fields, textOf } from "../../forms.ts"
import {
  Buttons,
  Card,
  Disclosure,
  errorOf,
  Field,
  type FieldError,
  FieldGroup,
  Form,
  fieldId,
  formatDay,
  RulesFirst,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { peopleOfThread } from "../mentions.ts"
import type { Answer, Question } from "./post-parts.tsx"
import { nameIn, type Retry, retryOf } from "./retry.ts"

export const ANSWER_FORM = "antwort"

/** Official answers that the actor's department may put a newer one in the place of. */
const replaceable = (answers: Answer[]) =>
  answers.filter(({ official, replacedById, can }) => official && !replacedById && can.review)

/** A year ahead, on a working day: long enough to be worth it, short enough to be noticed. */
export const suggestedReview = (land: Land | null) => workdayFrom(addDays(today(), 365), land)

type AnswerFormProps = {
  question: Question
  retry: Retry | null
  /** Asked for by whoever followed a link to it. */
  open: boolean
}

/** The place of the form for an answer: folded away for those of whom none is expected. */
export function AnswerForm(props: AnswerFormProps) {
  const { t } = useReader()
  const words = t.thread.answerForm
  if (isExpected(props.question))
    return (
      <Card title={words.title} id={ANSWER_PLACE} icon="reply">
        <RulesFirst />
        <TheForm {...props} />
      </Card>
    )
  return (
    <Disclosure
      summary={words.title}
      id={ANSWER_PLACE}
      open={props.open || retryOf(props.retry, ANSWER_FORM) !== null}
    >
      <RulesFirst />
      <TheForm {...props} />
    </Disclosure>
  )
}

export const ANSWER_PLACE = "antworten"

/** The asker replies in comments, and an accepted answer of the department says it all. */
const isExpected = ({ author, answers }: Question) =>
  !author.isMe && !answers.some(({ official, accepted }) => official && accepted)

function TheForm({ question, retry }: AnswerFormProps) {
  const { t } = useReader()
  const words = t.thread.answerForm
  const former = retryOf(retry, ANSWER_FORM)
  const fields = former?.fields ?? {}
  const errors = former?.errors ?? []
  const files = former?.files ?? []
  return (
    <Form
      action={`/fragen/${question.id}/antworten`}
      idempotencyKey={textOf(fields, "idempotencyKey") || newId()}
      keep={`antwort-${question.id}`}
      multipart
    >
      {question.can.answerOfficially && (
        <Field
          type="radios"
          name="kind"
          id={fieldId(nameIn(ANSWER_FORM, "kind"))}
          label={words.kind}
          values={[textOf(fields, "kind") || "official"]}
          options={[
            {
              value: "official",
              label: words.official,
              hint: words.officialHint(question.responsible?.name ?? ""),
            },
            { value: "hint", label: words.hintKind, hint: words.hintKindHint },
          ]}
        />
      )}
      <Field
        type="textarea"
        name="body"
        id={fieldId(nameIn(ANSWER_FORM, "body"))}
        label={words.body}
        hint={words.hint}
        error={errorOf(errors, "body")}
        value={textOf(fields, "body")}
        rows={6}
        maxlength={MAX_MARKDOWN_LENGTH}
        data={{ "data-markdown": "", "data-personal-data": "", ...peopleOfThread(question.id) }}
      />
      {question.can.answerOfficially && (
        <OfficialFields question={question} fields={former && fields} errors={errors} />
      )}
      <Disclosure summary={words.attach} open={files.length > 0 || !!errorOf(errors, "attachments")}>
        <AttachmentFields
          id={fieldId(nameIn(ANSWER_FORM, "attachments"))}
          shown={files}
          newAlternative={textOf(fields, "newAlternative")}
          errors={errors}
        />
      </Disclosure>
      <Buttons>
        <SubmitButton>{words.submit}</SubmitButton>
      </Buttons>
    </Form>
  )
}

type OfficialFieldsProps = { question: Question; fields: Fields | null; errors: FieldError[] }

function OfficialFields({ question, fields, errors }: OfficialFieldsProps) {
  const { t, locale, land = null } = useReader()
  const words = t.thread.answerForm
  const older = replaceable(question.answers)
  const day = (name: "legalStatusDate" | "reviewDate", suggested: string) => ({
    type: "date" as const,
    name,
    id: fieldId(nameIn(ANSWER_FORM, name)),
    error: errorOf(errors, name),
    value: fields ? textOf(fields, name) : suggested,
    width: "short" as const,
  })
  return (
    <FieldGroup legend={words.dates}>
      <div class="ff-form-row">
        <Field {...day("legalStatusDate", today())} label={words.legalStatus} hint={words.legalStatusHint} />
        <Field
          {...day("reviewDate", suggestedReview(land))}
          label={words.review}
          hint={words.reviewHint}
          isForWork
          optional
        />
      </div>
      {older.length > 0 && (
        <Field
          type="select"
          name="replacesId"
          id={fieldId(nameIn(ANSWER_FORM, "replacesId"))}
          label={words.replaces}
          hint={words.replacesHint}
          error={errorOf(errors, "replacesId")}
          value={fields ? textOf(fields, "replacesId") : ""}
          placeholder={words.replacesNone}
          options={older.map(({ id, author, createdAt }) => ({
            value: id,
            label: words.replacesOption(author.name, formatDay(dayOf(new Date(createdAt)), locale)),
          }))}
          optional
        />
      )}
    </FieldGroup>
  )
}
