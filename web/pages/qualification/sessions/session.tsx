import type { ComponentChildren } from "preact"
import type { Actor } from "../../../../server/kernel/actor.ts"
import { newId } from "../../../../server/kernel/database.ts"
import { listStepFiles, type RoleRow, type StepFilesView } from "../../../../server/qualification/core.ts"
import {
  type BoardView,
  findBoard,
  findSession,
  type SessionView,
} from "../../../../server/qualification/meet.ts"
import { type EarlierLesson, lessonsForSession } from "../../../../server/qualification/outcome.ts"
import { listProjects } from "../../../../server/qualification/work.ts"
import type { Ask } from "../../../form-pages.ts"
import { Alert, Badge, Card, ErrorSummary, LinkButton, PageTitle, Prose } from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { StepFiles } from "../files/index.ts"
import { LessonsCard } from "../retrospectives/index.ts"
import { StepSheets } from "../sheets/links.tsx"
import { ownRequest, Tools } from "../tools.tsx"
import { ConsultingCard } from "./consulting-card.tsx"
import { AgendaCard, ClockCard } from "./course.tsx"
import { Earlier, Entries, EntryList } from "./entries.tsx"
import { SessionTrail, WhenAndWhere } from "./frame.tsx"
import { PhotoForm, Photos } from "./photos.tsx"
import { Round } from "./round.tsx"

type Props = {
  t: Texts
  session: SessionView
  board: BoardView | null
  files: StepFilesView | null
  lessons: EarlierLesson[]
  projects: { id: string; title: string }[]
  tried: Tried | null
  actor: Actor
  request: RoleRow["request"]
}

/** A session for everybody in the cohort; managers see the date and what was released to them. */
export async function showSession({ t, db, actor }: Ask, id: string, tried: Tried | null): Promise<Content> {
  const session = await findSession(db, actor, id)
  const board = session.part === "manager" ? null : await findBoard(db, actor, id)
  const isInRound = board?.round.some(({ isMine }) => isMine)
  const projects = isInRound ? await listProjects(db, actor, session.cohort.id) : []
  const props = {
    t,
    session,
    board,
    files: board && (await listStepFiles(db, actor, id)),
    lessons: await lessonsForSession(db, actor, id),
    projects: projects.filter(({ isOwn }) => isOwn),
    tried,
    actor,
    request: await ownRequest({ db, actor }, session.cohort.id, session.features, session.part === "learner"),
  }
  return {
    title: session.title,
    current: "qualification",
    breadcrumb: <SessionTrail t={t} session={session} />,
    children: <Session {...props} />,
  }
}

function Session(props: Props) {
  const { t, session, board, tried } = props
  const words = t.qualification.sessions
  const path = `/termine/${session.id}`
  const lead = session.part === "facilitator" && (
    <>
      {session.cancelled ? (
        <LinkButton href={`${path}/aendern`}>{t.qualification.cohortDates.moving.restore}</LinkButton>
      ) : (
        <LinkButton href={`${path}/leitung`} kind="primary">
          {words.lead}
        </LinkButton>
      )}
      <LinkButton href={`${path}/bogen`} icon="print">
        {words.sheet}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageTitle over={words.kinds[session.kind]} actions={lead}>
        {session.title} {session.cancelled && <Badge kind="neutral">{words.cancelled}</Badge>}
      </PageTitle>
      <ErrorSummary errors={errorsOf(tried)} />
      <WhenAndWhere t={t} session={session} />
      {session.minutes && (
        <p>
          <LinkButton href={`${path}/protokoll`} icon="check-circle">
            {words.minutes.read}
          </LinkButton>
        </p>
      )}
      {board ? (
        <InGroup {...props} board={board} />
      ) : (
        <Alert kind="info">
          <p>{words.managerNote}</p>
        </Alert>
      )}
    </>
  )
}

type GroupProps = Props & { board: BoardView }

/** While it runs, whoever joins late sees first where people are and what they have put down. */
function InGroup(props: GroupProps) {
  const { t, session } = props
  const recorded = <Recorded {...props} />
  return (
    <div class="ff-led">
      <ClockCard t={t} session={session} />
      <div class="ff-led__main">
        {session.timer && recorded}
        <Prepared {...props} />
        {!session.timer && recorded}
        <Before {...props} />
      </div>
      <aside class="ff-led__beside">
        <AgendaCard t={t} session={session} />
        <ConsultingCard t={t} session={session} />
      </aside>
    </div>
  )
}

function Recorded({ t, session, board }: GroupProps) {
  return (
    <Card title={t.qualification.sessions.entries} id="festgehalten">
      <div id="eintraege-live" data-live={`session:${session.id}`}>
        <Entries entries={board.entries} kind={session.kind} />
      </div>
    </Card>
  )
}

/** What it is about, and what each brings along. */
function Prepared(props: GroupProps) {
  const { t, session, board, lessons, tried, actor, request } = props
  const words = t.qualification.sessions
  const isLearner = session.part === "learner"
  const own = [...board.earlier, ...board.entries].filter(({ can, kind }) => kind === "task" && can.settle)
  const place = { session, people: board.people, tried }
  return (
    <>
      <Tools
        t={t}
        cohortId={session.cohort.id}
        features={session.features}
        learns={isLearner}
        actor={actor}
        request={request}
      />
      <Contents t={t} session={session} />
      <StepSheets cohortId={session.cohort.id} step={session} />
      <LessonsCard t={t} lessons={lessons} cohortId={session.cohort.id} />
      {session.kind === "meeting" && <Round {...props} />}
      {isLearner && own.length > 0 && (
        <Card title={words.own} id="eigene-aufgaben">
          <EntryList entries={own} place={place} withSession />
        </Card>
      )}
    </>
  )
}

function Before({ t, session, board, files, actor }: GroupProps) {
  const words = t.qualification.sessions
  const path = `/termine/${session.id}`
  const back = `${path}#fotos`
  return (
    <>
      {board.earlier.length > 0 && (
        <Card title={words.earlier} id="davor">
          <Earlier entries={board.earlier} />
        </Card>
      )}
      <Card title={words.photos.title} id="fotos">
        <div id="fotos-live" data-live={`session:${session.id}`}>
          <Photos photos={board.photos} back={back} />
        </div>
        <PhotoForm sessionId={session.id} ownerId={actor.id} idempotencyKey={newId()} back={back} />
      </Card>
      {files && <StepFiles stepId={session.id} files={files} path={path} readerId={actor.id} />}
    </>
  )
}

function Contents({ t, session }: { t: Texts; session: SessionView }): ComponentChildren {
  const words = t.qualification.sessions
  const parts = [
    ["inhalte", words.contents, session.html.contents],
    ["vorbereitung", words.preparation, session.html.tasks],
    ["materialien", words.materials, session.html.materials],
    ["hinweise", words.guidance, session.html.guidance],
  ] as const
  return parts.map(
    ([id, title, html]) =>
      html && (
        <section key={id} aria-labelledby={`${id}-titel`} class="ff-part">
          <h2 id={`${id}-titel`}>{title}</h2>
          <Prose html={html} level={3} />
        </section>
      ),
  )
}
