import type { Actor } from "../../../server/kernel/actor.ts"
import { textOf } from "../../forms.ts"
import {
  ActionButton,
  Alert,
  Breadcrumb,
  Count,
  EmptyState,
  ErrorSummary,
  PageTitle,
  Post,
  PrintAddress,
  Prose,
  StateBadge,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { AnswerForm } from "./answer-form.tsx"
import { AnswerPost } from "./answers.tsx"
import { AskedBack } from "./asked-back.tsx"
import { FirstRemark, Remarks, type RemarksProps } from "./comments.tsx"
import { FileNote } from "./file-note.tsx"
import { Handling, type Targets } from "./handling.tsx"
import { OwnActions } from "./post-actions.tsx"
import { type Answer, AttachmentList, PostMeta, type Question, StandingNotice } from "./post-parts.tsx"
import { QuestionFacts } from "./question-facts.tsx"
import { type Retry, summaryOf } from "./retry.ts"

export type QuestionPageProps = {
  question: Question
  actor: Actor
  targets: Targets | null
  retry: Retry | null
  /** The post whose comments are unfolded. */
  open: string | null
  /** Where the thread is found for good. */
  address: string
}

export const questionTrail = (t: Texts, { category, parentCategory, title }: Question) => (
  <Breadcrumb
    trail={[
      { label: t.shell.navigation.questions, href: "/fragen" },
      ...categoryTrail([parentCategory, category], t.shell.navigation.questions),
      { label: title },
    ]}
  />
)

export function QuestionPage(props: QuestionPageProps) {
  const { question, actor, targets, retry, address } = props
  const { t } = useReader()
  return (
    <>
      <Failure retry={retry} />
      <PageTitle over={<StateBadge state={question.state} />}>{question.title}</PageTitle>
      <PrintAddress url={address} />
      <div class="ff-thread-page" data-live-thread={question.id}>
        <div class="ff-thread">
          <StateNotices question={question} />
          <QuestionPost {...props} />
          <AskedBack question={question} retry={retry} />
        </div>
        <aside class="ff-stack" aria-label={t.thread.facts.title}>
          <QuestionFacts question={question} />
          {(question.can.handle || question.moves.length > 0) && (
            <Handling
              question={question}
              targets={targets ?? { colleagues: [], departments: [] }}
              mine={question.takenBy?.id === actor.id}
              retry={retry}
            />
          )}
        </aside>
        <div class="ff-thread">
          <Answers {...props} />
          {question.can.answer && <AnswerForm question={question} retry={retry} />}
          <FileNote question={question} address={address} />
        </div>
      </div>
    </>
  )
}

/** A main category that is called like its list stands there once. */
export const categoryTrail = (parts: (Question["category"] | null)[], list: string) =>
  parts.flatMap((part) =>
    part && part.name !== list ? [{ label: part.name, href: `/kategorien/${part.id}` }] : [],
  )

/** What went wrong, and what was typed where its form may be gone by now. */
export function Failure({ retry }: { retry: Retry | null }) {
  const { t } = useReader()
  if (!retry) return null
  const typed = retry.status === 422 ? "" : textOf(retry.fields, "body")
  return (
    <>
      <ErrorSummary
        errors={summaryOf(retry)}
        {...(retry.status !== 422 && { title: t.thread.failed.title })}
      />
      {typed && (
        <Alert kind="info" title={t.thread.failed.typed}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <pre class="ff-typed" tabIndex={0}>
            {typed}
          </pre>
        </Alert>
      )}
    </>
  )
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

function QuestionPost({ question, retry, open }: QuestionPageProps) {
  const { t } = useReader()
  const { id, author, withdrawn } = question
  const isAsked = question.state === "asked-back" && author.isMe
  const remarks: RemarksProps = {
    parentId: id,
    author: author.name,
    // What the department asks has a place of its own, with the reply, while it waits for the asker.
    comments: isAsked ? question.comments.filter(({ asksBack }) => !asksBack) : question.comments,
    mayComment: question.can.comment && !isAsked,
    retry,
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
      attachments={<AttachmentList files={question.attachments} />}
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

function Answers({ question, retry, open }: QuestionPageProps) {
  const { t } = useReader()
  const words = t.thread.answers
  const { answers } = question
  return (
    <>
      <div class="ff-thread__heading">
        <h2>{words.title(answers.length)}</h2>
        {answers.length > 1 && (
          <p class="kern-hint">
            {words.order} <a href="/hilfe#reihenfolge">{words.orderLink}</a>
          </p>
        )}
      </div>
      {answers.length === 0 && (
        <EmptyState icon="reply" title={words.none}>
          {question.can.answer && <p>{words.noneText}</p>}
        </EmptyState>
      )}
      {inRuns(answers).map((run) => (
        <AnswerRun run={run} retry={retry} open={open} key={run[0]?.id} />
      ))}
    </>
  )
}

/** Sealed answers stand by themselves; the others close together on one sheet. The order stays as it is. */
function inRuns(answers: Answer[]): Answer[][] {
  const runs: Answer[][] = []
  for (const answer of answers) {
    const last = runs.at(-1)
    if (last && !answer.official && !last[0]?.official) last.push(answer)
    else runs.push([answer])
  }
  return runs
}

function AnswerRun({ run, retry, open }: { run: Answer[]; retry: Retry | null; open: string | null }) {
  const [first] = run
  const post = (answer: Answer) => (
    <AnswerPost answer={answer} retry={retry} open={open === answer.id} key={answer.id} />
  )
  return first?.official ? post(first) : <div class="ff-answers">{run.map(post)}</div>
}
