import type { AnnouncementRow } from "../../../server/announcements/index.ts"
import { Badge, Card, DateTime, List, Meta, Row, useReader } from "../../layout/index.ts"

/** For the start page; nothing at all where nothing is announced. */
export function CurrentAnnouncements({ items }: { items: AnnouncementRow[] }) {
  const { t } = useReader()
  if (items.length === 0) return null
  return (
    <Card
      id="ankuendigungen"
      icon="announce"
      title={t.announcements.title}
      actions={<a href="/ankuendigungen">{t.announcements.all}</a>}
    >
      <List>
        {items.map((item) => (
          <Row
            key={item.id}
            level={3}
            title={item.title}
            href={`/ankuendigungen/${item.id}`}
            excerpt={item.excerpt}
            aside={
              <>
                <DateTime value={item.publishAt} />
                <span>{t.announcements.by(item.author.name)}</span>
              </>
            }
          />
        ))}
      </List>
    </Card>
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
  "planned" | "withdrawn" | "edited" | "author" | "publishAt" | "departments"
>

function Standing({ planned, withdrawn }: Shown) {
  const { t } = useReader()
  if (withdrawn)
    return (
      <Badge kind="neutral" icon="hide">
        {t.announcements.withdrawn}
      </Badge>
    )
  if (planned)
    return (
      <Badge kind="info" icon="clock">
        {t.announcements.planned}
      </Badge>
    )
  return null
}

/** Who announces it, when and to whom. */
export function Origin({ author, publishAt, planned, departments, edited }: Shown) {
  const { t } = useReader()
  return (
    <Meta
      items={[
        t.announcements.by(author.name),
        <DateTime value={publishAt} format={planned ? "datetime" : "date"} />,
        departments.length > 0 && t.announcements.to(departments.map(({ name }) => name).join(", ")),
        edited && t.announcements.edited,
      ]}
    />
  )
}
