import { type DateView, isSession } from "../../../../server/qualification/core.ts"
import { choice, type FormState, field, versionOf } from "../../../form-state.tsx"
import {
  Alert,
  Buttons,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"

export function MovingForm({ step, form }: { step: DateView; form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.moving
  const version = versionOf(form)
  return (
    <Form
      action={`/termine/${step.id}/aendern`}
      hidden={{ action: "move", version }}
      keep={`termin-${step.id}-${version}`}
    >
      <Field {...choice(form, "startsAt")} type="datetime-local" width="medium" />
      <Field {...choice(form, "minutes")} type="number" min="0" width="short" />
      <Field {...field(form, "place")} />
      <Field {...field(form, "link")} type="url" optional />
      <Field {...field(form, "dialIn")} hint={words.dialInHint} />
      {isSession(step.kind) && <p class="kern-hint">{words.told}</p>}
      <Buttons>
        <SubmitButton>{words.save}</SubmitButton>
        <LinkButton href={`/lerngruppen/${step.cohort.id}`} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

export function Cancelling({ step }: { step: DateView }) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.moving
  return (
    <TwoSteps
      summary={words.cancel}
      text={words.cancelText}
      now={words.cancelNow}
      action={`/termine/${step.id}/aendern`}
      hidden={{ action: "cancel", version: step.version }}
    />
  )
}

export function Restoring({ step }: { step: DateView }) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.moving
  return (
    <>
      <Alert kind="info">
        <p>{words.restoreText}</p>
      </Alert>
      <Form action={`/termine/${step.id}/aendern`} hidden={{ action: "restore", version: step.version }}>
        <Buttons>
          <SubmitButton>{words.restore}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}
