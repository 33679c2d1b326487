import { Type } from "typebox"
import {
  listCategories,
  listQuestions,
  QUESTION_STATES,
  type QuestionState,
  reads,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Choice, Closed, Cursor, html, Id } from "../../../server/kernel/schemas.ts"
import { Card, EmptyState, Field, List, Pager, PageTitle, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { categoryFilter, WriteButton } from "./actions.tsx"
import { type Category, CategoryLinks, categoryOptions } from "./categories.tsx"
import { Filters, NoDepartment, NothingMatches } from "./filters.tsx"
import { Chosen, Hint, pathWith } from "./query.ts"
import { type Question, QuestionItem } from "./rows.tsx"

const PATH = "/fragen"
const Query = Closed({
  kategorie: Chosen(Id),
  zustand: Chosen(Choice(QUESTION_STATES)),
  nach: Type.Optional(Cursor),
  hinweis: Hint,
})

export function questionsPage(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "signed-in", page: true }, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { actor, query } = request
      const { categories, items, next } = await site.replica.read(request, async (db) => {
        const seen = await listCategories(db, actor, true)
        const filter = {
          ...categoryFilter(seen, query.kategorie),
          ...(query.zustand && { states: [query.zustand] }),
        }
        return { categories: seen, ...(await listQuestions(db, actor, filter, query.nach)) }
      })
      const { kategorie = "", zustand = "", nach } = query
      const page = { categories, items, next, kategorie, zustand, nach, isReader: reads(actor) }
      return show(site, request, reply, (t) => ({
        title: t.lists.questions.title,
        current: "questions",
        children: <Questions {...page} />,
      }))
    },
  )
}

type Props = {
  categories: Category[]
  items: Question[]
  next: string | null
  kategorie: string
  zustand: QuestionState | ""
  nach: string | undefined
  isReader: boolean
}

function Questions(props: Props) {
  const { t } = useReader()
  const words = t.lists.questions
  const { categories, isReader } = props
  const title = (
    <PageTitle lead={words.lead} actions={<WriteButton categories={categories} kind="questions" />}>
      {words.title}
    </PageTitle>
  )
  if (!isReader)
    return (
      <>
        {title}
        <NoDepartment />
      </>
    )
  return (
    <>
      {title}
      <div class="ff-columns">
        <div>
          <QuestionFilters {...props} />
          <QuestionList {...props} />
        </div>
        <aside aria-label={words.categories}>
          <Card title={words.categories} icon="category" tone="quiet">
            <CategoryLinks categories={categories.filter(({ archived }) => !archived)} kind="questions" />
          </Card>
        </aside>
      </div>
    </>
  )
}

function QuestionFilters({ categories, kategorie, zustand }: Props) {
  const { t } = useReader()
  const words = t.lists.filter
  const states = QUESTION_STATES.map((state) => ({ value: state, label: t.shell.states[state] }))
  return (
    <Filters action={PATH} active={!!kategorie || !!zustand}>
      <Field
        type="select"
        name="kategorie"
        label={words.category}
        optional
        placeholder={words.allCategories}
        options={categoryOptions(t, categories, "questions")}
        value={kategorie}
      />
      <Field
        type="select"
        name="zustand"
        label={words.state}
        optional
        placeholder={words.allStates}
        options={states}
        value={zustand}
      />
    </Filters>
  )
}

function QuestionList({ items, next, nach, kategorie, zustand }: Props) {
  const { t } = useReader()
  const words = t.lists.questions
  const filters = { kategorie, zustand }
  if (items.length === 0)
    return kategorie || zustand ? (
      <NothingMatches reset={PATH} />
    ) : (
      <EmptyState icon="question" title={words.empty}>
        <p>{words.emptyText}</p>
      </EmptyState>
    )
  return (
    <>
      <List label={words.list}>
        {items.map((question) => (
          <QuestionItem question={question} level={2} key={question.id} />
        ))}
      </List>
      <Pager
        next={next && pathWith(PATH, { ...filters, nach: next })}
        first={nach ? pathWith(PATH, filters) : null}
      />
    </>
  )
}
