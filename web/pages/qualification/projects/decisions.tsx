import { newId } from "../../../../server/kernel/database.ts"
import { today } from "../../../../server/kernel/time.ts"
import { NewDecision } from "../../../../server/qualification/work.ts"
import { choice, field } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Card, Day, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import type { Props } from "./parts.ts"

const AT = "decision"

/** The diary of decisions, and a form for the next. */
export function Decisions({ t, project, tried }: Props) {
  const words = t.qualification.projects
  const form = formOf(tried, {
    at: AT,
    action: AT,
    input: NewDecision,
    labels: { day: words.decisionDay, body: words.decisionBody },
    fields: { day: today() },
  })
  return (
    <Card title={words.decisions} id="entscheidungen">
      {project.decisions.length === 0 && <p>{words.noDecisions}</p>}
      {project.decisions.length > 0 && (
        <ul class="ff-checklist">
          {project.decisions.map(({ id, day, body }) => (
            <li key={id}>
              <strong>
                <Day value={day} />
              </strong>{" "}
              <span class="ff-lines">{body}</span>
            </li>
          ))}
        </ul>
      )}
      {project.can.edit && (
        <Disclosure summary={words.addDecision} open={isRefused(form)}>
          <Form
            action={`/lernprojekte/${project.id}`}
            hidden={{ action: AT }}
            keep={`lernprojekte-${project.id}-entscheidung`}
            idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
          >
            <Field {...choice(form, "day")} {...idAt("day", AT)} type="date" width="short" />
            <Field {...field(form, "body")} {...idAt("body", AT)} type="textarea" rows={3} />
            <div>
              <SubmitButton>{words.addDecision}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}
