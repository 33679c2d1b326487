import {
  CHECKS,
  choicesOf,
  type FieldKind,
  MOST_LINES,
  noteOn,
  PLANS,
  type PlanKind,
} from "../../../../server/qualification/outcome.ts"
import { choice, Faults, type FormState, field, versionOf } from "../../../form-state.tsx"
import {
  Buttons,
  Field,
  FieldGroup,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { formPath, planPath } from "./address.ts"
import { contentIn } from "./fields.ts"
import { choiceLabel, columnLabel, comparedPlans, hasChecklist, plainFields } from "./labels.ts"

type Props = { t: Texts; cohortId: string; title: string; kind: PlanKind; form: FormState }

const NEW_LINES = 3

/** One form for writing an edition, with a few empty rows where there is a list. */
export function PlanForm(props: Props) {
  const { t, cohortId, title, kind, form } = props
  const words = t.qualification.plans
  const action = formPath(cohortId, kind)
  const version = versionOf(form)
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {form.newer && (
        <NewerVersion
          title={words.conflictTitle}
          text={words.conflictText}
          fields={comparedPlans(t, kind, contentIn(kind, form.newer), contentIn(kind, form.fields))}
        />
      )}
      <Faults form={form} />
      <Form action={action} keep={`${action.slice(1)}-${version}`} hidden={{ action: "save", version }}>
        {hasChecklist(kind) && <Checklist {...props} />}
        {plainFields(kind).map(([name, type]) => (
          <Input key={name} {...props} name={`fields.${name}`} type={type} />
        ))}
        <Lines {...props} />
        <Input {...props} name="link" type="line" hint={words.linkHint} />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={planPath(cohortId, kind)} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Checklist(props: Props) {
  const words = props.t.qualification.plans
  return (
    <FieldGroup legend={words.checklist}>
      {CHECKS.map((name) => (
        <div key={name}>
          <Input {...props} name={`fields.${name}`} type="check" />
          <Input {...props} name={`fields.${noteOn(name)}`} type="line" label={words.checkNote} />
        </div>
      ))}
    </FieldGroup>
  )
}

function Lines(props: Props) {
  const { t, kind, form } = props
  const words = t.qualification.plans
  const columns = Object.entries(PLANS[kind].columns)
  if (columns.length === 0) return null
  const rows = Math.min(filledRows(props.kind, form) + NEW_LINES, MOST_LINES)
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
                {...props}
                name={`lines.${index}.${name}`}
                type={type}
                label={columnLabel(t, kind, name)}
              />
            ))}
          </div>
        </FieldGroup>
      ))}
    </section>
  )
}

/** Up to the last one in which something stands: a refused form leaves rows where they were. */
const filledRows = (kind: PlanKind, { fields }: FormState) =>
  Array.from({ length: MOST_LINES }, (_, index) => index + 1).findLast((row) =>
    Object.keys(PLANS[kind].columns).some((name) => fields[`lines.${row - 1}.${name}`]),
  ) ?? 0

type InputProps = Props & {
  name: string
  type: FieldKind
  hint?: string
  /** Where it is shorter than in a fault, which has to say which line it is about. */
  label?: string
}

function Input({ t, form, name, type, hint, label }: InputProps) {
  const words = t.qualification.plans
  const more = { ...(label && { label }), ...(hint && { hint }) }
  if (type === "text")
    return <Field {...field(form, name)} {...more} type="textarea" rows={5} data={{ "data-markdown": "" }} />
  if (type === "day") return <Field {...choice(form, name)} {...more} type="date" width="short" />
  if (type === "line") return <Field {...field(form, name)} {...more} />
  const options = (choicesOf(type) ?? ["yes", "no"]).map((value) => {
    return { value, label: choiceLabel(t, value) }
  })
  return (
    <Field {...choice(form, name)} {...more} type="select" options={options} placeholder={words.unclear} />
  )
}
