import type { App } from "../../../../server/kernel/http.ts"
import {
  answerEvent,
  cancelEvent,
  EventAnswer,
  type EventView,
  findEvent,
  inviteToEvent,
} from "../../../../server/qualification/outcome.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Breadcrumb,
  Button,
  Buttons,
  Card,
  Clock,
  DateTime,
  Facts,
  Form,
  LinkButton,
  PageTitle,
  Prose,
  TwoSteps,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { EVENTS, eventPath, registerPath } from "./address.ts"
import { EventState } from "./rows.tsx"

const actions = actionsOf({ answer: EventAnswer, invite: NoInput, cancel: NoInput })

export function eventPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = ({ db, actor, params }: Ask) => findEvent(db, actor, params.id)
  pages.page(`${EVENTS}/:id`, { find, show: showEvent })
  pages.form(`${EVENTS}/:id`, {
    find,
    ...actions,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      switch (sent.action) {
        case "answer":
          await answerEvent(db, actor, id, sent.isComing)
          return [eventPath(id), "event-answered"]
        case "invite":
          await inviteToEvent(db, actor, id)
          return [eventPath(id), "event-invited"]
        default:
          await cancelEvent(db, actor, id)
          return [eventPath(id), "event-cancelled"]
      }
    },
    to: (next) => next,
    again: showEvent,
  })
}

const showEvent = ({ t }: Ask, event: EventView, form?: FormState): Content => ({
  title: event.title,
  width: "reading",
  breadcrumb: <EventTrail t={t} event={event} />,
  children: (
    <>
      {form && <Faults form={form} />}
      <Event t={t} event={event} />
    </>
  ),
})

/** For members of the cohort it is a part of their half-year. */
export function EventTrail({ t, event, here }: { t: Texts; event: EventView; here?: string }) {
  const words = t.qualification.events
  const { cohort, id, title } = event
  const above = cohort
    ? [{ label: cohort.name, href: `/lerngruppen/${cohort.id}` }]
    : [{ label: words.title, href: EVENTS }]
  return (
    <Breadcrumb
      trail={
        here
          ? [...above, { label: title, href: eventPath(id) }, { label: here }]
          : [...above, { label: title }]
      }
    />
  )
}

function Event({ t, event }: { t: Texts; event: EventView }) {
  const words = t.qualification.events
  const { id, html, hosts, place, link, startsAt, endsAt, can } = event
  const edit = can.edit && (
    <LinkButton href={`${eventPath(id)}/bearbeiten`} icon="edit" small>
      {words.edit}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<EventState t={t} event={event} />} actions={edit || undefined}>
        {event.title}
      </PageTitle>
      {event.isCancelled && (
        <Alert kind="warning">
          <p>{words.cancelledText}</p>
        </Alert>
      )}
      <Facts
        facts={[
          {
            label: words.when,
            value: (
              <>
                <DateTime value={startsAt} format="datetime" /> – <Clock value={endsAt} />
              </>
            ),
          },
          ...(place ? [{ label: words.fields.place, value: place }] : []),
          ...(link ? [{ label: words.fields.link, value: <a href={link}>{words.toLink}</a> }] : []),
          ...(hosts ? [{ label: words.heldBy, value: hosts }] : []),
          { label: words.forWhom, value: audienceOf(t, event) },
        ]}
      />
      {html !== "" && (
        <section class="ff-part" aria-labelledby="ablauf">
          <h2 id="ablauf">{words.fields.agenda}</h2>
          <Prose html={html} />
        </section>
      )}
      <Answer t={t} event={event} />
      <Card title={words.register} id="einwaende">
        <p>{words.registerText}</p>
        <Buttons>
          <LinkButton href={registerPath(id)} kind={can.answer ? "secondary" : "primary"}>
            {words.toRegister}
          </LinkButton>
        </Buttons>
      </Card>
      <Holding t={t} event={event} />
    </>
  )
}

const audienceOf = (t: Texts, { audience, departments }: EventView) =>
  audience === "all" ? t.qualification.events.everybody : departments.map(({ name }) => name).join(", ")

function Answer({ t, event: { id, can, isComing } }: { t: Texts; event: EventView }) {
  const words = t.qualification.events
  if (!can.answer) return null
  return (
    <Card title={words.answerTitle} id="zusage" tone={isComing === null ? "attention" : "quiet"}>
      <p>{isComing === null ? words.answerText : isComing ? words.answeredYes : words.answeredNo}</p>
      <Buttons>
        {[true, false].map((answer) => (
          <ActionButton
            key={String(answer)}
            action={eventPath(id)}
            hidden={{ action: "answer", isComing: String(answer) }}
            kind={isComing === null && answer ? "primary" : "secondary"}
            small={false}
            pressed={isComing === answer}
          >
            {answer ? words.yes : words.no}
          </ActionButton>
        ))}
      </Buttons>
      <p class="kern-hint">{words.answerHint}</p>
    </Card>
  )
}

/** For those who hold it. */
function Holding({ t, event }: { t: Texts; event: EventView }) {
  const words = t.qualification.events
  const { id, can, coming, isInvited } = event
  if (!can.enter) return null
  return (
    <Card title={words.holding} id="durchfuehren">
      {isInvited && <p>{coming === null ? words.comingTooFew : words.coming(String(coming))}</p>}
      {!isInvited && <p>{can.invite ? words.inviteText : words.inviteByFacilitator}</p>}
      {can.invite && (
        <Form action={eventPath(id)} hidden={{ action: "invite" }}>
          <div>
            <Button kind="primary">{words.invite}</Button>
          </div>
        </Form>
      )}
      {can.cancel && (
        <TwoSteps
          summary={words.cancel}
          text={words.cancelText}
          now={words.cancelNow}
          action={eventPath(id)}
          hidden={{ action: "cancel" }}
        />
      )}
    </Card>
  )
}
