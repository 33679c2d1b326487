import { type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import { Buttons, Disclosure, Field, Form, SubmitButton, useReader } from "../../../layout/index.ts"

/** Name and mandate; the dates have pages of their own, and the day of deletion is fixed. */
export function Editing({ id, form }: { id: string; form: FormState }) {
  const { t } = useReader()
  const { editing, creation } = t.qualification.cohorts
  const version = versionOf(form)
  return (
    <Disclosure summary={editing.title} id="auftrag" open={form.status !== 200}>
      <p>{editing.lead}</p>
      <Newer form={form} title={editing.conflictTitle} text={editing.conflictText} />
      <Form
        action={`/lerngruppen/${id}/beteiligte`}
        hidden={{ action: "edit", version }}
        keep={`lerngruppe-${id}-${version}`}
      >
        <Field {...field(form, "name")} />
        <Field {...field(form, "mandateFrom")} hint={creation.mandateFromHint} />
        <Field {...field(form, "mandate")} type="textarea" rows={4} hint={creation.mandateHint} />
        <Buttons>
          <SubmitButton>{editing.save}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
