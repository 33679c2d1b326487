import { dateFormat } from "../../../../server/kernel/formats.ts"
import { isPlaced, type Proposal } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import { landOptions } from "../../../lands.ts"
import {
  Alert,
  Button,
  Buttons,
  Disclosure,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  FieldGroup,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { whenOf } from "./when.tsx"

export type Draft = {
  fields: Fields
  errors: FieldError[]
  programmes: { id: string; name: string }[]
  proposal?: Proposal
  /** What the dates hang on was changed after they had been proposed. */
  isChanged?: boolean
}

export function CohortForm(draft: Draft) {
  const { t } = useReader()
  const words = t.qualification.cohorts.creation
  const { fields, errors, proposal } = draft
  const hidden = proposal && { proposedFor: textOf(fields, "proposedFor") }
  const propose = (
    <Button name="step" value="propose" kind={proposal ? "secondary" : "primary"}>
      {proposal ? words.proposeAgain : words.propose}
    </Button>
  )
  return (
    <>
      <ErrorSummary errors={errors} />
      {draft.isChanged && (
        <Alert kind="info" title={words.changedTitle} live>
          <p>{words.changedText}</p>
        </Alert>
      )}
      <Form
        action="/lerngruppen/neu"
        keep="lerngruppen-neu"
        idempotencyKey={textOf(fields, "idempotencyKey")}
        {...(hidden && { hidden })}
      >
        <Basics {...draft} />
        {proposal && <Dates proposal={proposal} fields={fields} errors={errors} />}
        <Buttons>
          {proposal && (
            <SubmitButton name="step" value="create">
              {words.create}
            </SubmitButton>
          )}
          {propose}
          <LinkButton href="/qualifizierung" kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Basics({ fields, errors, programmes }: Draft) {
  const { t } = useReader()
  const words = t.qualification.cohorts.creation
  const { labels } = t.errors
  const plain = (name: string, label: string) => {
    const error = errorOf(errors, name)
    return { name, label, value: textOf(fields, name), ...(error && { error }) }
  }
  return (
    <>
      <Field
        {...plain("programmeId", labels.programmeId)}
        type="select"
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...plain("name", words.name)} maxlength={160} />
      <Field {...plain("mandateFrom", labels.mandateFrom)} hint={words.mandateFromHint} maxlength={200} />
      <Field
        {...plain("mandate", labels.mandate)}
        type="textarea"
        maxlength={4000}
        rows={3}
        hint={words.mandateHint}
      />
      <Field {...plain("land", words.land)} type="select" hint={words.landHint} options={landOptions(t)} />
      <Field {...plain("startOn", words.startOn)} type="date" width="short" />
      <Field {...plain("time", words.time)} hint={words.timeHint} width="short" maxlength={5} />
      <Field {...plain("deleteOn", words.deleteOn)} type="date" width="short" hint={words.deleteOnHint} />
    </>
  )
}

function Dates({ proposal, fields, errors }: { proposal: Proposal } & Pick<Draft, "fields" | "errors">) {
  const { t, locale } = useReader()
  const words = t.qualification.cohorts.creation
  const error = errorOf(errors, "dates")
  const typed = [fields.startsAts ?? []].flat()
  const following = proposal.dates.filter((step) => !isPlaced(step))
  return (
    <FieldGroup legend={words.proposedTitle} hint={words.proposedText}>
      {proposal.dates.filter(isPlaced).map((step, index) => (
        <div key={step.stepId}>
          <input type="hidden" name="stepIds" value={step.stepId} />
          <Field
            name="startsAts"
            id={index === 0 ? "feld-dates" : `feld-dates-${index}`}
            label={step.title}
            type="datetime-local"
            width="medium"
            value={typed[index] ?? ""}
            hint={weekdayOf(typed[index] ?? "", locale)}
            {...(error && index === 0 && { error })}
          />
        </div>
      ))}
      {following.length > 0 && (
        <Disclosure summary={words.following} quiet>
          <ul class="ff-bullets">
            {following
              .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
              .map((step) => (
                <li key={step.stepId}>
                  {whenOf(step, locale)}: {step.title}
                </li>
              ))}
          </ul>
        </Disclosure>
      )}
    </FieldGroup>
  )
}

function weekdayOf(localTime: string, locale: "de" | "en"): string {
  const day = new Date(`${localTime.slice(0, 10)}T12:00:00Z`)
  if (Number.isNaN(day.getTime())) return ""
  return dateFormat(locale, {
    weekday: "long",
    timeZone: "UTC",
  }).format(day)
}
