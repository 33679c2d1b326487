import { newId } from "../../../../server/kernel/database.ts"
import { NewStep, type ProgrammeView, STEP_KINDS } from "../../../../server/qualification/core.ts"
import { readForm } from "../../../form-reading.ts"
import { choice, choices, field } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Buttons, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, isRefused, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { pathOf, programmeLabels } from "./frame.tsx"

export const ADDED_FIELDS = ["kind", "title", "week", "idempotencyKey"]
/** How a step of each kind begins. */
const FIRST: Record<string, { weeks?: number; minutes?: number; voluntary?: boolean }> = {
  workshop: { minutes: 240 },
  practice: { weeks: 4 },
  meeting: { minutes: 60 },
  impulse: { minutes: 20, voluntary: true },
  assessment: { minutes: 90 },
}

/** A step of which only kind, title and week are said yet. */
export const stepOf = (fields: Fields) => ({
  ...readForm(NewStep, fields),
  weeks: 0,
  minutes: 0,
  ...FIRST[textOf(fields, "kind")],
})

/** A further step of a draft. */
export function Adding({ t, programme, tried }: { t: Texts; programme: ProgrammeView; tried: Tried | null }) {
  const { programmes: words, cohorts } = t.qualification
  const form = formOf(tried, {
    at: programme.id,
    action: "add",
    input: NewStep,
    labels: programmeLabels(t),
    fields: { kind: "workshop" },
  })
  // What was typed comes back even where the draft was published meanwhile.
  if (!programme.can.edit && !isRefused(form)) return null
  return (
    <Disclosure summary={words.addTitle} open={isRefused(form)} id="schritt-neu">
      <p>{words.addLead}</p>
      <Form
        action={pathOf(programme.id)}
        hidden={{ action: "add" }}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
      >
        <Field
          {...choices(form, "kind")}
          type="radios"
          options={STEP_KINDS.map((value) => ({ value, label: cohorts.kinds[value] }))}
        />
        <Field {...field(form, "title")} />
        <Field {...choice(form, "week")} type="number" hint={words.weekHint} width="short" min="0" />
        <Buttons>
          <SubmitButton>{words.addNow}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
