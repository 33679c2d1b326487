import { type BoardView, ENTRY_KINDS, type SessionView } from "../../../../server/qualification/meet.ts"
import { choice, choices, type FormState, field } from "../../../form-state.tsx"
import { Field, useReader } from "../../../layout/index.ts"
import { idAt } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

type Props = {
  kind: SessionView["kind"]
  people: BoardView["people"]
  form: FormState
  /** Which entry it is. */
  at: string
}

export const entryLabels = (t: Texts) => {
  const { body, person, due } = t.qualification.sessions.entry
  return { kind: t.errors.labels.kind, body, memberId: person, dueOn: due }
}

/** One line: kind, words, and for a task person and date. */
export function EntryInputs({ kind, people, form, at }: Props) {
  const { t } = useReader()
  const words = t.qualification.sessions
  return (
    <>
      <div class="ff-kinds">
        <Field
          {...choices(form, "kind")}
          {...idAt("kind", at)}
          type="radios"
          options={kindOptions(t, kind)}
        />
      </div>
      <Field
        {...field(form, "body")}
        {...idAt("body", at)}
        autocomplete="off"
        data={{ "data-outbox-focus": "" }}
      />
      <div class="ff-form-row">
        <Field
          {...choice(form, "memberId")}
          {...idAt("memberId", at)}
          type="select"
          placeholder={words.entry.nobody}
          options={peopleOptions(people)}
        />
        <Field {...choice(form, "dueOn")} {...idAt("dueOn", at)} type="date" width="short" />
      </div>
      <p class="kern-hint">{words.entry.taskHint}</p>
    </>
  )
}

export const kindOptions = ({ qualification }: Texts, kind: Props["kind"]) =>
  ENTRY_KINDS.map((one) => ({ value: one, label: qualification.sessions.entryKinds[kind][one] }))

export const peopleOptions = (people: Props["people"]) =>
  people.map(({ memberId, name }) => ({ value: memberId, label: name }))
