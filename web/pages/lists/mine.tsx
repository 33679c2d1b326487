import { Type } from "typebox"
import {
  countDrafts,
  listBestPractices,
  listCategories,
  listQuestions,
  QUESTION_STATES,
  reads,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Cursor, html } from "../../../server/kernel/schemas.ts"
import { Buttons, Card, EmptyState, List, Pager, PageTitle, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { WriteButton } from "./actions.tsx"
import type { Category } from "./categories.tsx"
import { NoDepartment } from "./filters.tsx"
import { Hint, pathWith } from "./query.ts"
import { type Practice, PracticeItem, type Question, QuestionItem } from "./rows.tsx"

const PATH = "/meine-fragen"
const Query = Closed({ nach: Type.Optional(Cursor), praxis: Type.Optional(Cursor), hinweis: Hint })
const NOT_ASKED_BACK = QUESTION_STATES.filter((state) => state !== "asked-back")

export function minePage(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "signed-in", page: true }, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { nach, praxis } = request.query
      const page = await loadPage(site, request.actor, { nach, praxis })
      return show(site, request, reply, (t) => ({
        title: t.lists.mine.title,
        current: "mine",
        children: <Mine {...page} />,
      }))
    },
  )
}

type After = { nach: string | undefined; praxis: string | undefined }

async function loadPage({ db }: Site, actor: Actor, after: After) {
  const asking = { mine: true, states: ["asked-back" as const] }
  return {
    after,
    isReader: reads(actor),
    categories: await listCategories(db, actor),
    drafts: await countDrafts(db, actor),
    // They wait for the person, so they stand in full on top of every page.
    askedBack: (await listQuestions(db, actor, asking, undefined, 50)).items,
    questions: await listQuestions(db, actor, { mine: true, states: NOT_ASKED_BACK }, after.nach),
    practices: await listBestPractices(db, actor, { mine: true }, after.praxis),
  }
}

type Props = {
  after: After
  isReader: boolean
  categories: Category[]
  /** How many texts from mails wait to be looked through. */
  drafts: number
  askedBack: Question[]
  questions: { items: Question[]; next: string | null }
  practices: { items: Practice[]; next: string | null }
}

function Mine(props: Props) {
  const { t } = useReader()
  return (
    <>
      <PageTitle lead={<p>{t.lists.mine.lead}</p>}>{t.lists.mine.title}</PageTitle>
      {props.isReader ? (
        <>
          <MailDrafts count={props.drafts} />
          <AskedBack questions={props.askedBack} />
          <MyQuestions {...props} />
          <MyPractices {...props} />
        </>
      ) : (
        <NoDepartment />
      )}
    </>
  )
}

function MailDrafts({ count }: { count: number }) {
  const { t } = useReader()
  if (count === 0) return null
  return (
    <Card id="entwuerfe" title={t.compose.mailDraft.list} icon="mail" tone="attention">
      <p>{t.lists.mine.drafts(count)}</p>
      <p>
        <a href="/entwuerfe">{t.lists.mine.toDrafts}</a>
      </p>
    </Card>
  )
}

function AskedBack({ questions }: { questions: Question[] }) {
  const { t } = useReader()
  if (questions.length === 0) return null
  return (
    <Card id="rueckfragen" title={t.lists.mine.askedBack} icon="reply" tone="attention">
      <p>{t.lists.mine.askedBackText}</p>
      <List>
        {questions.map((question) => (
          <QuestionItem question={question} level={3} own key={question.id} />
        ))}
      </List>
    </Card>
  )
}

function MyQuestions({ askedBack, questions, categories, after }: Props) {
  const { t } = useReader()
  const words = t.lists.mine
  if (questions.items.length === 0 && askedBack.length > 0) return null
  const title = askedBack.length > 0 ? words.otherQuestions : words.questions
  return (
    <Card id="fragen" title={title} icon="question">
      {questions.items.length === 0 ? (
        <EmptyState title={words.emptyQuestions}>
          <p>{words.emptyQuestionsText}</p>
          <Buttons>
            <WriteButton categories={categories} kind="questions" />
          </Buttons>
        </EmptyState>
      ) : (
        <List>
          {questions.items.map((question) => (
            <QuestionItem question={question} level={3} own key={question.id} />
          ))}
        </List>
      )}
      <Pager
        next={questions.next && pathWith(PATH, { ...after, nach: questions.next })}
        first={after.nach ? pathWith(PATH, { praxis: after.praxis }) : null}
      />
    </Card>
  )
}

function MyPractices({ practices, categories, after }: Props) {
  const { t } = useReader()
  const words = t.lists.mine
  return (
    <Card id="gute-praxis" title={words.practices} icon="share">
      {practices.items.length === 0 ? (
        <EmptyState title={words.emptyPractices}>
          <p>{words.emptyPracticesText}</p>
          <Buttons>
            <WriteButton categories={categories} kind="best-practices" />
          </Buttons>
        </EmptyState>
      ) : (
        <List>
          {practices.items.map((practice) => (
            <PracticeItem practice={practice} level={3} own key={practice.id} />
          ))}
        </List>
      )}
      <Pager
        next={practices.next && pathWith(PATH, { ...after, praxis: practices.next })}
        first={after.praxis ? pathWith(PATH, { nach: after.nach }) : null}
      />
    </Card>
  )
}
