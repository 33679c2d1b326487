import {
  CHECKS,
  type FieldKind,
  LONGEST_IN_PLAN as LONGEST,
  MOST_LINES,
  PLANS,
  type PlanContent,
  type PlanKind,
} from "../../../../server/qualification/index.ts"
import {
  Buttons,
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
import { columnLabel, fieldLabel, hasChecklist, plainFields } from "./labels.ts"

type Props = { kind: PlanKind; content: PlanContent; version: number; errors: FieldError[]; path: string }

const NEW_LINES = 3

/** One form for writing an edition, with a few empty rows where there is a list. */
export function PlanForm(props: Props) {
  const { t } = useReader()
  const words = t.qualification.plans
  const { kind, content, version, errors, path } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form action={`${path}/bearbeiten`} keep={`${path.slice(1)}-${version}`} hidden={{ version }}>
        {hasChecklist(kind) && <Checklist {...props} />}
        {plainFields(kind).map(([name, type]) => (
          <Input
            key={name}
            name={`fields.${name}`}
            label={fieldLabel(t, kind, name)}
            kind={type}
            value={content.fields[name] ?? ""}
            errors={errors}
          />
        ))}
        <Lines {...props} />
        <Input
          name="link"
          label={words.link}
          hint={words.linkHint}
          kind="line"
          longest={500}
          value={content.link}
          errors={errors}
        />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={path} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Checklist({ kind, content, errors }: Props) {
  const { t } = useReader()
  return (
    <FieldGroup legend={t.qualification.plans.checklist}>
      {CHECKS.map((name) => (
        <div key={name}>
          <Input
            name={`fields.${name}`}
            label={fieldLabel(t, kind, name)}
            kind="check"
            value={content.fields[name] ?? ""}
            errors={errors}
          />
          <Input
            name={`fields.${name}Note`}
            label={t.qualification.plans.checkNote}
            kind="line"
            value={content.fields[`${name}Note`] ?? ""}
            errors={errors}
          />
        </div>
      ))}
    </FieldGroup>
  )
}

function Lines({ kind, content, errors }: Props) {
  const { t } = useReader()
  const words = t.qualification.plans
  const columns = Object.entries(PLANS[kind].columns)
  if (columns.length === 0) return null
  const rows = Math.min(content.lines.length + NEW_LINES, MOST_LINES)
  return (
    <section class="ff-part" aria-labelledby="lines">
      <h2 id="lines">{words.kinds[kind].lines}</h2>
      <p class="kern-hint">{words.linesHint}</p>
      {Array.from({ length: rows }, (_, index) => (
        <FieldGroup key={index} legend={`${words.kinds[kind].line} ${index + 1}`}>
          <div class="ff-line">
            {columns.map(([name, type]) => (
              <Input
                key={name}
                name={`lines.${index}.${name}`}
                label={columnLabel(t, kind, name)}
                kind={type}
                value={content.lines[index]?.[name] ?? ""}
                errors={errors}
              />
            ))}
          </div>
        </FieldGroup>
      ))}
    </section>
  )
}

type InputProps = {
  name: string
  label: string
  hint?: string
  kind: FieldKind
  value: string
  errors: FieldError[]
  /** Where it is not what lines of a plan hold. */
  longest?: number
}

function Input({ kind, errors, hint, longest, ...shared }: InputProps) {
  const { t } = useReader()
  const words = t.qualification.plans
  const error = errorOf(errors, shared.name)
  const field = { ...shared, optional: true, ...(hint && { hint }), ...(error && { error }) }
  if (kind === "text")
    return (
      <Field {...field} type="textarea" rows={5} maxlength={LONGEST.text} data={{ "data-markdown": "" }} />
    )
  if (kind === "day") return <Field {...field} type="date" width="short" />
  if (kind === "line") return <Field {...field} maxlength={longest ?? LONGEST.line} />
  const options = [
    { value: "yes", label: words.yes },
    { value: "no", label: words.no },
  ]
  return <Field {...field} type="select" options={options} placeholder={words.unclear} />
}
