import { now } from "../../kernel/time.ts"
import { changesIn, declareDate } from "../cohorts/date-notices.ts"
import { entryOfEvent, findStored } from "./entries.ts"
import { listAudience, listHolders } from "./policy.ts"

export const EVENT = declareDate({
  name: "qualification.event-date",
  ids: ["eventId"],
  words: {
    de: {
      invited:
        "Sie sind zu dieser Veranstaltung eingeladen. Ob Sie kommen, sagen Sie bitte auf der Seite dazu:",
      changed: "eine Veranstaltung, zu der Sie eingeladen sind, hat sich geändert",
      cancelled: "diese Veranstaltung fällt aus:",
      gone: "diese Veranstaltung richtet sich nicht mehr an Sie. Bitte streichen Sie den Termin:",
      link: "Zur Veranstaltung",
      bare: {
        subject: "Veranstaltung",
        text: "zu einer Veranstaltung, zu der Sie eingeladen sind, gibt es etwas Neues.",
        title: "Veranstaltung",
      },
    },
    en: {
      invited: "you are invited to this event. Please say on its page whether you come:",
      changed: "an event that you are invited to has changed",
      cancelled: "this event is cancelled:",
      gone: "this event is no longer meant for you. Please remove it from your calendar:",
      link: "To the event",
      bare: {
        subject: "event",
        text: "there is news about an event that you are invited to.",
        title: "Event",
      },
    },
  },
  find: async ({ db, config }, { actor: { id: personId, locale } }, payload) => {
    const found = await findStored(db, payload.eventId)
    if (!found || found.event.endsAt < now()) return null
    const { event, departmentIds } = found
    const { id, cohortId, title, place, link } = event
    const invited = await listAudience(db, event.audience, departmentIds, personId)
    const isGone = invited.length === 0 && !(await listHolders(db, cohortId)).includes(personId)
    const entry = entryOfEvent(event, config.publicUrl)
    return {
      sort: "event",
      id,
      title,
      entry: { ...entry, isCancelled: entry.isCancelled || isGone },
      details: { place, link },
      changes: changesIn(payload, locale),
      isChanged: Boolean(payload.changed),
      isGone,
      part: null,
      path: isGone ? null : `/infoveranstaltungen/${id}`,
    }
  },
})
