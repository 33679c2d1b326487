import {
  type BoardView,
  ENTRY_KINDS,
  type EntryView,
  type SessionView,
} from "../../../../server/qualification/index.ts"
import {
  ActionButton,
  Badge,
  Day,
  Disclosure,
  Field,
  Form,
  LinkButton,
  Meta,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"

type Kind = SessionView["kind"]

/** What was recorded, by kind. Without `back` it is read only, as on the projector. */
export function Entries({ entries, kind, back }: { entries: EntryView[]; kind: Kind; back?: string }) {
  const { t } = useReader()
  const words = t.qualification.sessions
  if (entries.length === 0) return <p class="kern-hint">{words.entriesEmpty}</p>
  return (
    <div class="ff-entries">
      {ENTRY_KINDS.map((one) => {
        const own = entries.filter((entry) => entry.kind === one)
        if (own.length === 0) return null
        return (
          <section key={one} aria-label={words.entryGroups[kind][one]}>
            <h3>{words.entryGroups[kind][one]}</h3>
            <EntryList entries={own} {...(back !== undefined && { back })} />
          </section>
        )
      })}
    </div>
  )
}

export function EntryList({
  entries,
  back,
  withSession = false,
}: {
  entries: EntryView[]
  back?: string
  withSession?: boolean
}) {
  const { t } = useReader()
  return (
    <ul class="ff-recorded" aria-label={t.qualification.sessions.entries}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} withSession={withSession} {...(back !== undefined && { back })} />
        </li>
      ))}
    </ul>
  )
}

function Entry({ entry, back, withSession }: { entry: EntryView; back?: string; withSession: boolean }) {
  const { t } = useReader()
  const words = t.qualification.sessions
  const { person, dueOn, done, result, kind } = entry
  return (
    <>
      <p class="ff-recorded__body">{entry.body}</p>
      {kind === "task" && (
        <div class="ff-row__foot">
          {done && (
            <Badge kind="success" icon="check">
              {words.done}
            </Badge>
          )}
          <Meta
            items={[
              person?.name,
              dueOn && (
                <span key="due">
                  {words.entry.until} <Day value={dueOn} />
                </span>
              ),
              withSession && words.from(entry.session.title),
            ]}
          />
        </div>
      )}
      {result && <p class="ff-recorded__result">{result}</p>}
      {back !== undefined && (
        <div class="ff-recorded__actions">
          {entry.can.settle && <Settle entry={entry} back={back} />}
          {entry.can.edit && (
            <>
              <LinkButton
                href={`/termine/eintraege/${entry.id}/bearbeiten`}
                kind="tertiary"
                small
                context={entry.body}
              >
                {words.entry.edit}
              </LinkButton>
              <ActionButton
                action={`/termine/eintraege/${entry.id}/loeschen`}
                hidden={{ back }}
                confirm={words.entry.removeConfirm}
                context={entry.body}
              >
                {words.entry.remove}
              </ActionButton>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** Whoever has the task, or the facilitator, says what came of it. */
function Settle({ entry, back }: { entry: EntryView; back: string }) {
  const { t } = useReader()
  const words = t.qualification.sessions.settle
  return (
    <Disclosure
      summary={entry.done || entry.result ? words.change : words.summary}
      quiet
      id={`task-${entry.id}`}
    >
      <Form
        action={`/termine/eintraege/${entry.id}/ergebnis`}
        hidden={{ version: entry.version, back }}
        keep={`eintrag-${entry.id}-${entry.version}`}
      >
        <ResultInputs result={entry.result} done={entry.done || !entry.result} suffix={`-${entry.id}`} />
        <div>
          <SubmitButton small context={entry.body}>
            {words.save}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

/** `suffix`: there are many of these forms on one page. */
export function ResultInputs({
  result,
  done,
  suffix = "",
}: {
  result: string
  done: boolean
  suffix?: string
}) {
  const { t } = useReader()
  const words = t.qualification.sessions.settle
  return (
    <>
      <Field
        type="textarea"
        rows={3}
        name="result"
        id={`feld-result${suffix}`}
        label={words.result}
        value={result}
        maxlength={2000}
        optional
      />
      <Field type="checkbox" name="done" id={`feld-done${suffix}`} label={words.done} checked={done} />
    </>
  )
}

/** Tasks of the time before, with their results. */
export function Earlier({ board, back }: { board: BoardView; back: string }) {
  const { t } = useReader()
  const words = t.qualification.sessions
  return board.earlier.length === 0 ? (
    <p class="kern-hint">{words.earlierEmpty}</p>
  ) : (
    <EntryList entries={board.earlier} back={back} withSession />
  )
}
