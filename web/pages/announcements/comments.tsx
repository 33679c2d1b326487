import { type AnnouncementView, NewComment } from "../../../server/announcements/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { type FormState, field, freshForm } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import { Card, DateTime, Field, Form, Prose, SubmitButton, TwoSteps, useReader } from "../../layout/index.ts"

export const COMMENTING = "commenting"

/** Questions about an announcement and what is answered; what others write comes in by itself. */
export function Comments({
  announcement,
  tried,
}: {
  announcement: AnnouncementView
  tried: FormState | null
}) {
  const { t } = useReader()
  const words = t.announcements
  const { id, comments, can } = announcement
  const form = tried?.name === COMMENTING ? tried : freshForm(NewComment, { body: words.comment }, {})
  return (
    <Card title={words.comments} id="fragen" icon="comment">
      <div id="fragen-live" data-live={`announcement:${id}`}>
        {comments.length === 0 ? (
          <p class="ff-muted">{words.noComments}</p>
        ) : (
          <ul class="ff-checklist">
            {comments.map((comment) => (
              <Comment key={comment.id} comment={comment} />
            ))}
          </ul>
        )}
      </div>
      {can.comment && (
        <Form
          action={`/ankuendigungen/${id}/fragen`}
          keep={`ankuendigung-${id}-frage`}
          idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
        >
          <Field
            {...field(form, "body")}
            type="textarea"
            rows={3}
            hint={words.commentHint}
            data={{ "data-markdown": "" }}
          />
          <div>
            <SubmitButton>{words.commentSend}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  )
}

function Comment({ comment }: { comment: AnnouncementView["comments"][number] }) {
  const { t } = useReader()
  const words = t.announcements
  const { id, author, at, html, can } = comment
  return (
    <li id={`kommentar-${id}`}>
      <p>
        <strong>{author.name}</strong>{" "}
        <span class="kern-hint">
          <DateTime value={at} format="datetime" />
        </span>
      </p>
      <Prose html={html} level={3} />
      {can.remove && (
        <TwoSteps
          summary={words.removeComment}
          text={words.removeCommentText}
          now={words.removeCommentNow}
          action={`/ankuendigungen/fragen/${id}/entfernen`}
          small
          context={author.name}
        />
      )}
    </li>
  )
}
