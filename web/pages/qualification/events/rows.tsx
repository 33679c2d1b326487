import type { EventRow } from "../../../../server/qualification/outcome.ts"
import { Badge, DateTime, List, Row } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { eventPath } from "./address.ts"

export function EventRows({ t, events, level }: { t: Texts; events: EventRow[]; level: 2 | 3 }) {
  return (
    <List label={t.qualification.events.title}>
      {events.map((event) => (
        <Row
          key={event.id}
          href={eventPath(event.id)}
          title={event.title}
          level={level}
          badges={<EventState t={t} event={event} />}
          meta={
            <span>
              <DateTime value={event.startsAt} format="datetime" />
              {event.place && `, ${event.place}`}
            </span>
          }
        />
      ))}
    </List>
  )
}

export function EventState({ t, event }: { t: Texts; event: EventRow }) {
  const words = t.qualification.events
  if (event.isCancelled) return <Badge kind="warning">{words.cancelled}</Badge>
  if (!event.isInvited) return <Badge>{words.planned}</Badge>
  return event.isOver ? <Badge>{words.over}</Badge> : null
}
