import {
  ActionButton,
  Badge,
  Count,
  DateTime,
  List,
  Meta,
  Row,
  StateBadge,
  Tabs,
  useReader,
} from "../../layout/index.ts"
import { authorOf, CategoryLink, type Question } from "./rows.tsx"
import { WantedBadge, waitingDays } from "./wanted.tsx"

export function QueueTabs({ current, open }: { current: "open" | "reviews" | "missing"; open: number }) {
  const { t } = useReader()
  const words = t.lists.queue
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { label: words.open, href: "/offene-fragen", current: current === "open", count: open },
        { label: words.reviews, href: "/offene-fragen/zu-pruefen", current: current === "reviews" },
        { label: t.searchCare.missing.tab, href: "/suche/fehlend", current: current === "missing" },
      ]}
    />
  )
}

/** What the department owes. `back` is where taking a question leads back to. */
export function QueueList({ items, back, level = 2 }: { items: Question[]; back: string; level?: 2 | 3 }) {
  const { t } = useReader()
  return (
    <List label={t.lists.queue.list}>
      {items.map((question) => (
        <QueueItem question={question} back={back} level={level} key={question.id} />
      ))}
    </List>
  )
}

function QueueItem({ question, back, level }: { question: Question; back: string; level: 2 | 3 }) {
  const { t } = useReader()
  const { id, title, category, author, createdAt, takenBy, sameCount } = question
  return (
    <Row
      href={`/fragen/${id}`}
      title={title}
      level={level}
      badges={
        <>
          <StateBadge state={question.state} />
          <WantedBadge question={question} />
          {takenBy && <Badge icon="person">{t.lists.row.takenBy(takenBy.name)}</Badge>}
        </>
      }
      meta={
        <Meta
          items={[
            <CategoryLink {...category} />,
            authorOf(t.lists.row.me, author),
            <DateTime value={createdAt} />,
          ]}
        />
      }
      aside={
        <>
          <Count icon="clock">{t.lists.row.waiting(waitingDays(question))}</Count>
          {sameCount > 0 && <Count icon="people">{t.lists.row.same(sameCount)}</Count>}
        </>
      }
      actions={
        !takenBy && (
          <ActionButton
            kind="secondary"
            action={`/fragen/${id}/uebernehmen`}
            hidden={{ zurueck: back }}
            context={t.lists.row.titled(title)}
          >
            {t.lists.actions.take}
          </ActionButton>
        )
      }
    />
  )
}
