import { Type } from "typebox"
import { listBestPractices, listCategories, reads } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Cursor, html, Id } from "../../../server/kernel/schemas.ts"
import { Card, EmptyState, Field, List, Pager, PageTitle, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { categoryFilter, WriteButton } from "./actions.tsx"
import { type Category, CategoryLinks, categoryOptions } from "./categories.tsx"
import { Filters, NoDepartment, NothingMatches } from "./filters.tsx"
import { Chosen, Hint, pathWith } from "./query.ts"
import { type Practice, PracticeItem } from "./rows.tsx"

const PATH = "/gute-praxis"
const Query = Closed({ kategorie: Chosen(Id), nach: Type.Optional(Cursor), hinweis: Hint })

export function practicesPage(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "signed-in", page: true }, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { actor, query } = request
      const { kategorie = "", nach } = query
      const { categories, items, next } = await site.replica.read(request, async (db) => {
        const seen = await listCategories(db, actor, true)
        return {
          categories: seen,
          ...(await listBestPractices(db, actor, categoryFilter(seen, kategorie), nach)),
        }
      })
      const page = { categories, items, next, kategorie, nach, isReader: reads(actor) }
      return show(site, request, reply, (t) => ({
        title: t.lists.practices.title,
        current: "best-practices",
        children: <Practices {...page} />,
      }))
    },
  )
}

type Props = {
  categories: Category[]
  items: Practice[]
  next: string | null
  kategorie: string
  nach: string | undefined
  isReader: boolean
}

function Practices(props: Props) {
  const { t } = useReader()
  const words = t.lists.practices
  const { categories, isReader } = props
  return (
    <>
      <PageTitle lead={words.lead} actions={<WriteButton categories={categories} kind="best-practices" />}>
        {words.title}
      </PageTitle>
      {isReader ? (
        <div class="ff-columns">
          <div>
            <PracticeFilters {...props} />
            <PracticeList {...props} />
          </div>
          <aside aria-label={words.categories}>
            <Card title={words.categories} icon="category" tone="quiet">
              <CategoryLinks
                categories={categories.filter(({ archived }) => !archived)}
                kind="best-practices"
              />
            </Card>
          </aside>
        </div>
      ) : (
        <NoDepartment />
      )}
    </>
  )
}

function PracticeFilters({ categories, kategorie }: Props) {
  const { t } = useReader()
  return (
    <Filters action={PATH} active={!!kategorie}>
      <Field
        type="select"
        name="kategorie"
        label={t.lists.filter.category}
        optional
        placeholder={t.lists.filter.allCategories}
        options={categoryOptions(t, categories, "best-practices")}
        value={kategorie}
      />
    </Filters>
  )
}

function PracticeList({ items, next, nach, kategorie }: Props) {
  const { t } = useReader()
  const words = t.lists.practices
  if (items.length === 0)
    return kategorie ? (
      <NothingMatches reset={PATH} />
    ) : (
      <EmptyState icon="share" title={words.empty}>
        <p>{words.emptyText}</p>
      </EmptyState>
    )
  return (
    <>
      <List label={words.list}>
        {items.map((practice) => (
          <PracticeItem practice={practice} level={2} key={practice.id} />
        ))}
      </List>
      <Pager
        next={next && pathWith(PATH, { kategorie, nach: next })}
        first={nach ? pathWith(PATH, { kategorie }) : null}
      />
    </>
  )
}
