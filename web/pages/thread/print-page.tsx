import { findPost, findQuestion, listComments } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { pagesOf } from "../../form-pages.ts"
import { LinkButton, PageTitle, PrintAddress, StateBadge, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { AnswerRuns } from "./answer-runs.tsx"
import { AskedBack } from "./asked-back.tsx"
import type { Answer, Question, RemarkView } from "./post-parts.tsx"
import { QuestionFacts } from "./question-facts.tsx"
import { questionTrail } from "./question-page.tsx"
import { QuestionPost } from "./question-post.tsx"
import { shownTitle } from "./shown-title.ts"

const PATH = "/fragen/:id/druck"
/** Answers or comments that are read from the database at once. */
const AT_ONCE = 200

/** A question for paper: what its own page leaves to the next pages stands here as well, and nothing can be pressed. */
export function printPage(app: App, site: Site): void {
  pagesOf(app, site).page(PATH, {
    find: ({ db, actor, params }) => findPost(db, actor, params.id, ["question"], "see"),
    show: async ({ db, actor, t }, { id }) => {
      const question = await readWhole(db, actor, id)
      return {
        title: shownTitle(t, question.title),
        current: "questions",
        width: "reading",
        breadcrumb: questionTrail(t, question),
        children: <Printed question={question} address={`${site.config.publicUrl}/fragen/${id}`} />,
      }
    },
  })
}

async function readWhole(db: Db, actor: Actor, id: string): Promise<Question> {
  const question = await findQuestion(db, actor, id, undefined, AT_ONCE)
  const answers: Answer[] = question.answers
  let next = question.answersNext
  while (next) {
    const more = await findQuestion(db, actor, id, next, AT_ONCE)
    answers.push(...more.answers)
    next = more.answersNext
  }
  const whole: Answer[] = []
  for (const answer of answers) whole.push(await withComments(db, actor, answer))
  return { ...(await withComments(db, actor, question)), answers: whole, answersNext: null }
}

type Commented = { id: string; comments: RemarkView[]; commentsNext: string | null; can: object }

async function withComments<P extends Commented>(db: Db, actor: Actor, post: P): Promise<P> {
  const comments = [...post.comments]
  let after = post.commentsNext
  while (after) {
    const { items, next } = await listComments(db, actor, post.id, after, AT_ONCE)
    comments.push(...items)
    after = next
  }
  return { ...nothingToDo(post), comments: comments.map(nothingToDo), commentsNext: null }
}

/** As the person sees the post who may do nothing with it. */
const nothingToDo = <P extends { can: object }>(post: P): P => ({
  ...post,
  can: Object.fromEntries(Object.keys(post.can).map((name) => [name, false])),
})

function Printed({ question, address }: { question: Question; address: string }) {
  const { t } = useReader()
  const words = t.thread.print
  const { id, state, title, answers } = question
  return (
    <>
      <PageTitle over={<StateBadge state={state} />}>{shownTitle(t, title)}</PageTitle>
      <PrintAddress url={address} />
      <div class="ff-buttons">
        <p>{words.hint}</p>
        <LinkButton href={`/fragen/${id}`} kind="tertiary" icon="arrow-left">
          {words.back}
        </LinkButton>
      </div>
      <div class="ff-thread">
        <QuestionFacts question={question} />
        <QuestionPost question={question} open={id} />
        <AskedBack question={question} />
        <h2>{t.thread.answers.title(answers.length)}</h2>
        <AnswerRuns answers={answers} isOpen={() => true} />
      </div>
    </>
  )
}
