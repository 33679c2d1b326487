import { LONGEST_COMMENT } from "../../../server/forum/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { textOf } from "../../forms.ts"
import {
  Badge,
  Buttons,
  Comment,
  Comments,
  Disclosure,
  errorOf,
  Field,
  Form,
  fieldId,
  Prose,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { HelpfulButton, OwnActions } from "./post-actions.tsx"
import { PostMeta, type RemarkView, StandingNotice } from "./post-parts.tsx"
import { nameIn, type Retry, retryOf } from "./retry.ts"

export type RemarksProps = {
  parentId: string
  /** Whose post they stand under. */
  author: string
  comments: RemarkView[]
  mayComment: boolean
  retry: Retry | null
  /** Unfolded whatever their number: one of them was just written. */
  open: boolean
  /** Where headings inside comments begin. */
  level: 3 | 4
  hint?: string
}

/** The comments under a post, with a folded form for one more. */
export function Remarks(props: RemarksProps) {
  const { comments, parentId, mayComment, retry } = props
  if (comments.length === 0) return null
  const failed = retryOf(retry, commentForm(parentId)) !== null
  const open = props.open || failed || comments.length <= 3 || comments.some(({ asksBack }) => asksBack)
  return (
    <Comments count={comments.length} open={open} form={mayComment && <FoldedForm {...props} />}>
      {comments.map((comment) => (
        <Remark comment={comment} level={props.level} key={comment.id} />
      ))}
    </Comments>
  )
}

/** Where there is no comment yet, the folded form stands in the row of the post's actions: posts stay short. */
export const FirstRemark = (props: RemarksProps) =>
  props.mayComment && props.comments.length === 0 ? <FoldedForm {...props} /> : null

export const commentForm = (parentId: string) => `kommentar-${parentId}`

function FoldedForm({ parentId, author, retry, hint }: RemarksProps) {
  const { t } = useReader()
  const words = t.thread.comments
  return (
    <Disclosure
      quiet
      open={retryOf(retry, commentForm(parentId)) !== null}
      summary={
        <>
          {words.add} <span class="kern-sr-only">{t.thread.toPostBy(author)}</span>
        </>
      }
    >
      <CommentForm
        parentId={parentId}
        retry={retry}
        label={words.body}
        hint={hint ?? words.hint}
        submit={words.submit}
      />
    </Disclosure>
  )
}

type CommentFormProps = {
  parentId: string
  retry: Retry | null
  label: string
  hint?: string
  submit: string
}

export function CommentForm({ parentId, retry, label, hint, submit }: CommentFormProps) {
  const form = commentForm(parentId)
  const former = retryOf(retry, form)
  return (
    <Form
      action={`/beitraege/${parentId}/kommentare`}
      idempotencyKey={(former && textOf(former.fields, "idempotencyKey")) || newId()}
      keep={form}
    >
      <Field
        type="textarea"
        name="body"
        id={fieldId(nameIn(form, "body"))}
        label={label}
        hint={hint}
        error={former ? errorOf(former.errors, "body") : undefined}
        value={former ? textOf(former.fields, "body") : ""}
        rows={3}
        maxlength={LONGEST_COMMENT}
        data={{ "data-markdown-short": "", "data-personal-data": "" }}
      />
      <Buttons>
        <SubmitButton small>{submit}</SubmitButton>
      </Buttons>
    </Form>
  )
}

function Remark({ comment, level }: { comment: RemarkView; level: 3 | 4 }) {
  const { t } = useReader()
  const { id, author, can, asksBack, withdrawn } = comment
  return (
    <Comment
      id={id}
      meta={<PostMeta post={comment} />}
      actions={
        <>
          <HelpfulButton
            action={`/beitraege/${id}/hilfreich`}
            author={author.name}
            isMarked={comment.isHelpful}
            count={comment.helpfulCount}
            may={can.mark}
          />
          <OwnActions
            id={id}
            author={author}
            hidden={comment.hidden}
            can={can}
            editHref={`/kommentare/${id}/bearbeiten`}
          />
        </>
      }
    >
      {asksBack && (
        <Badge kind="warning" icon="reply">
          {t.thread.askedBack.badge}
        </Badge>
      )}
      <StandingNotice post={comment} />
      {(!withdrawn || author.isMe) && <Prose html={comment.html} level={level} />}
    </Comment>
  )
}
