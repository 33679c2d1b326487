import type { ConsultingView } from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import {
  Button,
  Card,
  errorFor,
  Field,
  type FieldError,
  Form,
  NewerVersion,
  useReader,
} from "../../../layout/index.ts"

export type TriedDecision = { body: string; errors: FieldError[]; isConflict: boolean }

/** The case giver's own words; for the others only once they are shared. */
export function Decision({ consulting, tried }: { consulting: ConsultingView; tried?: TriedDecision }) {
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
  return (
    <>
      <Card title={words.title} id="entscheidung" icon="lock">
        {tried?.isConflict && (
          <NewerVersion
            text={words.conflict}
            fields={compared({ body: words.label }, { body: decision.body }, { body: tried.body })}
            level={3}
          />
        )}
        <Form
          action={`/beratungen/${consulting.id}/entscheidung`}
          hidden={{ version: decision.version }}
          keep={`beratungen-${consulting.id}-entscheidung-${decision.version}`}
        >
          <Field
            type="textarea"
            rows={5}
            name="decision"
            label={words.label}
            hint={shared ? words.hintShared : words.hint}
            value={tried?.body ?? decision.body}
            maxlength={4000}
            optional
            {...errorFor(tried?.errors ?? [], "decision")}
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
