import {
  type BoardView,
  EditedEntry,
  type EntryView,
  type SessionView,
  SettledTask,
} from "../../../../server/qualification/meet.ts"
import { dayIn, wordsOf, yesOrNo } from "../../../compared.ts"
import { field, Newer, tick, versionOf } from "../../../form-state.tsx"
import { Disclosure, Field, Form, SubmitButton, TwoSteps, useReader } from "../../../layout/index.ts"
import { formOf, idAt, isRefused, type Tried } from "../../../page-forms.ts"
import { EntryInputs, entryLabels, kindOptions, peopleOptions } from "./entry-form.tsx"

/** The page that entries are changed on. */
export type Place = {
  session: SessionView
  people: BoardView["people"]
  tried: Tried | null
}
type Props = { entry: EntryView; place: Place }

const pathOf = ({ id }: EntryView) => `/termine/eintraege/${id}`

/** What can be done with an entry, where it stands. */
export function EntryActions(props: Props) {
  const { can } = props.entry
  return (
    <div class="ff-recorded__actions">
      {can.settle && <Settle {...props} />}
      {can.edit && <Edit {...props} />}
    </div>
  )
}

/** Whoever has the task, or the facilitator, says what came of it. */
function Settle({ entry, place }: Props) {
  const { t } = useReader()
  const words = t.qualification.sessions
  const { id: at, body, result, done, version } = entry
  const form = formOf(place.tried, {
    at,
    action: "settle",
    input: SettledTask,
    labels: { result: words.settle.result, done: words.settle.done },
    fields: { result, done: String(done || !result), version: String(version) },
  })
  // A box that is empty is not sent, but it is compared.
  const compared = { ...form, fields: { done: "false", ...form.fields } }
  return (
    <Disclosure
      summary={done || result ? words.settle.change : words.settle.summary}
      quiet
      open={isRefused(form)}
    >
      <Newer
        form={compared}
        text={words.entry.conflict}
        words={{ done: (value) => yesOrNo(t, value === "true") }}
        level={3}
      />
      <Form
        action={pathOf(entry)}
        hidden={{ action: "settle", version: versionOf(form), on: place.session.id }}
        keep={`eintrag-${at}-${versionOf(form)}`}
      >
        <Field {...field(form, "result")} {...idAt("result", at)} type="textarea" rows={3} />
        <Field {...tick(form, "done")} {...idAt("done", at)} type="checkbox" />
        <div>
          <SubmitButton small context={body}>
            {words.settle.save}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

function Edit({ entry, place }: Props) {
  const { t, locale } = useReader()
  const words = t.qualification.sessions
  const { id: at, kind, body, person, dueOn, version } = entry
  const { session, people, tried } = place
  const form = formOf(tried, {
    at,
    action: "save",
    input: EditedEntry,
    labels: entryLabels(t),
    fields: {
      kind,
      body,
      memberId: person?.memberId,
      dueOn: dueOn ?? undefined,
      version: String(version),
    },
  })
  return (
    <Disclosure summary={words.entry.edit} quiet open={isRefused(form)}>
      <Newer
        form={form}
        text={words.entry.conflict}
        words={{
          kind: wordsOf(kindOptions(t, session.kind)),
          memberId: wordsOf(peopleOptions(people)),
          dueOn: dayIn(locale),
        }}
        level={3}
      />
      <Form
        action={pathOf(entry)}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`eintrag-${at}-${versionOf(form)}-text`}
      >
        <EntryInputs kind={session.kind} people={people} form={form} at={at} />
        <div>
          <SubmitButton small context={body}>
            {words.settle.save}
          </SubmitButton>
        </div>
      </Form>
      <TwoSteps
        summary={words.entry.remove}
        text={words.entry.removeConfirm}
        action={pathOf(entry)}
        hidden={{ action: "remove" }}
        now={words.entry.removeNow}
        small
        context={body}
      />
    </Disclosure>
  )
}
