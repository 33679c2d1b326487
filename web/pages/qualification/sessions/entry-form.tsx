import { type BoardView, ENTRY_KINDS, type SessionView } from "../../../../server/qualification/index.ts"
import { type Fields, textOf } from "../../../forms.ts"
import { errorOf, Field, type FieldError, SubmitButton, useReader } from "../../../layout/index.ts"

type Props = {
  kind: SessionView["kind"]
  people: BoardView["people"]
  fields: Fields
  errors: FieldError[]
}

export const ENTRY_FIELDS = ["kind", "body", "memberId", "dueOn"] as const

/** One line: kind, words, and for a task person and date. */
export function EntryInputs({ kind, people, fields, errors }: Props) {
  const { t } = useReader()
  const words = t.qualification.sessions
  const labels = t.errors.labels
  const error = (name: string) => {
    const found = errorOf(errors, name)
    return found ? { error: found } : {}
  }
  return (
    <>
      <div class="ff-kinds">
        <Field
          type="radios"
          name="kind"
          label={labels.kind}
          values={[textOf(fields, "kind") || "decision"]}
          options={ENTRY_KINDS.map((one) => ({ value: one, label: words.entryKinds[kind][one] }))}
          {...error("kind")}
        />
      </div>
      <Field
        name="body"
        label={words.entry.body}
        value={textOf(fields, "body")}
        maxlength={500}
        autocomplete="off"
        data={{ "data-outbox-focus": "" }}
        {...error("body")}
      />
      <div class="ff-form-row">
        <Field
          type="select"
          name="memberId"
          label={words.entry.person}
          value={textOf(fields, "memberId")}
          placeholder={words.entry.nobody}
          options={people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          optional
          {...error("memberId")}
        />
        <Field
          type="date"
          name="dueOn"
          label={words.entry.due}
          value={textOf(fields, "dueOn")}
          width="short"
          optional
          {...error("dueOn")}
        />
      </div>
      <p class="kern-hint">{words.entry.taskHint}</p>
    </>
  )
}

export function SaveEntry() {
  const { t } = useReader()
  return (
    <div>
      <SubmitButton>{t.qualification.sessions.entry.save}</SubmitButton>
    </div>
  )
}
