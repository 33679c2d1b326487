import { LONGEST_COMMENT } from "../../../server/forum/index.ts"
import { MAX_MARKDOWN_LENGTH } from "../../../server/kernel/markdown.ts"
import { today } from "../../../server/kernel/time.ts"
import { type Attachment, AttachmentFields } from "../../attachments.tsx"
import { type Fields, textOf } from "../../forms.ts"
import {
  Buttons,
  errorOf,
  Field,
  type FieldError,
  Form,
  formatDay,
  LinkButton,
  RulesFirst,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { Conflict, type Current } from "../compose/conflict.tsx"
import { peopleOfThread } from "../mentions.ts"
import { type FoundPost, pathOf } from "./thread-of.ts"

/** What the form shows: as stored, or as typed and refused. */
export type Edited = {
  fields: Fields
  files: Attachment[]
  errors: FieldError[]
  /** The text that somebody else saved meanwhile. */
  current: Current | null
}

export function editedOf(post: FoundPost): Edited {
  const { text, version, reviewDate, attachments } = post
  const isAhead = reviewDate !== null && reviewDate > today()
  const fields = {
    version: String(version),
    body: text.body ?? "",
    // The legal status is asked for anew: it has to be right for the new text.
    legalStatusDate: "",
    reviewDate: isAhead ? reviewDate : "",
  }
  return { fields, files: attachments, errors: [], current: null }
}

export function EditForm({ post, edited }: { post: FoundPost; edited: Edited }) {
  const { current } = edited
  if (!current)
    return (
      <>
        <RulesFirst />
        <TheForm post={post} edited={edited} />
      </>
    )
  return (
    <div class="ff-both-texts">
      <TheForm post={post} edited={edited} />
      <Conflict
        current={current}
        sections={["body"]}
        saved={savedDates(post)}
        fields={edited.fields}
        cancel={pathOf(post)}
      />
    </div>
  )
}

const savedDates = ({ official, legalStatusDate, reviewDate }: FoundPost): Fields =>
  official ? { legalStatusDate: legalStatusDate ?? "", reviewDate: reviewDate ?? "" } : {}

function TheForm({ post, edited }: { post: FoundPost; edited: Edited }) {
  const { t } = useReader()
  const words = t.thread.edit
  const { fields, errors, current } = edited
  const isAnswer = post.kind === "answer"
  // Whoever has seen the newer text saves over it knowingly.
  const version = current ? current.version : textOf(fields, "version")
  return (
    <Form
      action={isAnswer ? `/antworten/${post.id}/bearbeiten` : `/kommentare/${post.id}/bearbeiten`}
      hidden={{ version }}
      keep={`beitrag-${post.id}-${version}`}
      multipart={isAnswer}
    >
      <Field
        type="textarea"
        name="body"
        label={current ? words.yours : words.body}
        error={errorOf(errors, "body")}
        value={textOf(fields, "body")}
        rows={isAnswer ? 12 : 6}
        maxlength={isAnswer ? MAX_MARKDOWN_LENGTH : LONGEST_COMMENT}
        data={{
          "data-personal-data": "",
          [isAnswer ? "data-markdown" : "data-markdown-short"]: "",
          ...peopleOfThread(post.thread.id),
        }}
      />
      {post.official && <OfficialDates post={post} edited={edited} />}
      {isAnswer && (
        <AttachmentFields
          shown={edited.files}
          newAlternative={textOf(fields, "newAlternative")}
          errors={errors}
        />
      )}
      <Buttons>
        <SubmitButton>{current ? words.submitAnyway : words.submit}</SubmitButton>
        <LinkButton href={pathOf(post)} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

function OfficialDates({ post, edited: { fields, errors } }: { post: FoundPost; edited: Edited }) {
  const { t, locale } = useReader()
  const words = t.thread.answerForm
  return (
    <div class="ff-form-row">
      <Field
        type="date"
        name="legalStatusDate"
        label={words.legalStatus}
        hint={
          post.legalStatusDate
            ? t.thread.edit.legalStatusHint(formatDay(post.legalStatusDate, locale))
            : words.legalStatusHint
        }
        error={errorOf(errors, "legalStatusDate")}
        value={textOf(fields, "legalStatusDate")}
        width="short"
      />
      <Field
        type="date"
        name="reviewDate"
        label={words.review}
        hint={words.reviewHint}
        error={errorOf(errors, "reviewDate")}
        value={textOf(fields, "reviewDate")}
        width="short"
        isForWork
        optional
      />
    </div>
  )
}
