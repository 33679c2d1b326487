import type { InboxEntry } from "../../../server/notifications/index.ts"
import {
  ActionButton,
  Badge,
  Card,
  DateTime,
  EmptyState,
  Field,
  List,
  Meta,
  Pager,
  PageTitle,
  Row,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { Filters } from "../lists/filters.tsx"
import { reasonOptions } from "./areas.ts"
import { Pause } from "./pause.tsx"
import { isNew, whatOf } from "./what.ts"

const PATH = "/benachrichtigungen"

type Props = {
  t: Texts
  personId: string
  items: InboxEntry[]
  next: string | null
  /** Only entries of this reason are shown. */
  notice: InboxEntry["notice"] | undefined
  isFirst: boolean
  /** Until when no mails come. */
  pausedUntil: string | null
}

export function Inbox({ t, personId, items, next, notice, isFirst, pausedUntil }: Props) {
  const words = t.notifications
  const hasUnread = items.some(({ read }) => !read)
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Filters action={PATH} active={notice !== undefined}>
        <Field
          type="select"
          name="notice"
          label={words.filter}
          value={notice ?? ""}
          optional={false}
          options={[{ value: "", label: words.all }, ...reasonOptions(t)]}
        />
      </Filters>
      <div class="ff-stack" id="eingang" data-live={`inbox:${personId}`}>
        {hasUnread && isFirst && !notice && (
          <ActionButton action="/benachrichtigungen/gelesen" icon="check">
            {words.readAll}
          </ActionButton>
        )}
        {items.length === 0 ? (
          <EmptyState icon="bell" title={words.emptyTitle}>
            <p>{notice ? words.emptyFiltered : words.emptyText}</p>
          </EmptyState>
        ) : (
          <List label={words.list}>
            {grouped(items).map((group) => (
              <Group key={group[0].id} t={t} entries={group} />
            ))}
          </List>
        )}
        <Pager next={next && pathOf(notice, next)} first={isFirst ? null : pathOf(notice)} />
      </div>
      <Card title={words.settings.pauseTitle} id="pause" icon="mail" tone="quiet">
        <Pause until={pausedUntil} action={PATH} />
      </Card>
      <p class="kern-hint">
        {words.mails} <a href="/profil/benachrichtigungen">{words.mailsLink}</a>
        {" · "}
        <a href="/benachrichtigungen/folgen">{words.following.list}</a>
      </p>
    </>
  )
}

function pathOf(notice: InboxEntry["notice"] | undefined, after?: string): string {
  const parameters = new URLSearchParams({ ...(notice && { notice }), ...(after && { after }) })
  return `${PATH}${parameters.size > 0 ? `?${parameters}` : ""}`
}

type Entries = [InboxEntry, ...InboxEntry[]]

/** What belongs together stands where the first of it stands. */
const grouped = (items: InboxEntry[]): Entries[] =>
  [...Map.groupBy(items, ({ groupId, read }) => `${groupId} ${read}`).values()] as Entries[]

function Group({ t, entries }: { t: Texts; entries: Entries }) {
  const words = t.notifications
  const [latest] = entries
  const title = latest.title ?? words.untitled
  return (
    <Row
      href={latest.address}
      title={title}
      level={2}
      badges={!latest.read && <Badge kind="info">{words.unread}</Badge>}
      meta={entries.map((entry) => (
        <Meta
          key={entry.id}
          items={[
            entry === latest ? whatOf(t, entry) : <a href={entry.address}>{whatOf(t, entry)}</a>,
            isNew(entry) && entry.person,
            entry === latest && entry.place,
            <DateTime value={entry.at} />,
          ]}
        />
      ))}
      actions={
        !latest.read && (
          <ActionButton
            action="/benachrichtigungen/gelesen"
            hidden={{ groupId: latest.groupId }}
            kind="tertiary"
            icon="check"
            context={title}
          >
            {words.read}
          </ActionButton>
        )
      }
    />
  )
}
