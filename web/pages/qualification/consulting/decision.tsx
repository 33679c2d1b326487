import { Decision as Input } from "../../../../server/qualification/meet.ts"
import { field, Newer, versionOf } from "../../../form-state.tsx"
import { Button, Card, Field, Form, useReader } from "../../../layout/index.ts"
import { formOf, idAt } from "../../../page-forms.ts"
import { consultingPath } from "./frame.tsx"
import type { ConsultingProps } from "./props.ts"

const AT = "entscheidung"

/** The case giver's own words; for the others only once they are shared. */
export function Decision({ consulting, tried }: ConsultingProps) {
  const { t } = useReader()
  const words = t.qualification.consulting.decision
  const { decision, seat, caseGiver, shared } = consulting
  if (!decision) return null
  if (seat !== "case-giver")
    return (
      <section aria-labelledby="mitnehmen" class="ff-part">
        <h2 id="mitnehmen">{words.of(caseGiver)}</h2>
        <p class="ff-lines">{decision.body || words.nothing}</p>
      </section>
    )
  const { body, version } = decision
  const form = formOf(tried, {
    at: AT,
    action: "decide",
    input: Input,
    labels: { body: words.label },
    fields: { body, version: String(version) },
  })
  return (
    <>
      <Card title={words.title} id={AT} icon="lock">
        <Newer form={form} text={words.conflict} level={3} />
        <Form
          action={consultingPath(consulting.id)}
          hidden={{ action: "decide", version: versionOf(form) }}
          keep={`beratungen-${consulting.id}-entscheidung-${versionOf(form)}`}
        >
          <Field
            {...field(form, "body")}
            {...idAt("body", AT)}
            type="textarea"
            rows={5}
            hint={shared ? words.hintShared : words.hint}
          />
          <div>
            <Button>{words.save}</Button>
          </div>
        </Form>
      </Card>
      {decision.body && (
        <div class="ff-print-only">
          <p>{words.title}</p>
          <p class="ff-lines">{decision.body}</p>
        </div>
      )}
    </>
  )
}
