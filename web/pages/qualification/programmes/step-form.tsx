import { FEATURES, STEP_KINDS, type StepView } from "../../../../server/qualification/core.ts"
import { choice, choices, type FormState, field, tick, versionOf } from "../../../form-state.tsx"
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
import { hasField, inRow, isOn, linesOf } from "./step-fields.ts"

const NEW_LINES = 3
const TEXTS = ["contents", "guidance", "materials", "tasks"] as const

type Props = {
  form: FormState
  /** The kind whose fields are shown. */
  shown: StepView["kind"]
  action: string
  cancel: string
}

/** Everything of a step, as its kind has it. */
export function StepForm(props: Props) {
  const { t } = useReader()
  const { action, form, shown, cancel } = props
  const version = versionOf(form)
  return (
    <Form action={action} hidden={{ action: "save", version, shown }} keep={`${action.slice(1)}-${version}`}>
      <Place {...props} />
      {hasField.agenda(shown) && <Agenda form={form} />}
      <Texts {...props} />
      {hasField.questions(shown) && <QuestionRows form={form} />}
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

function Place({ form, shown }: Props) {
  const { t } = useReader()
  const { programmes: words, cohorts } = t.qualification
  return (
    <>
      <Field
        {...choice(form, "kind")}
        type="select"
        hint={words.kindHint}
        placeholder={false}
        options={STEP_KINDS.map((value) => ({ value, label: cohorts.kinds[value] }))}
      />
      <Field {...field(form, "title")} />
      <Field {...choice(form, "week")} type="number" hint={words.weekHint} width="short" min="0" />
      {(["weeks", "minutes"] as const)
        .filter((name) => hasField[name](shown))
        .map((name) => (
          <Field key={name} {...choice(form, name)} type="number" width="short" min="0" />
        ))}
    </>
  )
}

function Texts({ form, shown }: Props) {
  const { t } = useReader()
  const hints: Record<string, string> = t.qualification.programmes.hints
  return (
    <>
      {TEXTS.filter((name) => name !== "guidance" || hasField.guidance(shown)).map((name) => (
        <Field
          key={name}
          {...field(form, name)}
          type="textarea"
          rows={name === "contents" ? 14 : 6}
          hint={hints[name]}
          data={{ "data-markdown": "" }}
        />
      ))}
    </>
  )
}

function Agenda({ form }: { form: FormState }) {
  const { t } = useReader()
  const words = t.qualification.programmes
  return (
    <section class="ff-part" aria-labelledby="feld-agenda">
      <h2 id="feld-agenda">{words.agenda}</h2>
      <p class="kern-hint">{words.agendaHint}</p>
      {linesOf(form, "agenda", NEW_LINES).map((row) => (
        <FieldGroup key={row} legend={words.agendaLine(row + 1)}>
          <div class="ff-agenda-line">
            <Field {...inRow(t, form, "agenda", row, "title")} />
            <Field
              {...inRow(t, form, "agenda", row, "minutes")}
              maxlength={undefined}
              type="number"
              width="short"
              min="1"
            />
            {(["isBreak", "withManagers"] as const).map((part) => {
              const { name, label, value } = inRow(t, form, "agenda", row, part)
              return <Field key={part} type="checkbox" name={name} label={label} checked={isOn(value)} />
            })}
          </div>
        </FieldGroup>
      ))}
    </section>
  )
}

function Offered({ form, shown }: Props) {
  const { t } = useReader()
  const words = t.qualification.programmes
  return (
    <>
      {hasField.features(shown) && (
        <Field
          {...choices(form, "features")}
          type="checkboxes"
          hint={words.featuresHint}
          options={FEATURES.map((value) => ({ value, label: words.features[value] }))}
        />
      )}
      {hasField.voluntary(shown) && <Field {...tick(form, "voluntary")} type="checkbox" />}
    </>
  )
}
