import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, Id } from "../../../../server/kernel/schemas.ts"
import {
  EnteredObjections,
  type EventView,
  enterObjections,
  findEvent,
  listCards,
  listObjections,
  NewObjection,
  type ObjectionView,
  raiseObjection,
  removeObjection,
  SupportedObjection,
  supportObjection,
} from "../../../../server/qualification/outcome.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { EmptyState, LinkButton, PageTitle } from "../../../layout/index.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { EVENTS, placeOf, registerPath } from "./address.ts"
import { EventTrail } from "./event.tsx"
import { Objection } from "./objection.tsx"
import { Entering, Raising } from "./raising.tsx"

const actions = actionsOf({
  raise: NewObjection,
  enter: EnteredObjections,
  support: Closed({ id: Id, ...SupportedObjection.properties }),
  remove: ById,
})

/** `prepared`: of the cards that the group has written down beforehand, those that are not in the register yet. */
type Found = { event: EventView; objections: ObjectionView[]; prepared: string[] }

/** With the prepared cards in the field, to be looked through before they are entered. */
const Query = Closed({ mit: Type.Optional(Type.Literal("karten")) })

/** Everything that was objected and asked, and what became of it; readable for the audience. */
export function registerPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = async ({ db, actor, params: { id } }: Ask): Promise<Found> => {
    const event = await findEvent(db, actor, id)
    const objections = await listObjections(db, actor, id)
    const cards = event.can.enter && event.cohort ? await listCards(db, actor, event.cohort.id) : []
    const known = new Set(objections.map(({ words }) => words.trim()))
    return { event, objections, prepared: cards.filter((words) => !known.has(words)) }
  }
  pages.page(`${EVENTS}/:id/einwaende`, {
    query: Query,
    find,
    show: (ask, found) => showRegister(ask, found, undefined, ask.query.mit === "karten"),
  })
  pages.form(`${EVENTS}/:id/einwaende`, {
    find,
    ...actions,
    labels: ({ qualification }) => qualification.events.objectionFields,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      const here = registerPath(id)
      switch (sent.action) {
        case "raise": {
          const { kind, words, isNamed } = sent
          const raised = await raiseObjection(db, actor, id, { kind, words, isNamed })
          return [`${here}#${placeOf(raised.id)}`, "objection-raised"]
        }
        case "enter":
          await enterObjections(db, actor, id, { lines: sent.lines })
          return [here, "objections-entered"]
        case "support":
          await supportObjection(db, actor, sent.id, sent.isSupported)
          return [`${here}#${placeOf(sent.id)}`, sent.isSupported ? "marked" : "unmarked"]
        default:
          await removeObjection(db, actor, sent.id)
          return [here, "objection-removed"]
      }
    },
    to: (next) => next,
    again: showRegister,
  })
}

const showRegister = ({ t }: Ask, found: Found, form?: FormState, isFilled = false): Content => ({
  title: `${t.qualification.events.register}: ${found.event.title}`,
  width: "reading",
  breadcrumb: <EventTrail t={t} event={found.event} here={t.qualification.events.register} />,
  children: (
    <Register
      t={t}
      {...found}
      isFilled={isFilled}
      tried={form ? { form, at: textOf(form.fields, "id") } : null}
    />
  ),
})

type Props = Found & { t: Texts; isFilled: boolean; tried: Tried | null }

function Register({ t, event, objections, prepared, isFilled, tried }: Props) {
  const words = t.qualification.events
  const raise = event.can.raise && objections.length > 0 && (
    <LinkButton href="#stellen" icon="plus">
      {words.raiseTitle}
    </LinkButton>
  )
  return (
    <>
      <PageTitle over={event.title} lead={<p>{words.registerLead}</p>} actions={raise || undefined}>
        {words.register}
      </PageTitle>
      {tried && <Faults form={tried.form} />}
      {objections.length === 0 ? (
        <EmptyState icon="question" title={words.noObjections} />
      ) : (
        objections.map((objection) => (
          <Objection key={objection.id} t={t} eventId={event.id} objection={objection} />
        ))
      )}
      {event.can.raise && <Raising t={t} eventId={event.id} tried={tried} />}
      {event.can.enter && (
        <Entering t={t} event={event} prepared={prepared} isFilled={isFilled} tried={tried} />
      )}
    </>
  )
}
