import { Type } from "typebox"
import { listAnnouncements, mayPublish } from "../../../server/announcements/index.ts"
import { has } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Id } from "../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import type { FormState } from "../../form-state.tsx"
import { EmptyState, LinkButton, Pager, PageTitle } from "../../layout/index.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { AnnouncementList } from "./current.tsx"
import { type Found, findOne } from "./found.ts"
import { One } from "./one.tsx"
import { Trail } from "./trail.tsx"

const Address = Closed({ after: Type.Optional(Id), hinweis: Type.Optional(Type.String()) })

export function readingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/ankuendigungen", {
    query: Address,
    find: ({ db, actor, query }) => listAnnouncements(db, site.announcing, actor, query.after),
    show: ({ t, actor, query }, found) => ({
      title: t.announcements.title,
      current: "announcements",
      width: "reading",
      children: (
        <All
          t={t}
          {...found}
          isFirst={!query.after}
          mayPublish={mayPublish(actor)}
          isLead={has(actor, "lead")}
        />
      ),
    }),
  })
  pages.page("/ankuendigungen/:id", { find: findOne, show: (ask, found) => showOne(ask, found) })
}

export const showOne = ({ t }: Pick<Ask, "t">, found: Found, form: FormState | null = null): Content => ({
  title: found.announcement.title,
  current: "announcements",
  width: "reading",
  reads: found.announcement.id,
  breadcrumb: <Trail t={t} title={found.announcement.title} />,
  children: <One {...found} tried={form} />,
})

type Listed = Awaited<ReturnType<typeof listAnnouncements>>

function All(props: Listed & { t: Texts; isFirst: boolean; mayPublish: boolean; isLead: boolean }) {
  const { t, items, next, isFirst } = props
  const words = t.announcements
  const add = (
    <LinkButton href="/ankuendigungen/neu" kind="primary" icon="plus">
      {words.new}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={props.mayPublish && add}>
        {words.title}
      </PageTitle>
      {props.isLead && (
        <p>
          <a href="/nutzung">{t.adoption.title}</a>
        </p>
      )}
      {items.length > 0 ? (
        <AnnouncementList items={items} />
      ) : (
        <EmptyState icon="announce" title={words.emptyTitle}>
          <p>{props.mayPublish ? words.emptyOwn : words.emptyText}</p>
        </EmptyState>
      )}
      <Pager next={next && `/ankuendigungen?after=${next}`} first={isFirst ? null : "/ankuendigungen"} />
    </>
  )
}
