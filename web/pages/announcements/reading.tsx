import { Type } from "typebox"
import {
  type AnnouncementView,
  findAnnouncement,
  listAnnouncements,
  mayPublish,
  withdrawAnnouncement,
} from "../../../server/announcements/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Id } from "../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import { Faults, type FormState } from "../../form-state.tsx"
import {
  Alert,
  Breadcrumb,
  DateTime,
  Day,
  EmptyState,
  Facts,
  LinkButton,
  Pager,
  PageTitle,
  Prose,
  TwoSteps,
} from "../../layout/index.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { AnnouncementList, Origin } from "./current.tsx"

const Address = Closed({ after: Type.Optional(Id), hinweis: Type.Optional(Type.String()) })

export function readingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/ankuendigungen", {
    query: Address,
    find: ({ db, actor, query }) => listAnnouncements(db, actor, query.after),
    show: ({ t, actor, query }, found) => ({
      title: t.announcements.title,
      current: "announcements",
      width: "reading",
      children: <All t={t} {...found} isFirst={!query.after} mayPublish={mayPublish(actor)} />,
    }),
  })
  pages.page("/ankuendigungen/:id", { find, show: showOne })
  pages.form("/ankuendigungen/:id/zurueckziehen", {
    find,
    input: NoInput,
    act: ({ db, actor, params }) => withdrawAnnouncement(db, actor, params.id),
    to: (_, { id }) => [`/ankuendigungen/${id}`, "announcement-withdrawn"],
    again: showOne,
  })
}

const find = ({ db, actor, params }: Ask) => findAnnouncement(db, actor, params.id)

const showOne = ({ t }: Ask, announcement: AnnouncementView, form?: FormState): Content => ({
  title: announcement.title,
  current: "announcements",
  width: "reading",
  breadcrumb: <Trail t={t} title={announcement.title} />,
  children: (
    <>
      {form && <Faults form={form} />}
      <One t={t} announcement={announcement} />
    </>
  ),
})

export function Trail({ t, title, here }: { t: Texts; title: string; here?: { id: string; label: string } }) {
  const list = { label: t.announcements.title, href: "/ankuendigungen" }
  if (!here) return <Breadcrumb trail={[list, { label: title }]} />
  return (
    <Breadcrumb trail={[list, { label: title, href: `/ankuendigungen/${here.id}` }, { label: here.label }]} />
  )
}

type Found = Awaited<ReturnType<typeof listAnnouncements>>

function All(props: Found & { t: Texts; isFirst: boolean; mayPublish: boolean }) {
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

function One({ t, announcement }: { t: Texts; announcement: AnnouncementView }) {
  const words = t.announcements
  const { id, can } = announcement
  const edit = (
    <LinkButton href={`/ankuendigungen/${id}/bearbeiten`} icon="edit" small>
      {words.edit}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<Origin {...announcement} />} actions={can.edit && edit}>
        {announcement.title}
      </PageTitle>
      {announcement.withdrawn && (
        <Alert kind="warning">
          <p>{words.withdrawnText}</p>
        </Alert>
      )}
      {announcement.planned && !announcement.withdrawn && (
        <Alert kind="info">
          <p>
            {words.plannedText} <DateTime value={announcement.publishAt} format="datetime" />
          </p>
        </Alert>
      )}
      <Prose html={announcement.html} level={2} />
      {can.edit && (
        <Facts facts={[{ label: words.shownUntil, value: <Day value={announcement.showUntil} /> }]} />
      )}
      {can.withdraw && <Withdrawing t={t} id={id} />}
    </>
  )
}

function Withdrawing({ t, id }: { t: Texts; id: string }) {
  return (
    <TwoSteps
      summary={t.announcements.withdraw}
      text={t.announcements.withdrawText}
      now={t.announcements.withdrawNow}
      action={`/ankuendigungen/${id}/zurueckziehen`}
    />
  )
}
