import type { EventRow } from "../../../../server/qualification/outcome.ts"
import { Buttons, Card, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { newEventPath } from "./address.ts"
import { EventRows } from "./rows.tsx"

/** Beside the plan: the event itself, with invitations, answers, objections and questions. */
export function EventsCard({ t, cohortId, events }: { t: Texts; cohortId: string; events: EventRow[] }) {
  const words = t.qualification.events
  return (
    <Card title={words.cardTitle} id="veranstaltungen" level={3}>
      <p>{words.cardText}</p>
      {events.length > 0 && <EventRows t={t} events={events} level={3} />}
      <Buttons>
        <LinkButton href={newEventPath(cohortId)} icon="plus">
          {words.create}
        </LinkButton>
      </Buttons>
    </Card>
  )
}
