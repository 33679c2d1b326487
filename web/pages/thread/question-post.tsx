import { ActionButton, Count, Post, Prose, useReader } from "../../layout/index.ts"
import { waitingRequest } from "./asked-back.tsx"
import { FirstRemark, Remarks, type RemarksProps } from "./comments.tsx"
import { OwnActions } from "./post-actions.tsx"
import { AttachmentList, PostMeta, type Question, StandingNotice } from "./post-parts.tsx"

type QuestionPostProps = { question: Question; open: string | null }

/** The question itself, with what one can do about it. */
export function QuestionPost({ question, open }: QuestionPostProps) {
  const { t } = useReader()
  const { id, author, withdrawn } = question
  const isAsked = question.state === "asked-back" && author.isMe
  const waiting = isAsked ? waitingRequest(question)?.id : undefined
  const remarks: RemarksProps = {
    parentId: id,
    author: author.name,
    // What the department asks has a place of its own, with the reply, while it waits for the asker.
    comments: question.comments.filter((comment) => comment.id !== waiting),
    next: question.commentsNext,
    mayComment: question.can.comment && !isAsked,
    open: open === id,
    level: 3,
  }
  return (
    <Post
      id={id}
      kind="question"
      heading={t.thread.questionBy(author.name)}
      meta={<PostMeta post={question} />}
      notice={<StandingNotice post={question} />}
      attachments={<AttachmentList files={question.attachments} text={question.html} />}
      actions={<QuestionActions question={question} remarks={remarks} />}
      comments={<Remarks {...remarks} />}
    >
      {(!withdrawn || author.isMe) && <Prose html={question.html} level={3} />}
    </Post>
  )
}

function QuestionActions({ question, remarks }: { question: Question; remarks: RemarksProps }) {
  const { t } = useReader()
  const words = t.thread.actions
  const { id, can, isSame, sameCount } = question
  return (
    <>
      {can.markSame ? (
        <ActionButton
          action={`/fragen/${id}/auch-meine-frage`}
          hidden={{ marked: String(!isSame) }}
          icon="people"
          pressed={isSame}
        >
          {words.same(sameCount)}
        </ActionButton>
      ) : (
        sameCount > 0 && <Count icon="people">{words.sameCount(sameCount)}</Count>
      )}
      {can.close && (
        <ActionButton action={`/fragen/${id}/schliessen`} icon="lock" confirm={words.closeConfirm}>
          {words.close}
        </ActionButton>
      )}
      {can.reopen && (
        <ActionButton action={`/fragen/${id}/oeffnen`} icon="reuse">
          {words.reopen}
        </ActionButton>
      )}
      <OwnActions
        id={id}
        author={question.author}
        hidden={question.hidden}
        can={can}
        editHref={`/fragen/${id}/bearbeiten`}
      />
      <FirstRemark {...remarks} />
    </>
  )
}
