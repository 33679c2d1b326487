import type { Actor } from "../../../server/kernel/actor.ts"
import {
  Alert,
  Breadcrumb,
  EmptyState,
  LinkButton,
  PageTitle,
  PrintAddress,
  StateBadge,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { ANSWER_PLACE, AnswerForm } from "./answer-form.tsx"
import { ANSWERS, type AnswerPage, AnswerPages, rangeOf } from "./answer-paging.tsx"
import { AnswerRuns } from "./answer-runs.tsx"
import { AskedBack, waitingRequest } from "./asked-back.tsx"
import { FollowThread } from "./following.tsx"
import { Handling } from "./handling.tsx"
import type { Question } from "./post-parts.tsx"
import { QuestionFacts } from "./question-facts.tsx"
import { QuestionPost } from "./question-post.tsx"
import type { Retry } from "./retry.ts"
import { shownTitle } from "./shown-title.ts"
import { categoryTrail, Failure, liveSince } from "./thread-frame.tsx"

export type QuestionPageProps = {
  question: Question
  actor: Actor
  /** Which of the answers are shown. */
  page: AnswerPage
  retry: Retry | null
  /** The post whose comments are unfolded. */
  open: string | null
  /** What addresses begin with that are used outside of the forum. */
  publicUrl: string
}

export const questionTrail = (t: Texts, { category, parentCategory, title }: Question) => (
  <Breadcrumb
    trail={[
      { label: t.shell.navigation.questions, href: "/fragen" },
      ...categoryTrail([parentCategory, category], t.shell.navigation.questions),
      { label: shownTitle(t, title) },
    ]}
  />
)

export function QuestionPage(props: QuestionPageProps) {
  const { question, actor, retry, publicUrl } = props
  const { t } = useReader()
  return (
    <>
      <Failure retry={retry} />
      <PageTitle
        over={
          <span id="stand" data-live-small="">
            <StateBadge state={question.state} />
          </span>
        }
      >
        {shownTitle(t, question.title)}
      </PageTitle>
      <PrintAddress url={`${publicUrl}/fragen/${question.id}`} />
      <div
        class="ff-thread-page"
        data-live-thread={question.id}
        data-live-page={livePage(props.page)}
        data-live-since={liveSince()}
        data-live-standing={standingOf(question)}
      >
        <div class="ff-thread">
          <StateNotices question={question} />
          <QuestionPost question={question} open={props.open} />
          <AskedBack question={question} />
        </div>
        <aside class="ff-stack" aria-label={t.thread.facts.title}>
          <QuestionFacts question={question} />
          <FollowThread path={`/fragen/${question.id}`} following={question.following} />
          {(question.can.handle || question.moves.length > 0) && (
            <Handling question={question} mine={question.takenBy?.id === actor.id} retry={retry} />
          )}
        </aside>
        <div class="ff-thread">
          <Answers {...props} />
          {question.can.answer && (
            <AnswerForm question={question} retry={retry} open={props.open === ANSWER_PLACE} />
          )}
          <p id="akte" class="ff-buttons">
            <LinkButton href={`/fragen/${question.id}/akte`} kind="tertiary" icon="copy">
              {t.thread.file.title}
            </LinkButton>
            <LinkButton href={`/fragen/${question.id}/druck`} kind="tertiary" icon="print">
              {t.thread.print.title}
            </LinkButton>
          </p>
        </div>
      </div>
    </>
  )
}

/** Of the address that a live page asks for what it shows. */
const livePage = ({ after, size }: AnswerPage) =>
  String(new URLSearchParams({ size: String(size), ...(after && { after }) }))

/** What a live page compares itself with; see `web/elements/thread-changes.ts`. */
function standingOf(question: Question): string {
  const { state, takenBy, responsible } = question
  const waitsFor = state === "asked-back" ? waitingRequest(question)?.id : undefined
  return [state, takenBy?.id, responsible?.id, waitsFor].map((value) => value ?? "").join(" ")
}

function StateNotices({ question }: { question: Question }) {
  const { t } = useReader()
  const words = t.thread.notices
  const { state, duplicateOf } = question
  return (
    <>
      {state === "duplicate" && (
        <Alert kind="info" title={words.duplicateTitle}>
          {duplicateOf ? (
            <p>
              {words.duplicate} <a href={`/fragen/${duplicateOf.id}`}>{duplicateOf.name}</a>
            </p>
          ) : (
            <p>{words.duplicateUnseen}</p>
          )}
        </Alert>
      )}
      {state === "closed" && (
        <Alert kind="info" title={words.closedTitle}>
          <p>{words.closed}</p>
        </Alert>
      )}
      {question.categoryArchived && (
        <Alert kind="info">
          <p>{words.archived}</p>
        </Alert>
      )}
    </>
  )
}

function Answers({ question, page, open }: QuestionPageProps) {
  const { t } = useReader()
  const words = t.thread.answers
  const { answers, answersNext } = question
  const { all } = rangeOf(question, page)
  return (
    <>
      <div class="ff-thread__heading" id={ANSWERS}>
        <h2>{words.title(answersNext || page.after ? all : answers.length)}</h2>
        {answers.length > 1 && (
          <p class="kern-hint">
            {words.order} <a href="/hilfe#reihenfolge">{words.orderLink}</a>
          </p>
        )}
      </div>
      {answers.length === 0 && (
        <EmptyState icon="reply" title={words.none}>
          {question.can.answer && !question.author.isMe && <p>{words.noneText}</p>}
        </EmptyState>
      )}
      <AnswerRuns answers={answers} isOpen={(id) => id === open} />
      <AnswerPages question={question} page={page} />
    </>
  )
}
