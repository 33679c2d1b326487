import { postAddress } from "../../../server/forum/index.ts"
import type { Locale } from "../../../server/kernel/actor.ts"
import {
  ActionButton,
  Alert,
  Badge,
  DateTime,
  formatDay,
  LinkButton,
  OfficialBox,
  Post,
  Prose,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { FirstRemark, Remarks, type RemarksProps } from "./comments.tsx"
import { HelpfulButton, OwnActions } from "./post-actions.tsx"
import { type Answer, AttachmentList, PostMeta, StandingNotice } from "./post-parts.tsx"

type AnswerProps = { answer: Answer; open: boolean }

/** An answer in its place: sealed where the department gave it. */
export function AnswerPost({ answer, open }: AnswerProps) {
  const { t } = useReader()
  const { id, author, official, withdrawn } = answer
  const remarks: RemarksProps = {
    parentId: id,
    author: author.name,
    comments: answer.comments,
    next: answer.commentsNext,
    mayComment: answer.can.comment,
    open,
    level: 4,
  }
  const props = {
    id,
    kind: "answer" as const,
    level: 3 as const,
    heading: official ? t.thread.officialBy(official.name, author.name) : t.thread.answerBy(author.name),
    meta: <PostMeta post={answer} />,
    badges: answer.accepted && (
      <Badge kind="success" icon="check-circle">
        {t.thread.answers.accepted}
      </Badge>
    ),
    notice: <AnswerNotices answer={answer} />,
    attachments: <AttachmentList files={answer.attachments} text={answer.html} />,
    actions: <AnswerActions answer={answer} remarks={remarks} />,
    comments: <Remarks {...remarks} />,
  }
  const body = (!withdrawn || author.isMe) && <Prose html={answer.html} level={4} />
  if (!official) return <Post {...props}>{body}</Post>
  return (
    <OfficialBox
      {...props}
      department={official.name}
      legalStatus={answer.legalStatusDate}
      review={answer.reviewDate}
      needsReview={answer.needsReview}
    >
      {body}
    </OfficialBox>
  )
}

function AnswerNotices({ answer }: { answer: Answer }) {
  const { t, locale } = useReader()
  const words = t.thread.notices
  return (
    <>
      <StandingNotice post={answer} />
      {answer.replacedById && (
        <Alert kind="info" title={words.replacedTitle}>
          <p>
            {words.replaced} <a href={postAddress(answer.replacedById)}>{words.replacedLink}</a>
          </p>
        </Alert>
      )}
      {answer.needsReview && (
        <Alert kind="warning" title={words.outdatedTitle}>
          <p>{outdatedText(t, locale, answer)}</p>
          {answer.reports.length > 0 && <Reports answer={answer} />}
        </Alert>
      )}
    </>
  )
}

/** The one reason that applies. */
function outdatedText(t: Texts, locale: Locale, { reviewReason, reviewDate }: Answer): string {
  const words = t.thread.notices.outdated
  if (reviewReason === "due" && reviewDate) return words.due(formatDay(reviewDate, locale))
  return reviewReason === "newer-gone" ? words["newer-gone"] : words.reported
}

/** Shown to who reviews the answer; without names. */
export function Reports({ answer }: { answer: Answer }) {
  const { t } = useReader()
  return (
    <>
      <p>{t.thread.notices.reports}</p>
      <ul>
        {answer.reports.map(({ reason, at }) => (
          <li key={at}>
            {reason} (<DateTime value={at} />)
          </li>
        ))}
      </ul>
    </>
  )
}

function AnswerActions({ answer, remarks }: { answer: Answer; remarks: RemarksProps }) {
  const { t } = useReader()
  const words = t.thread.actions
  const { id, author, can, accepted } = answer
  const context = t.thread.ofPostBy(author.name)
  return (
    <>
      {can.accept && (
        <ActionButton
          action={`/antworten/${id}/markieren`}
          hidden={{ accepted: String(!accepted) }}
          icon="check-circle"
          kind={accepted ? "tertiary" : "secondary"}
          context={t.thread.toPostBy(author.name)}
        >
          {accepted ? words.unaccept : words.accept}
        </ActionButton>
      )}
      <HelpfulButton
        action={`/beitraege/${id}/hilfreich`}
        author={author.name}
        isMarked={answer.isHelpful}
        count={answer.helpfulCount}
        may={can.mark}
      />
      {can.review && (
        <LinkButton
          href={`/antworten/${id}/bestaetigen`}
          kind={answer.needsReview ? "secondary" : "tertiary"}
          small
          icon="official"
          context={context}
        >
          {answer.needsReview ? words.review : words.confirm}
        </LinkButton>
      )}
      {can.report && !can.review && (
        <LinkButton href={`/antworten/${id}/veraltet`} kind="tertiary" small icon="flag" context={context}>
          {words.report}
        </LinkButton>
      )}
      <OwnActions
        id={id}
        author={author}
        hidden={answer.hidden}
        can={can}
        editHref={`/antworten/${id}/bearbeiten`}
      />
      <FirstRemark {...remarks} />
    </>
  )
}
