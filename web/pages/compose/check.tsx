import { blacken, findPersonalData, type PersonalData } from "../../../server/forum/index.ts"
import { textOf } from "../../forms.ts"
import { Button, Buttons, Card, Field, Form, PageTitle, SubmitButton, useReader } from "../../layout/index.ts"
import { Carried } from "./carried.tsx"
import { type Draft, withFields } from "./draft.ts"

/** A place in one of the texts of a form that looks like personal data. */
export type Suspicion = { field: string; text: string; finding: PersonalData }

/** Looks through the texts that others will read. A local check: nothing leaves this server. */
export function findSuspicions({ fields }: Draft, names: readonly string[]): Suspicion[] {
  return names.flatMap((field) => {
    const text = textOf(fields, field)
    return findPersonalData(text).map((finding) => ({ field, text, finding }))
  })
}

/** Blacks out what was ticked in `<PersonalDataStep>`. */
export function blackenChosen(draft: Draft, names: readonly string[]): Draft {
  const chosen = [draft.fields.finding ?? []].flat()
  const wanted = findSuspicions(draft, names).filter((suspicion) => chosen.includes(idOf(suspicion)))
  const blackened = names.map((field): [string, string] => {
    const findings = wanted.filter((suspicion) => suspicion.field === field).map(({ finding }) => finding)
    return [field, blacken(textOf(draft.fields, field), findings)]
  })
  return withFields(draft, Object.fromEntries(blackened))
}

const idOf = ({ field, finding }: Suspicion) => `${field}:${finding.start}`

type StepProps = {
  suspicions: Suspicion[]
  draft: Draft
  action: string
  /** What the buttons promise: a first publication, or a change that is saved. */
  verb: "publish" | "save"
}

/**
 * Comes before something is published: every place in its context, ticked for blackening. A warning and not a ban.
 * Sends `step` ("blacken", "as-is" or "edit") and `finding` along with everything that was typed.
 */
export function PersonalDataStep({ suspicions, draft, action, verb }: StepProps) {
  const { t } = useReader()
  const words = t.compose.check
  const labels: Record<string, string> = t.errors.labels
  return (
    <>
      <PageTitle lead={words.lead(suspicions.length)}>{words.title}</PageTitle>
      <Card>
        <Form action={action}>
          <Carried draft={draft} />
          <Field
            type="checkboxes"
            name="finding"
            label={words.legend}
            hint={words.hint}
            values={suspicions.map(idOf)}
            options={suspicions.map((suspicion) => ({
              value: idOf(suspicion),
              label: words.replace(suspicion.finding.text, suspicion.finding.replacement),
              hint: words.place(labels[suspicion.field] ?? suspicion.field, contextOf(suspicion)),
            }))}
          />
          <Buttons>
            <SubmitButton name="step" value="blacken">
              {words[verb].blacken}
            </SubmitButton>
            <Button name="step" value="as-is">
              {words[verb].asIs}
            </Button>
            <Button name="step" value="edit" kind="tertiary" icon="arrow-left">
              {words.edit}
            </Button>
          </Buttons>
        </Form>
      </Card>
    </>
  )
}

const AROUND = 50

/** The words around a finding, in one line. */
function contextOf({ text, finding }: Suspicion): string {
  const before = text.slice(Math.max(0, finding.start - AROUND), finding.start)
  const after = text.slice(finding.end, finding.end + AROUND)
  const start = finding.start > AROUND ? `…${before.replace(/^\S*\s/, "")}` : before
  const end = finding.end + AROUND < text.length ? `${after.replace(/\s\S*$/, "")}…` : after
  return `${start}${finding.text}${end}`.replace(/\s+/g, " ").trim()
}
