import type { Locale } from "../../../../server/kernel/actor.ts"
import { type BoardView, ENTRY_KINDS, type SessionView } from "../../../../server/qualification/index.ts"
import { compared, dayIn, wordsOf } from "../../../compared.ts"
import { type Fields, textOf } from "../../../forms.ts"
import { errorOf, Field, type FieldError, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

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
          options={kindOptions(t, kind)}
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
          options={peopleOptions(people)}
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

/** An entry as it is stored beside what was typed. */
export function comparedEntries(
  t: Texts,
  locale: Locale,
  kind: Props["kind"],
  people: Props["people"],
  stored: Fields,
  mine: Fields,
) {
  const { body, person, due } = t.qualification.sessions.entry
  const labels = { kind: t.errors.labels.kind, body, memberId: person, dueOn: due }
  return compared(labels, stored, mine, {
    kind: wordsOf(kindOptions(t, kind)),
    memberId: wordsOf(peopleOptions(people)),
    dueOn: dayIn(locale),
  })
}

const kindOptions = ({ qualification }: Texts, kind: Props["kind"]) =>
  ENTRY_KINDS.map((one) => ({ value: one, label: qualification.sessions.entryKinds[kind][one] }))

const peopleOptions = (people: Props["people"]) =>
  people.map(({ memberId, name }) => ({ value: memberId, label: name }))
