import { Type } from "typebox"
import { countOpen } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, Closed, DayCursor, html } from "../../../server/kernel/schemas.ts"
import type { MissView } from "../../../server/search/index.ts"
import { pagesOf } from "../../form-pages.ts"
import {
  ActionButton,
  Day,
  EmptyState,
  LinkButton,
  List,
  Meta,
  Pager,
  PageTitle,
  useReader,
} from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { Hint, pathWith } from "../lists/query.ts"
import { QueueTabs } from "../lists/queue-list.tsx"

const PATH = "/suche/fehlend"
const Query = Closed({ nach: Type.Optional(DayCursor), hinweis: Hint })

/** What several people searched for and nobody found, for those who can write it. */
export function missingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const access = ["specialist"] as const
  pages.page(PATH, {
    access,
    query: Query,
    find: ({ actor, query }) => site.misses.list(actor, query.nach),
    show: async ({ db, actor, query, t }, found) => {
      const open = await countOpen(db, actor)
      return {
        title: t.searchCare.missing.title,
        current: "queue",
        open,
        children: <Missing {...found} nach={query.nach} open={open} />,
      }
    },
  })
  // One that is settled already is not there any more, which the error page says.
  app.post(
    `${PATH}/:id/erledigt`,
    { config: { access, page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      await site.misses.settle(request.actor, request.params.id)
      return goTo(reply, PATH, "miss-settled")
    },
  )
}

type Props = { items: MissView[]; next: string | null; nach: string | undefined; open: number }

function Missing({ items, next, nach, open }: Props) {
  const { t } = useReader()
  const words = t.searchCare.missing
  return (
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={<LinkButton href="/suche/synonyme">{words.synonyms}</LinkButton>}
      >
        {words.title}
      </PageTitle>
      <QueueTabs current="missing" open={open} />
      {items.length > 0 ? (
        <List label={words.list}>
          {items.map((miss) => (
            <Miss miss={miss} key={miss.id} />
          ))}
        </List>
      ) : (
        <EmptyState icon="check-circle" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      <Pager next={next && pathWith(PATH, { nach: next })} first={nach ? PATH : null} />
    </>
  )
}

function Miss({ miss: { id, words: typed, category, since } }: { miss: MissView }) {
  const { t } = useReader()
  const words = t.searchCare.missing
  const context = words.of(typed)
  const carried = { kategorie: category?.id, titel: typed }
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <h2 class="ff-row__title">{typed}</h2>
        <div class="ff-row__foot">
          <Meta
            items={[
              category?.name ?? words.inAll,
              <>
                {words.since} <Day value={since} />
              </>,
            ]}
          />
        </div>
      </div>
      <div class="ff-row__actions">
        {category?.kind !== "best-practices" && (
          <LinkButton href={pathWith("/fragen/erfassen", carried)} small context={context}>
            {words.write}
          </LinkButton>
        )}
        {category?.kind !== "questions" && (
          <LinkButton
            href={pathWith("/gute-praxis/neu", carried)}
            small
            kind={category ? "secondary" : "tertiary"}
            context={context}
          >
            {category ? words.write : words.share}
          </LinkButton>
        )}
        <LinkButton
          href={pathWith("/suche/synonyme/neu", { begriff: typed })}
          small
          kind="tertiary"
          context={context}
        >
          {words.synonym}
        </LinkButton>
        <ActionButton action={`${PATH}/${id}/erledigt`} context={context}>
          {words.settle}
        </ActionButton>
      </div>
    </li>
  )
}
