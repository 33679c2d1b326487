import { newId } from "../../../../server/kernel/database.ts"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import {
  createEvent,
  EditedEvent,
  type EventView,
  editEvent,
  findEvent,
  findPlan,
  NewEvent,
} from "../../../../server/qualification/outcome.ts"
import { momentIn, wordsOf } from "../../../compared.ts"
import { pagesOf } from "../../../form-pages.ts"
import { readForm } from "../../../form-reading.ts"
import { type FormState, Newer } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { audienceOptions } from "../../announcements/form.tsx"
import { type Choice, choiceOf } from "../../announcements/input.ts"
import { instantOf, localTimeOf } from "../../announcements/moment.ts"
import { cohortPage } from "../cohort-page.tsx"
import { eventPath, newEventPath } from "./address.ts"
import { EventTrail } from "./event.tsx"
import { EventForm } from "./form.tsx"
import { fieldsFromPlan } from "./from-plan.ts"

export function writingPages(app: App, site: Site): void {
  newPage(app, site)
  editPage(app, site)
}

/** The plan of the group is where it begins. */
function newPage(app: App, site: Site): void {
  pagesOf(app, site).formPage("/lerngruppen/:id/infoveranstaltungen/neu", {
    find: async (ask) => {
      const { db, actor, params } = ask
      const plan = await findPlan(db, actor, params.id, "event")
      if (!plan.can.edit) throw forbidden()
      const choice = await choiceOf(ask)
      return { cohort: await findCohort(db, actor, params.id), plan, choice }
    },
    input: NewEvent,
    labels: (t, { choice }) => labelsOf(t, choice),
    read: (fields) => readTimes(NewEvent, fields),
    start: ({ plan }, { t }) => ({ idempotencyKey: newId(), ...fieldsFromPlan(t, plan.content) }),
    act: ({ db, actor, params }, value) => createEvent(db, actor, params.id, value),
    to: ({ id }) => [eventPath(id), "event-made"],
    show: ({ t }, { cohort, choice }, form) => {
      const { newTitle, newLead } = t.qualification.events
      return cohortPage(
        t,
        cohort,
        { title: newTitle, width: "reading" },
        <>
          <PageTitle lead={<p>{newLead}</p>}>{newTitle}</PageTitle>
          <EventForm
            t={t}
            form={form}
            choice={choice}
            action={newEventPath(cohort.id)}
            cancel={`/lerngruppen/${cohort.id}/vorhaben/kolleginnen-und-kollegen`}
          />
        </>,
      )
    },
  })
}

type Editing = { event: EventView; choice: Choice }

function editPage(app: App, site: Site): void {
  pagesOf(app, site).formPage("/infoveranstaltungen/:id/bearbeiten", {
    find: async (ask): Promise<Editing> => {
      const { db, actor, params, request } = ask
      const event = await findEvent(db, actor, params.id)
      // Of one that was cancelled meanwhile its author still gets back what was typed.
      const wasTyped = request.method === "POST" && event.can.enter
      if (!event.can.edit && !wasTyped) throw forbidden()
      return { event, choice: await choiceOf(ask, event) }
    },
    input: EditedEvent,
    labels: (t, { choice }) => labelsOf(t, choice),
    read: (fields) => readTimes(EditedEvent, fields),
    start: ({ event }) => fieldsOf(event),
    act: ({ db, actor, params }, value) => editEvent(db, actor, params.id, value),
    to: (_, { event }) => [eventPath(event.id), event.isInvited ? "event-changed" : "saved"],
    show: ({ t, locale }, { event, choice }, form) => ({
      title: t.qualification.events.editTitle,
      width: "reading",
      breadcrumb: <EventTrail t={t} event={event} here={t.qualification.events.editTitle} />,
      children: (
        <>
          <PageTitle>{t.qualification.events.editTitle}</PageTitle>
          <Conflict t={t} form={form} choice={choice} moment={momentIn(locale)} />
          <EventForm
            t={t}
            form={form}
            choice={choice}
            action={`${eventPath(event.id)}/bearbeiten`}
            cancel={eventPath(event.id)}
            isInvited={event.isInvited}
          />
        </>
      ),
    }),
  })
}

type ConflictProps = { t: Texts; form: FormState; choice: Choice; moment: (value: string) => string }

const Conflict = ({ t, form, choice, moment }: ConflictProps) => (
  <Newer
    form={form}
    text={t.qualification.events.conflict}
    words={{
      audience: wordsOf(audienceOptions(t, choice.label)),
      departmentIds: wordsOf(choice.departments.map(({ id, name }) => ({ value: id, label: name }))),
      startsAt: moment,
      endsAt: moment,
    }}
  />
)

const labelsOf = (t: Texts, { label }: Choice) => ({ ...t.qualification.events.fields, departmentIds: label })

const readTimes = (schema: typeof NewEvent | typeof EditedEvent, fields: Fields) => ({
  ...readForm(schema, fields),
  startsAt: instantOf(textOf(fields, "startsAt")),
  endsAt: instantOf(textOf(fields, "endsAt")),
})

const fieldsOf = (event: EventView): Fields => {
  const { title, agenda, hosts, place, link, startsAt, endsAt, audience, departments, version } = event
  return {
    title,
    agenda,
    hosts,
    place,
    link,
    startsAt: localTimeOf(startsAt),
    endsAt: localTimeOf(endsAt),
    audience,
    departmentIds: departments.map(({ id }) => id),
    version: String(version),
  }
}
