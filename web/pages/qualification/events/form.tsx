import { choices, choice as chosen, Faults, type FormState, field, versionOf } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Alert, Buttons, Field, Form, LinkButton, SubmitButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { audienceOptions } from "../../announcements/form.tsx"
import type { Choice } from "../../announcements/input.ts"

type Props = {
  t: Texts
  form: FormState
  choice: Choice
  action: string
  cancel: string
  /** Undefined of a new one. */
  isInvited?: boolean
}

/** One form for planning and for changing. */
export function EventForm({ t, form, choice, action, cancel, isInvited }: Props) {
  const words = t.qualification.events
  return (
    <>
      <Faults form={form} />
      {isInvited && (
        <Alert kind="info">
          <p>{words.invitedNote}</p>
        </Alert>
      )}
      <Form
        action={action}
        keep={action.slice(1)}
        {...(isInvited === undefined
          ? { idempotencyKey: textOf(form.fields, "idempotencyKey") }
          : { hidden: { version: versionOf(form) } })}
      >
        <Field {...field(form, "title")} />
        <Field {...chosen(form, "startsAt")} type="datetime-local" width="medium" />
        <Field {...chosen(form, "endsAt")} type="datetime-local" width="medium" />
        <Field {...field(form, "place")} />
        <Field {...field(form, "link")} hint={words.linkHint} />
        <Field {...field(form, "hosts")} />
        <Field {...field(form, "agenda")} type="textarea" rows={8} data={{ "data-markdown": "" }} />
        <Field {...choices(form, "audience")} type="radios" options={audienceOptions(t, choice.label)} />
        {/* Without the choice above it has nothing to say; a style sheet shows it then. */}
        <div class="ff-if-listed">
          <Field
            {...choices(form, "departmentIds")}
            type="checkboxes"
            optional={false}
            hint={t.announcements.departmentsHint}
            options={choice.departments.map(({ id, name, depth }) => ({
              value: id,
              label: `${"\u2003".repeat(depth)}${name}`,
            }))}
          />
        </div>
        <Buttons>
          <SubmitButton>{isInvited === undefined ? words.create : words.save}</SubmitButton>
          <LinkButton href={cancel} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
