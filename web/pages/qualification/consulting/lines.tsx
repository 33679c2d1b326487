import { newId } from "../../../../server/kernel/database.ts"
import type { ConsultingView, LineKind, LineView } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  ActionButton,
  errorFor,
  Field,
  type FieldError,
  Form,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"

export const LINE_PATHS: Record<LineKind, string> = { hypothesis: "hypothesen", solution: "ideen" }
/** The phase that a kind of line is collected in. */
const OWN_PHASE: Record<LineKind, string> = { hypothesis: "hypotheses", solution: "solutions" }

type Props = {
  consulting: ConsultingView
  kind: LineKind
  lines: LineView[]
  ownerId: string
  /** A line that was refused comes back as it was typed. */
  tried?: { fields: Fields; errors: FieldError[] }
}

export function Lines({ consulting, kind, lines, ownerId, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.consulting.lines
  const own = lines.filter((line) => line.kind === kind)
  const isOpen = consulting.can.note.includes(kind) && consulting.phase === OWN_PHASE[kind]
  if (own.length === 0 && !isOpen && !tried && !consulting.ended) return null
  return (
    <section aria-labelledby={LINE_PATHS[kind]} class="ff-part">
      <h2 id={LINE_PATHS[kind]}>{words[kind]}</h2>
      {own.length === 0 ? (
        <p class="kern-hint">{words.empty}</p>
      ) : (
        <ul class="ff-recorded">
          {own.map((line) => (
            <li key={line.id} class="ff-consulting-line">
              <p class="ff-recorded__body">{line.body}</p>
              {line.can.remove && (
                <ActionButton
                  action={`/beratungen/zeilen/${line.id}/loeschen`}
                  confirm={words.removeConfirm}
                  context={line.body}
                >
                  {words.remove}
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {(isOpen || tried) && (
        <LineForm
          consulting={consulting}
          kind={kind}
          lines={lines}
          ownerId={ownerId}
          {...(tried && { tried })}
        />
      )}
    </section>
  )
}

function LineForm({ consulting, kind, ownerId, tried }: Props) {
  const { t } = useReader()
  const words = t.qualification.consulting.lines
  const name = `body-${kind}`
  return (
    <Form
      action={`/beratungen/${consulting.id}/${LINE_PATHS[kind]}`}
      idempotencyKey={(tried && textOf(tried.fields, "idempotencyKey")) || newId()}
      outbox={{ owner: ownerId }}
    >
      <Field
        name="body"
        id={`feld-${name}`}
        label={words.add[kind]}
        value={tried ? textOf(tried.fields, "body") : ""}
        maxlength={500}
        autocomplete="off"
        data={{ "data-outbox-focus": "" }}
        {...errorFor(tried?.errors ?? [], name)}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  )
}
