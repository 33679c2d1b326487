import { dateFormat } from "../../../../server/kernel/formats.ts"
import { isPlaced, type Proposal } from "../../../../server/qualification/core.ts"
import { choice, Faults, type FormState, field } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { landOptions } from "../../../lands.ts"
import {
  Alert,
  Button,
  Buttons,
  Disclosure,
  errorOf,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { whenOf } from "./when.tsx"

export type Draft = {
  form: FormState
  programmes: { id: string; name: string }[]
  proposal?: Proposal
  /** What the dates hang on was changed after they had been proposed. */
  isChanged?: boolean
}

export function CohortForm(draft: Draft) {
  const { t } = useReader()
  const words = t.qualification.cohorts.creation
  const { form, proposal } = draft
  const hidden = proposal && { proposedFor: textOf(form.fields, "proposedFor") }
  const propose = (
    <Button name="step" value="propose" kind={proposal ? "secondary" : "primary"}>
      {proposal ? words.proposeAgain : words.propose}
    </Button>
  )
  return (
    <>
      <Faults form={form} />
      {draft.isChanged && (
        <Alert kind="info" title={words.changedTitle} live>
          <p>{words.changedText}</p>
        </Alert>
      )}
      <Form
        action="/lerngruppen/neu"
        keep="lerngruppen-neu"
        idempotencyKey={textOf(form.fields, "idempotencyKey")}
        {...(hidden && { hidden })}
      >
        <Basics {...draft} />
        <Places form={form} />
        {proposal && <Dates proposal={proposal} form={form} />}
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

function Basics({ form, programmes }: Draft) {
  const { t } = useReader()
  const words = t.qualification.cohorts.creation
  return (
    <>
      <Field
        {...choice(form, "programmeId")}
        type="select"
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...field(form, "name")} />
      <Field {...field(form, "mandateFrom")} hint={words.mandateFromHint} />
      <Field {...field(form, "mandate")} type="textarea" rows={3} hint={words.mandateHint} />
      <Field {...choice(form, "land")} type="select" hint={words.landHint} options={landOptions(t)} />
      <Field {...choice(form, "startOn")} type="date" width="short" />
      <Field {...field(form, "time")} hint={words.timeHint} width="short" />
      <Field {...choice(form, "deleteOn")} type="date" width="short" hint={words.deleteOnHint} />
    </>
  )
}

/** Once for all dates; each of them can be held elsewhere later. */
function Places({ form }: Pick<Draft, "form">) {
  const { t } = useReader()
  const words = t.qualification.cohorts.creation
  return (
    <FieldGroup legend={words.places} hint={words.placesHint}>
      <Field {...field(form, "place")} />
      <Field {...field(form, "link")} type="url" />
      <Field {...field(form, "dialIn")} hint={t.qualification.cohortDates.moving.dialInHint} />
    </FieldGroup>
  )
}

function Dates({ proposal, form }: { proposal: Proposal; form: FormState }) {
  const { t, locale } = useReader()
  const words = t.qualification.cohorts.creation
  const error = errorOf(form.errors, "dates")
  const typed = [form.fields.startsAts ?? []].flat()
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
