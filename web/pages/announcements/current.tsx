import type { AnnouncementRow } from "../../../server/announcements/index.ts"
import { ActionButton, Badge, Card, DateTime, List, Meta, Row, useReader } from "../../layout/index.ts"

/**
 * For the start page, always the present ones: the latest with its beginning, the others on a line each. Whoever has read
 * one or put it aside does not see it there again; what is to be acknowledged stays until it is.
 */
export function CurrentAnnouncements({ items, personId }: { items: AnnouncementRow[]; personId: string }) {
  const [latest, ...others] = items
  return (
    <div id="ankuendigungen-live" data-live={`inbox:${personId}`}>
      {latest && (
        <div class="ff-stack">
          <Latest item={latest} />
          {others.length > 0 && <Lines items={others} />}
        </div>
      )}
    </div>
  )
}

function Latest({ item }: { item: AnnouncementRow }) {
  const { t } = useReader()
  const words = t.announcements
  const { id, title, excerpt, author, publishAt } = item
  return (
    <Card
      id="ankuendigungen"
      icon="announce"
      title={words.latest}
      actions={<a href="/ankuendigungen">{words.all}</a>}
    >
      <h3>
        <a href={`/ankuendigungen/${id}`}>{title}</a>
      </h3>
      <p>{excerpt}</p>
      <div class="ff-row__foot">
        <Awaited {...item} />
        <Meta items={[words.by(author.name), <DateTime value={publishAt} />]} />
      </div>
      <Dismissing item={item} />
    </Card>
  )
}

function Lines({ items }: { items: AnnouncementRow[] }) {
  const { t } = useReader()
  return (
    <List label={t.announcements.others}>
      {items.map((item) => (
        <Row
          key={item.id}
          title={item.title}
          href={`/ankuendigungen/${item.id}`}
          badges={<Awaited {...item} />}
          meta={<Meta items={[<DateTime value={item.publishAt} />]} />}
          actions={<Dismissing item={item} />}
        />
      ))}
    </List>
  )
}

function Awaited({ wantsAcknowledgement, acknowledged }: Shown) {
  const { t } = useReader()
  if (!wantsAcknowledgement || acknowledged) return null
  return (
    <Badge kind="warning" icon="check">
      {t.announcements.awaited}
    </Badge>
  )
}

function Dismissing({ item }: { item: AnnouncementRow }) {
  const { t } = useReader()
  // It stays until it is acknowledged, which is done where it is read.
  if (item.wantsAcknowledgement && !item.acknowledged) return null
  return (
    <ActionButton action={`/ankuendigungen/${item.id}/ausblenden`} icon="close" context={item.title}>
      {t.announcements.dismiss}
    </ActionButton>
  )
}

export function AnnouncementList({ items }: { items: AnnouncementRow[] }) {
  return (
    <List>
      {items.map((item) => (
        <Row
          key={item.id}
          level={2}
          title={item.title}
          href={`/ankuendigungen/${item.id}`}
          excerpt={item.excerpt}
          badges={<Standing {...item} />}
          meta={<Origin {...item} />}
        />
      ))}
    </List>
  )
}

type Shown = Pick<
  AnnouncementRow,
  | "draft"
  | "planned"
  | "withdrawn"
  | "edited"
  | "author"
  | "group"
  | "publishAt"
  | "departments"
  | "wantsAcknowledgement"
  | "acknowledged"
>

function Standing({ draft, planned, withdrawn, ...shown }: Shown) {
  const { t } = useReader()
  const words = t.announcements
  if (withdrawn)
    return (
      <Badge kind="neutral" icon="hide">
        {words.withdrawn}
      </Badge>
    )
  if (draft)
    return (
      <Badge kind="info" icon="edit">
        {words.draft}
      </Badge>
    )
  if (planned)
    return (
      <Badge kind="info" icon="clock">
        {words.planned}
      </Badge>
    )
  return <Awaited draft={draft} planned={planned} withdrawn={withdrawn} {...shown} />
}

/** Who announces it, in whose name, when and to whom. */
export function Origin({ author, group, draft, publishAt, planned, departments, edited }: Shown) {
  const { t } = useReader()
  const words = t.announcements
  const by = draft
    ? words.draftedBy(author.name)
    : group
      ? words.releasedBy(author.name)
      : words.by(author.name)
  return (
    <Meta
      items={[
        group && words.ofGroup(group),
        by,
        <DateTime value={publishAt} format={planned ? "datetime" : "date"} />,
        departments.length > 0 && words.to(departments.map(({ name }) => name).join(", ")),
        edited && words.edited,
      ]}
    />
  )
}
