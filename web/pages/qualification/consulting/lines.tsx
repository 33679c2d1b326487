import { newId } from "../../../../server/kernel/database.ts"
import { type LineKind, NewLine } from "../../../../server/qualification/meet.ts"
import { field } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Field, Form, SubmitButton, TwoSteps, useReader } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import { consultingPath } from "./frame.tsx"
import type { ConsultingProps } from "./props.ts"

export const LINE_ANCHORS: Record<LineKind, string> = { hypothesis: "hypothesen", solution: "ideen" }
/** The phase that a kind of line is collected in. */
const OWN_PHASE: Record<LineKind, string> = { hypothesis: "hypotheses", solution: "solutions" }

type Props = ConsultingProps & { kind: LineKind }

export function Lines(props: Props) {
  const { consulting, kind, tried } = props
  const { t } = useReader()
  const words = t.qualification.consulting.lines
  const own = (consulting.lines ?? []).filter((line) => line.kind === kind)
  const isOpen = consulting.can.note.includes(kind) && consulting.phase === OWN_PHASE[kind]
  const form = formOf(tried, {
    at: kind,
    action: "add",
    input: NewLine,
    labels: { body: words.add[kind] },
    fields: {},
  })
  const isShown = isOpen || isRefused(form)
  if (own.length === 0 && !isShown && !consulting.ended) return null
  const anchor = LINE_ANCHORS[kind]
  const path = `${consultingPath(consulting.id)}/zeilen`
  return (
    <section aria-labelledby={anchor} class="ff-part">
      <h2 id={anchor}>{words[kind]}</h2>
      {own.length === 0 ? (
        <p class="kern-hint">{words.empty}</p>
      ) : (
        <ul class="ff-recorded">
          {own.map((line) => (
            <li key={line.id} class="ff-consulting-line">
              <p class="ff-recorded__body">{line.body}</p>
              {line.can.remove && (
                <TwoSteps
                  summary={words.remove}
                  text={words.removeText}
                  action={path}
                  hidden={{ action: "remove", lineId: line.id }}
                  now={words.removeNow}
                  small
                  context={line.body}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isShown && (
        <Form
          action={path}
          hidden={{ action: "add", kind }}
          idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
          outbox={{ owner: props.ownerId }}
        >
          <Field
            {...field(form, "body")}
            {...idAt("body", kind)}
            autocomplete="off"
            data={{ "data-outbox-focus": "" }}
          />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
