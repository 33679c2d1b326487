import { Alert, Card, Prose, useReader } from "../../layout/index.ts"
import { CommentForm } from "./comments.tsx"
import { PostMeta, type Question } from "./post-parts.tsx"

/** The department waits for the asker: they see what is asked and reply at once; others see why nothing moves. */
export function AskedBack({ question }: { question: Question }) {
  const { t } = useReader()
  const words = t.thread.askedBack
  if (question.state !== "asked-back") return null
  if (!question.author.isMe)
    return (
      <Alert kind="info">
        <p>{words.waiting}</p>
      </Alert>
    )
  const request = waitingRequest(question)
  return (
    <Card title={words.title} id="rueckfrage" icon="reply" tone="attention">
      {request && (
        <div id={request.id}>
          <PostMeta post={request} />
          <Prose html={request.html} level={3} />
        </div>
      )}
      {question.can.comment && (
        <CommentForm
          threadId={question.id}
          parentId={question.id}
          retry={null}
          label={words.reply}
          submit={words.submit}
        />
      )}
      {question.can.edit && (
        <p>
          {words.edit} <a href={`/fragen/${question.id}/bearbeiten`}>{words.editLink}</a>
        </p>
      )}
    </Card>
  )
}

/** What the department asked last, and waits for; whatever it asked before was replied to. */
export const waitingRequest = ({ comments }: Question) => comments.findLast(({ asksBack }) => asksBack)
