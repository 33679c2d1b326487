import { ENTRY_KINDS, type EntryView, type SessionView } from "../../../../server/qualification/meet.ts"
import { Badge, Day, Meta, useReader } from "../../../layout/index.ts"
import { EntryActions, type Place } from "./entry-actions.tsx"

type Kind = SessionView["kind"]

/** What was recorded, by kind. Without `place` it is read only, as on the projector. */
export function Entries({ entries, kind, place }: { entries: EntryView[]; kind: Kind; place?: Place }) {
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
            <EntryList entries={own} {...(place && { place })} />
          </section>
        )
      })}
    </div>
  )
}

type ListProps = { entries: EntryView[]; place?: Place; withSession?: boolean }

export function EntryList({ entries, place, withSession = false }: ListProps) {
  const { t } = useReader()
  return (
    <ul class="ff-recorded" aria-label={t.qualification.sessions.entries}>
      {entries.map((entry) => (
        <li key={entry.id} {...(place && { id: `eintrag-${entry.id}` })}>
          <Entry entry={entry} withSession={withSession} />
          {place && <EntryActions entry={entry} place={place} />}
        </li>
      ))}
    </ul>
  )
}

function Entry({ entry, withSession }: { entry: EntryView; withSession: boolean }) {
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
    </>
  )
}

/** Tasks of the time before, with their results. */
export function Earlier({ entries, place }: { entries: EntryView[]; place?: Place }) {
  const { t } = useReader()
  const words = t.qualification.sessions
  return entries.length === 0 ? (
    <p class="kern-hint">{words.earlierEmpty}</p>
  ) : (
    <EntryList entries={entries} withSession {...(place && { place })} />
  )
}
