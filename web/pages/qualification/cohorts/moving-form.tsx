import { type DateView, isSession } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Alert,
  Button,
  Buttons,
  Disclosure,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"

export function MovingForm({
  step,
  fields,
  errors,
}: {
  step: DateView
  fields: Fields
  errors: FieldError[]
}) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.moving
  const plain = (name: "startsAt" | "minutes" | "place" | "link" | "dialIn") => {
    const error = errorOf(errors, name)
    return { name, label: words[name], value: textOf(fields, name), ...(error && { error }) }
  }
  const version = textOf(fields, "version")
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form action={`/termine/${step.id}/aendern`} hidden={{ version }} keep={`termin-${step.id}-${version}`}>
        <Field {...plain("startsAt")} type="datetime-local" width="medium" />
        <Field {...plain("minutes")} inputmode="numeric" width="short" maxlength={4} />
        <Field {...plain("place")} optional maxlength={300} />
        <Field {...plain("link")} type="url" optional maxlength={500} />
        <Field {...plain("dialIn")} optional hint={words.dialInHint} maxlength={200} />
        {isSession(step.kind) && <p class="kern-hint">{words.told}</p>}
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={`/lerngruppen/${step.cohort.id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

export function Cancelling({ step }: { step: DateView }) {
  const { t } = useReader()
  const words = t.qualification.cohortDates.moving
  return (
    <Disclosure summary={words.cancel} quiet>
      <p>{words.cancelText}</p>
      <Form action={`/termine/${step.id}/absagen`} hidden={{ version: step.version }}>
        <Buttons>
          <Button kind="danger">{words.cancelNow}</Button>
        </Buttons>
      </Form>
    </Disclosure>
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
      <Form action={`/termine/${step.id}/wiederherstellen`} hidden={{ version: step.version }}>
        <Buttons>
          <SubmitButton>{words.restore}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}
