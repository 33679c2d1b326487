import { COMMENTS_SHOWN, NewComment } from "../../../server/forum/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { textOf } from "../../forms.ts"
import {
  Badge,
  Buttons,
  Comment,
  Comments,
  Field,
  Form,
  LinkButton,
  Prose,
  RulesFirst,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { peopleOfThread } from "../mentions.ts"
import { HelpfulButton, OwnActions } from "./post-actions.tsx"
import { PostMeta, type RemarkView, StandingNotice } from "./post-parts.tsx"
import { fieldIn, formIn, type Retry } from "./retry.ts"

export type RemarksProps = {
  parentId: string
  /** Whose post they stand under. */
  author: string
  comments: RemarkView[]
  /** Where those go on that do not stand here. */
  next: string | null
  mayComment: boolean
  /** Unfolded whatever their number: one of them was just written. */
  open: boolean
  /** Where headings inside comments begin. */
  level: 3 | 4
}

/** The first comments under a post, with the way to the others and to one more. */
export function Remarks(props: RemarksProps) {
  const { t } = useReader()
  const words = t.thread.comments
  const { comments, next, parentId, author, mayComment } = props
  if (comments.length === 0) return null
  const open = props.open || comments.length <= 3 || comments.some(({ asksBack }) => asksBack)
  return (
    <Comments
      count={comments.length}
      summary={next ? words.moreThan(COMMENTS_SHOWN) : undefined}
      open={open}
      form={
        <>
          {next && (
            <LinkButton
              href={`${commentsPath(parentId)}?nach=${next}`}
              small
              context={t.thread.toPostBy(author)}
            >
              {words.more}
            </LinkButton>
          )}
          {mayComment && <AddRemark {...props} />}
        </>
      }
    >
      {comments.map((comment) => (
        <Remark comment={comment} level={props.level} key={comment.id} />
      ))}
    </Comments>
  )
}

/** Where there is no comment yet, the way to the first stands in the row of the post's actions: posts stay short. */
export const FirstRemark = (props: RemarksProps) =>
  props.mayComment && props.comments.length === 0 ? <AddRemark {...props} /> : null

export const commentForm = (parentId: string) => `kommentar-${parentId}`
export const commentsPath = (parentId: string) => `/beitraege/${parentId}/kommentare`
/** Where the form stands on the page of the comments. */
export const COMMENT_PLACE = "kommentieren"

/** The form is on a page of its own, and comes in here with a script: most read and do not write. */
function AddRemark({ parentId, author }: RemarksProps) {
  const { t } = useReader()
  return (
    <LinkButton
      href={`${commentsPath(parentId)}#${COMMENT_PLACE}`}
      kind="tertiary"
      small
      context={t.thread.toPostBy(author)}
      inPlace
    >
      {t.thread.comments.add}
    </LinkButton>
  )
}

type CommentFormProps = {
  threadId: string
  parentId: string
  retry: Retry | null
  label: string
  hint?: string
  submit: string
}

export function CommentForm({ threadId, parentId, retry, label, hint, submit }: CommentFormProps) {
  const form = formIn(retry, commentForm(parentId), NewComment, { body: label })
  return (
    <>
      <RulesFirst />
      <Form
        action={commentsPath(parentId)}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
        keep={form.name}
      >
        <Field
          {...fieldIn(form, "body")}
          type="textarea"
          hint={hint}
          rows={3}
          data={{ "data-markdown-short": "", "data-personal-data": "", ...peopleOfThread(threadId) }}
        />
        <Buttons>
          <SubmitButton small>{submit}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}

export function Remark({ comment, level }: { comment: RemarkView; level: 3 | 4 }) {
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
