import {
  EnteredObjections,
  type EventView,
  NewObjection,
  OBJECTION_KINDS,
} from "../../../../server/qualification/outcome.ts"
import { choices, field, tick } from "../../../form-state.tsx"
import { Buttons, Card, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { SheetLinks } from "../sheets/beside.tsx"
import { registerPath } from "./address.ts"

type Props = { t: Texts; tried: Tried | null }

export function Raising({ t, tried, eventId }: Props & { eventId: string }) {
  const words = t.qualification.events
  const form = formOf(tried, {
    at: "",
    action: "raise",
    input: NewObjection,
    labels: words.objectionFields,
    fields: { kind: "objection" },
  })
  return (
    <Card title={words.raiseTitle} id="stellen">
      <Form
        action={registerPath(eventId)}
        hidden={{ action: "raise" }}
        keep={`einwand-${eventId}`}
        isKeptInTab
      >
        <Field
          {...choices(form, "kind")}
          type="radios"
          options={OBJECTION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <Field {...field(form, "words")} type="textarea" rows={4} />
        <Field
          {...tick(form, "isNamed")}
          type="checkbox"
          value="true"
          hint={words.namedHint}
          needed={false}
        />
        <Buttons>
          <SubmitButton>{words.raise}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}

/** What was said in the room, from memory or from cards. */
export function Entering({
  t,
  tried,
  event,
  prepared,
  isFilled,
}: Props & { event: EventView; prepared: string[]; isFilled: boolean }) {
  const words = t.qualification.events
  const form = formOf(tried, {
    at: "",
    action: "enter",
    input: EnteredObjections,
    labels: words.objectionFields,
    fields: { lines: isFilled ? prepared.join("\n") : "" },
  })
  return (
    <Card title={words.enterTitle} id="eintragen">
      <p>{words.enterText}</p>
      {prepared.length > 0 && !isFilled && (
        <p>
          <a href={`${registerPath(event.id)}?mit=karten#eintragen`}>{words.takeCards(prepared.length)}</a>
        </p>
      )}
      {event.cohort && <SheetLinks cohortId={event.cohort.id} slug="einwaende" isEmpty />}
      <Form action={registerPath(event.id)} hidden={{ action: "enter" }} keep={`einwaende-${event.id}`}>
        <Field {...field(form, "lines")} maxlength={null} type="textarea" rows={8} hint={words.linesHint} />
        <Buttons>
          <SubmitButton>{words.enter}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
