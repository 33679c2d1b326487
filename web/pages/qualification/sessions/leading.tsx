import type { Actor } from "../../../../server/kernel/actor.ts"
import type { Db } from "../../../../server/kernel/database.ts"
import { newId } from "../../../../server/kernel/database.ts"
import { dayOf, today } from "../../../../server/kernel/time.ts"
import { findCohort, listAttendances } from "../../../../server/qualification/core.ts"
import {
  type BoardView,
  findBoard,
  findNotes,
  findSession,
  NewEntry,
  Notes,
  type SessionView,
} from "../../../../server/qualification/meet.ts"
import { type EarlierLesson, lessonsForSession } from "../../../../server/qualification/outcome.ts"
import type { Ask } from "../../../form-pages.ts"
import { field, Newer, versionOf } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  Button,
  Card,
  Disclosure,
  ErrorSummary,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { errorsOf, formOf, idAt, type Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { LessonsCard } from "../retrospectives/index.ts"
import { StepSheets } from "../sheets/links.tsx"
import { Tools } from "../tools.tsx"
import { Attendance, type Present } from "./attendance.tsx"
import { Closing } from "./closing.tsx"
import { ConsultingCard } from "./consulting-card.tsx"
import { AgendaCard, ClockCard } from "./course.tsx"
import { Earlier, Entries } from "./entries.tsx"
import { EntryInputs, entryLabels } from "./entry-form.tsx"
import { SessionTrail, WhenAndWhere } from "./frame.tsx"
import { PhotoForm, Photos } from "./photos.tsx"
import { Round } from "./round.tsx"

type Props = {
  t: Texts
  session: SessionView
  board: BoardView
  present: Present[] | null
  lessons: EarlierLesson[]
  notes: Notes
  tried: Tried | null
  actor: Actor
}

/** The one screen to hold a workshop or a meeting, with what was refused on it. */
export async function showLeading({ t, db, actor }: Ask, id: string, tried: Tried | null): Promise<Content> {
  const notes = await findNotes(db, actor, id)
  const session = await findSession(db, actor, id)
  const words = t.qualification.sessions
  const props = {
    t,
    session,
    board: await findBoard(db, actor, id),
    present: await presentIn(db, actor, session),
    lessons: await lessonsForSession(db, actor, id),
    notes,
    tried,
    actor,
  }
  return {
    title: `${words.lead}: ${session.title}`,
    current: "qualification",
    breadcrumb: <SessionTrail t={t} session={session} here={words.lead} />,
    children: <Leading {...props} />,
  }
}

/** The learners, and who of them was recorded. */
async function presentIn(db: Db, actor: Actor, session: SessionView): Promise<Present[] | null> {
  if (dayOf(new Date(session.startsAt)) > today() || session.cancelled) return null
  const { people } = await findCohort(db, actor, session.cohort.id)
  const all = await listAttendances(db, actor, session.cohort.id)
  return people
    .filter(({ part }) => part === "learner")
    .map(({ memberId, name }) => {
      const found = all.find((one) => one.stepId === session.id && one.memberId === memberId)
      return { memberId, name, state: found?.state ?? null }
    })
}

/** Everything within reach while people are in the room: the timer and the line to record, first of all. */
function Leading(props: Props) {
  const { t, session, board, tried } = props
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
      <ErrorSummary errors={errorsOf(tried)} />
      <div class="ff-led">
        <ClockCard t={t} session={session} action={`${path}/uhr`} />
        <div class="ff-led__main">
          <Recording {...props} />
          <Recorded {...props} />
          {session.kind === "meeting" && <Round t={t} session={session} board={board} />}
          <Tools
            t={t}
            cohortId={session.cohort.id}
            features={session.features}
            learns={false}
            actor={props.actor}
          />
          <StepSheets cohortId={session.cohort.id} step={session} />
          <PhotoCard {...props} />
          <LessonsCard t={t} lessons={props.lessons} cohortId={session.cohort.id} />
          <NotesCard {...props} />
          <Attendance {...props} />
          <Closing {...props} />
        </div>
        <aside class="ff-led__beside">
          <Agenda {...props} />
          <ConsultingCard t={t} session={session} />
          {session.kind === "meeting" && (
            <Card title={words.whenAndWhere} id="teilnehmen">
              <WhenAndWhere t={t} session={session} />
            </Card>
          )}
        </aside>
      </div>
    </>
  )
}

function Agenda({ t, session }: Props) {
  return (
    <AgendaCard t={t} session={session}>
      {session.timer?.state !== "ended" && (
        <div>
          <LinkButton href={`/termine/${session.id}/tagesordnung`} kind="tertiary" small icon="edit">
            {t.qualification.sessions.agendaEdit.link}
          </LinkButton>
        </div>
      )}
    </AgendaCard>
  )
}

function Recording({ t, session, board, tried, actor }: Props) {
  const words = t.qualification.sessions.entry
  const at = "neu"
  const form = formOf(tried, {
    at,
    input: NewEntry,
    labels: entryLabels(t),
    fields: { kind: "decision", idempotencyKey: newId() },
  })
  return (
    <Card title={words.title} id="festhalten" icon="edit">
      <Form
        action={`/termine/${session.id}/eintraege`}
        idempotencyKey={textOf(form.fields, "idempotencyKey")}
        outbox={{ owner: actor.id }}
      >
        <EntryInputs kind={session.kind} people={board.people} form={form} at={at} />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

function Recorded({ t, session, board, tried }: Props) {
  const words = t.qualification.sessions
  const place = { session, people: board.people, tried }
  const live = `session:${session.id}`
  return (
    <>
      <Card title={words.entries} id="festgehalten">
        <div id="eintraege-live" data-live={live}>
          <Entries entries={board.entries} kind={session.kind} place={place} />
        </div>
      </Card>
      <Card title={words.earlier} id="davor">
        <div id="davor-live" data-live={live}>
          <Earlier entries={board.earlier} place={place} />
        </div>
      </Card>
    </>
  )
}

function PhotoCard({ t, session, board, actor }: Props) {
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

function NotesCard({ t, session, notes: { body, version }, tried, actor }: Props) {
  const words = t.qualification.sessions.notes
  const at = "notizen"
  const form = formOf(tried, {
    at,
    input: Notes,
    labels: { body: words.body },
    fields: { body, version: String(version) },
  })
  return (
    <Card title={words.title} id="notizen" icon="lock">
      <Newer form={form} text={words.conflict} level={3} />
      <Form
        action={`/termine/${session.id}/notizen`}
        hidden={{ version: versionOf(form) }}
        outbox={{ owner: actor.id, replaces: true, auto: true }}
      >
        <Field {...field(form, "body")} {...idAt("body", at)} type="textarea" rows={6} hint={words.hint} />
        <div>
          <Button>{words.save}</Button>
        </div>
      </Form>
    </Card>
  )
}
