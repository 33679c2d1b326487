import { Type } from "typebox"
import { findBacklog, listCategories, listQueue, queueDepartments } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Choice, Closed, DayCursor, html, Id } from "../../../server/kernel/schemas.ts"
import { EmptyState, Field, Pager, PageTitle, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { categoryFilter, RecordButton } from "./actions.tsx"
import { type Category, categoryOptions } from "./categories.tsx"
import { Filters, NothingMatches } from "./filters.tsx"
import { Chosen, Hint, pathWith } from "./query.ts"
import { QueueList, QueueTabs } from "./queue-list.tsx"
import type { Question } from "./rows.tsx"

const PATH = "/offene-fragen"
const TAKEN: Record<string, string> = { niemand: "nobody", ich: "me" }
const Query = Closed({
  kategorie: Chosen(Id),
  uebernommen: Chosen(Type.Union([Choice(["niemand", "ich"]), Id])),
  sortierung: Chosen(Choice(["termin"])),
  nach: Type.Optional(DayCursor),
  hinweis: Hint,
})
type Filter = { kategorie: string; uebernommen: string; sortierung: "termin" | "" }

export function queuePage(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: ["specialist"], page: true }, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { kategorie = "", uebernommen = "", sortierung = "", nach } = request.query
      const page = await loadPage(site, request.actor, { kategorie, uebernommen, sortierung }, nach)
      return show(site, request, reply, (t) => ({
        title: t.lists.queue.title,
        current: "queue",
        open: page.open,
        children: <Queue {...page} />,
      }))
    },
  )
}

async function loadPage({ db }: Site, actor: Actor, filter: Filter, nach: string | undefined) {
  const categories = await listCategories(db, actor)
  const { items, next } = await listQueue(
    db,
    actor,
    {
      ...categoryFilter(categories, filter.kategorie),
      ...(filter.uebernommen && { taken: TAKEN[filter.uebernommen] ?? filter.uebernommen }),
      order: filter.sortierung === "termin" ? "wanted" : "waiting",
    },
    nach,
  )
  const { open, takers } = await findBacklog(db, actor)
  return { categories, takers, items, next, nach, open, filter, departments: queueDepartments(actor) }
}

type Props = {
  categories: Category[]
  takers: { id: string; name: string }[]
  items: Question[]
  next: string | null
  nach: string | undefined
  open: number
  filter: Filter
  departments: string[]
}

function Queue(props: Props) {
  const { t } = useReader()
  const words = t.lists.queue
  const { categories, takers, items, next, nach, open, filter, departments } = props
  return (
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={categories.some(({ can }) => can.record) && <RecordButton />}
      >
        {words.title}
      </PageTitle>
      <QueueTabs current="open" open={open} />
      <QueueFilters categories={categories} takers={takers} filter={filter} />
      <div data-live-queue={departments.join(" ")} data-open={open}>
        {items.length > 0 ? (
          <QueueList items={items} back={pathWith(PATH, filter)} />
        ) : (
          <NothingOpen filtered={!!filter.kategorie || !!filter.uebernommen} />
        )}
      </div>
      <Pager
        next={next && pathWith(PATH, { ...filter, nach: next })}
        first={nach ? pathWith(PATH, filter) : null}
      />
    </>
  )
}

function QueueFilters({ categories, takers, filter }: Pick<Props, "categories" | "takers" | "filter">) {
  const { t } = useReader()
  const words = t.lists.queue
  const taken = [
    { value: "niemand", label: words.takenByNobody },
    { value: "ich", label: words.takenByMe },
    ...takers.map(({ id, name }) => ({ value: id, label: words.takenByPerson(name) })),
  ]
  return (
    <Filters action={PATH} active={Object.values(filter).some(Boolean)}>
      <Field
        type="select"
        name="kategorie"
        label={t.lists.filter.category}
        optional
        placeholder={t.lists.filter.allCategories}
        options={categoryOptions(t, categories, "questions")}
        value={filter.kategorie}
      />
      <Field
        type="select"
        name="uebernommen"
        label={words.taken}
        optional
        placeholder={words.takenByAll}
        options={taken}
        value={filter.uebernommen}
      />
      <Field
        type="select"
        name="sortierung"
        label={words.order}
        optional
        placeholder={words.byWaiting}
        options={[{ value: "termin", label: words.byWanted }]}
        value={filter.sortierung}
      />
    </Filters>
  )
}

function NothingOpen({ filtered }: { filtered: boolean }) {
  const { t } = useReader()
  if (filtered) return <NothingMatches reset={PATH} />
  return (
    <EmptyState icon="check-circle" title={t.lists.queue.empty}>
      <p>{t.lists.queue.emptyText}</p>
    </EmptyState>
  )
}
