import type { App } from "../../../../server/kernel/http.ts"
import { type EventRow, listEvents } from "../../../../server/qualification/outcome.ts"
import { pagesOf } from "../../../form-pages.ts"
import { EmptyState, PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { EVENTS } from "./address.ts"
import { EventRows } from "./rows.tsx"

export function eventListPage(app: App, site: Site): void {
  pagesOf(app, site).page(EVENTS, {
    find: ({ db, actor }) => listEvents(db, actor),
    show: ({ t }, events) => ({
      title: t.qualification.events.title,
      width: "reading",
      children: <Events t={t} events={events} />,
    }),
  })
}

function Events({ t, events }: { t: Texts; events: EventRow[] }) {
  const words = t.qualification.events
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {events.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <EventRows t={t} events={events} level={2} />
      )}
    </>
  )
}
