import { MAX_MARKDOWN_LENGTH } from "../../../../server/kernel/markdown.ts"
import { FEATURES, MOST_AGENDA, STEP_KINDS } from "../../../../server/qualification/index.ts"
import { listOf, textOf } from "../../../forms.ts"
import {
  Buttons,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { QuestionRows } from "./question-rows.tsx"
import { hasField, rowsIn } from "./step-fields.ts"
import { type StepFormProps, typed } from "./typed.ts"

const NEW_LINES = 3

/** Everything of a step, as its kind has it. */
export function StepForm(props: StepFormProps) {
  const { t } = useReader()
  const { action, version, shown, cancel } = props
  return (
    <Form action={action} hidden={{ version, shown }} keep={`${action.slice(1)}-${version}`}>
      <Place {...props} />
      {hasField.agenda(shown) && <Agenda {...props} />}
      <Texts {...props} />
      {hasField.questions(shown) && <QuestionRows {...props} />}
      <Offered {...props} />
      <Buttons>
        <SubmitButton>{t.qualification.programmes.save}</SubmitButton>
        <LinkButton href={cancel} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

function Place(props: StepFormProps) {
  const { t } = useReader()
  const words = t.qualification
  const labels = t.errors.labels
  return (
    <>
      <Field
        {...typed(props, "kind")}
        type="select"
        label={labels.kind}
        hint={words.programmes.kindHint}
        placeholder={false}
        options={STEP_KINDS.map((value) => ({ value, label: words.cohorts.kinds[value] }))}
      />
      <Field {...typed(props, "title")} label={labels.title} maxlength={120} />
      <NumberField {...props} name="week" label={labels.week} hint={words.programmes.weekHint} />
      {hasField.weeks(props.shown) && <NumberField {...props} name="weeks" label={labels.weeks} />}
      {hasField.minutes(props.shown) && <NumberField {...props} name="minutes" label={labels.minutes} />}
    </>
  )
}

function NumberField({
  name,
  label,
  hint,
  ...props
}: StepFormProps & { name: string; label: string; hint?: string }) {
  return (
    <Field
      {...typed(props, name)}
      type="number"
      label={label}
      {...(hint && { hint })}
      width="short"
      min="0"
    />
  )
}

function Texts(props: StepFormProps) {
  const { t } = useReader()
  const labels = t.errors.labels
  return (
    <>
      {(["contents", "materials", "tasks"] as const).map((name) => (
        <Field
          key={name}
          {...typed(props, name)}
          type="textarea"
          label={labels[name]}
          rows={name === "contents" ? 14 : 6}
          maxlength={MAX_MARKDOWN_LENGTH}
          optional
          data={{ "data-markdown": "" }}
        />
      ))}
    </>
  )
}

function Agenda(props: StepFormProps) {
  const { t } = useReader()
  const words = t.qualification.programmes
  const labels = t.errors.labels
  const { fields } = props
  const lines = Math.min(rowsIn(fields, "agenda") + NEW_LINES, MOST_AGENDA)
  return (
    <section class="ff-part" aria-labelledby="feld-agenda">
      <h2 id="feld-agenda">{words.agenda}</h2>
      <p class="kern-hint">{words.agendaHint}</p>
      {Array.from({ length: lines }, (_, row) => (
        <FieldGroup key={row} legend={words.agendaLine(row + 1)}>
          <div class="ff-agenda-line">
            <Field {...typed(props, `agenda.${row}.title`)} label={labels.title} maxlength={120} optional />
            <Field
              {...typed(props, `agenda.${row}.minutes`)}
              type="number"
              label={labels.minutes}
              width="short"
              min="1"
              optional
            />
            <Field
              type="checkbox"
              name={`agenda.${row}.isBreak`}
              label={words.isBreak}
              checked={textOf(fields, `agenda.${row}.isBreak`) === "true"}
            />
            <Field
              type="checkbox"
              name={`agenda.${row}.withManagers`}
              label={words.withManagers}
              checked={textOf(fields, `agenda.${row}.withManagers`) === "true"}
            />
          </div>
        </FieldGroup>
      ))}
    </section>
  )
}

function Offered({ fields, shown }: StepFormProps) {
  const { t } = useReader()
  const words = t.qualification.programmes
  return (
    <>
      {hasField.features(shown) && (
        <Field
          type="checkboxes"
          name="features"
          label={words.tools}
          hint={words.featuresHint}
          values={listOf(fields, "features")}
          options={FEATURES.map((value) => ({ value, label: words.features[value] }))}
        />
      )}
      {hasField.voluntary(shown) && (
        <Field
          type="checkbox"
          name="voluntary"
          label={words.voluntaryLabel}
          checked={textOf(fields, "voluntary") === "true"}
        />
      )}
    </>
  )
}
