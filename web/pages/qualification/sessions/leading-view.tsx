import type { Actor } from "../../../../server/kernel/actor.ts"
import { newId } from "../../../../server/kernel/database.ts"
import type { BoardView, EarlierLesson, SessionView } from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Button,
  Card,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { LessonsCard } from "../retrospectives/index.ts"
import { Timer, TimerPhases, TimerStart } from "../timer/index.ts"
import { Tools } from "../tools.tsx"
import { Attendance, type Present } from "./attendance.tsx"
import { Closing } from "./closing.tsx"
import { ConsultingCard } from "./consulting-card.tsx"
import { Earlier, Entries } from "./entries.tsx"
import { EntryInputs, SaveEntry } from "./entry-form.tsx"
import { WhenAndWhere } from "./frame.tsx"
import { PhotoForm, Photos } from "./photos.tsx"
import { RoundTable } from "./round-table.tsx"

export type LeadingProps = {
  t: Texts
  session: SessionView
  board: BoardView
  /** Null before the day: nobody can be there yet. */
  present: Present[] | null
  lessons: EarlierLesson[]
  notes: { body: string; version: number }
  /** What another window saved while these notes were written. */
  newerNotes: string | undefined
  entry: Fields
  errors: FieldError[]
  actor: Actor
}

/** Everything within reach while people are in the room: the timer and the line to record, first of all. */
export function Leading(props: LeadingProps) {
  const { t, session, errors } = props
  const words = t.qualification.sessions
  const path = `/termine/${session.id}`
  const actions = (
    <>
      <LinkButton href={`${path}/beamer`} newWindow>
        {words.projector}
      </LinkButton>
      <LinkButton href={`${path}/bogen`} kind="tertiary" icon="print">
        {words.sheet}
      </LinkButton>
      <LinkButton href={`${path}/protokoll#entwurf`} kind="tertiary" icon="edit">
        {words.minutes.write}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageTitle over={words.kinds[session.kind]} actions={actions}>
        {session.title}
      </PageTitle>
      <ErrorSummary errors={errors} />
      <div class="ff-columns ff-columns--led">
        <aside>
          <TimerCard t={t} session={session} />
          <ConsultingCard t={t} session={session} />
          {session.kind === "meeting" && (
            <Card title={words.whenAndWhere} id="teilnehmen">
              <WhenAndWhere t={t} session={session} />
            </Card>
          )}
        </aside>
        <div>
          <Recording {...props} />
          {session.kind === "meeting" && <Round {...props} />}
          <Recorded {...props} />
          <Tools
            t={t}
            cohortId={session.cohort.id}
            features={session.features}
            learns={false}
            actor={props.actor}
          />
          <PhotoCard {...props} />
          <LessonsCard t={t} lessons={props.lessons} cohortId={session.cohort.id} />
          <NotesCard {...props} />
          <Attendance {...props} />
          <Closing {...props} />
        </div>
      </div>
    </>
  )
}

function TimerCard({ t, session }: { t: Texts; session: SessionView }) {
  const words = t.qualification
  const action = `/termine/${session.id}/uhr`
  const { timer, agenda } = session
  return (
    <Card title={words.sessions.agenda} id="ablauf" icon="clock">
      <div id="ablauf-live" data-live={`session:${session.id}`}>
        {timer ? (
          <>
            <Timer view={timer} action={action} level={3} />
            <TimerPhases view={timer} />
          </>
        ) : (
          <>
            <TimerStart action={action} />
            <ol class="ff-phases">
              {agenda.map(({ title, minutes }, index) => (
                <li key={index} class="ff-phases__item">
                  <span class="ff-phases__title">{title}</span>
                  <span class="ff-phases__minutes">{words.timer.minutes(minutes)}</span>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
      {timer?.state !== "ended" && (
        <div>
          <LinkButton href={`/termine/${session.id}/tagesordnung`} kind="tertiary" small icon="edit">
            {words.sessions.agendaEdit.link}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}

function Recording({ t, session, board, entry, errors, actor }: LeadingProps) {
  const words = t.qualification.sessions
  return (
    <Card title={words.entry.title} id="festhalten" icon="edit">
      <Form
        action={`/termine/${session.id}/eintraege`}
        idempotencyKey={textOf(entry, "idempotencyKey")}
        outbox={{ owner: actor.id }}
      >
        <EntryInputs kind={session.kind} people={board.people} fields={entry} errors={errors} />
        <SaveEntry />
      </Form>
    </Card>
  )
}

function Recorded({ t, session, board }: LeadingProps) {
  const words = t.qualification.sessions
  const path = `/termine/${session.id}/leitung`
  return (
    <>
      <Card title={words.entries} id="festgehalten">
        <div id="eintraege-live" data-live={`session:${session.id}`}>
          <Entries entries={board.entries} kind={session.kind} back={`${path}#festgehalten`} />
        </div>
      </Card>
      <Card title={words.earlier} id="davor">
        <div id="davor-live" data-live={`session:${session.id}`}>
          <Earlier board={board} back={`${path}#davor`} />
        </div>
      </Card>
    </>
  )
}

function Round({ t, session, board }: LeadingProps) {
  const words = t.qualification.sessions
  return (
    <Card title={words.round.title} id="runde">
      <div id="runde-live" data-live={`session:${session.id}`}>
        <RoundTable t={t} board={board} opensAll />
      </div>
    </Card>
  )
}

function PhotoCard({ t, session, board, actor }: LeadingProps) {
  const words = t.qualification.sessions.photos
  const back = `/termine/${session.id}/leitung#fotos`
  return (
    <Card title={words.title} id="fotos">
      <div id="fotos-live" data-live={`session:${session.id}`}>
        <Photos photos={board.photos} back={back} />
      </div>
      <Disclosure summary={words.add} quiet>
        <PhotoForm sessionId={session.id} ownerId={actor.id} idempotencyKey={newId()} back={back} />
      </Disclosure>
    </Card>
  )
}

function NotesCard({ t, session, notes, newerNotes, errors, actor }: LeadingProps) {
  const words = t.qualification.sessions.notes
  return (
    <Card title={words.title} id="notizen" icon="lock">
      {newerNotes !== undefined && (
        <NewerVersion
          text={words.conflict}
          fields={compared({ body: words.body }, { body: newerNotes }, { body: notes.body })}
          level={3}
        />
      )}
      <Form
        action={`/termine/${session.id}/notizen`}
        hidden={{ version: notes.version }}
        outbox={{ owner: actor.id, replaces: true, auto: true }}
      >
        <Field
          type="textarea"
          rows={6}
          name="body"
          id="feld-notizen"
          label={words.body}
          hint={words.hint}
          value={notes.body}
          maxlength={20_000}
          optional
          {...errorFor(errors, "notizen")}
        />
        <div>
          <Button>{words.save}</Button>
        </div>
      </Form>
    </Card>
  )
}
