import { eq } from "drizzle-orm"
import { ofPerson } from "../../accounts/index.ts"
import { eventAnswers, events, objectionSupports, objections } from "../events/tables.ts"

const event = { column: events.title, de: "Veranstaltung", en: "Event" }
const words = { column: objections.words, de: "Wortlaut", en: "Words" }

export const eventAnswerChapter = ofPerson({
  name: "zusagen",
  title: { de: "Zu- und Absagen zu Veranstaltungen", en: "Whether one comes to events" },
  from: eventAnswers,
  joins: [[events, eq(events.id, eventAnswers.eventId)]],
  owner: eventAnswers.personId,
  fields: { event, isComing: { column: eventAnswers.isComing, de: "Kommt", en: "Comes" } },
  order: [events.startsAt, events.id],
})

/** Those with the name; of others nobody knows whose they are. */
export const objectionChapter = ofPerson({
  name: "einwaende",
  title: { de: "Eigene Fragen und Einwände", en: "Own questions and objections" },
  from: objections,
  joins: [[events, eq(events.id, objections.eventId)]],
  owner: objections.authorId,
  fields: {
    event,
    words,
    raisedOn: { column: objections.raisedOn, de: "Gestellt am", en: "Raised on" },
    answer: { column: objections.answer, de: "Antwort", en: "Answer" },
  },
  order: [objections.raisedOn, objections.id],
})

export const objectionSupportChapter = ofPerson({
  name: "unterstuetzte-einwaende",
  title: { de: "Unterstützte Fragen und Einwände", en: "Supported questions and objections" },
  from: objectionSupports,
  joins: [
    [objections, eq(objections.id, objectionSupports.objectionId)],
    [events, eq(events.id, objections.eventId)],
  ],
  owner: objectionSupports.personId,
  fields: { event, words },
  order: [objections.raisedOn, objections.id],
})
