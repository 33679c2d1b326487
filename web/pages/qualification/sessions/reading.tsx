import type { ComponentChildren } from "preact"
import type { Actor } from "../../../../server/kernel/actor.ts"
import { newId } from "../../../../server/kernel/database.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { showMarkdown } from "../../../../server/kernel/markdown.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type BoardView,
  type EarlierLesson,
  findBoard,
  findSession,
  lessonsForSession,
  type SessionView,
} from "../../../../server/qualification/index.ts"
import { Alert, Badge, Card, LinkButton, PageTitle, Prose } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { LessonsCard } from "../retrospectives/index.ts"
import { Timer, TimerPhases } from "../timer/index.ts"
import { Tools } from "../tools.tsx"
import { ConsultingCard } from "./consulting-card.tsx"
import { Earlier, Entries, EntryList } from "./entries.tsx"
import { SessionTrail, WhenAndWhere } from "./frame.tsx"
import { PhotoForm, Photos } from "./photos.tsx"
import { RoundTable } from "./round-table.tsx"

type Props = {
  t: Texts
  session: SessionView
  board: BoardView | null
  lessons: EarlierLesson[]
  actor: Actor
}

/** The page of a session for everybody in the cohort; managers see the date and what was released to them. */
export function readingPages(app: App, site: Site): void {
  app.get(
    "/termine/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const session = await findSession(site.db, actor, params.id)
      const board = session.part === "manager" ? null : await findBoard(site.db, actor, params.id)
      const lessons = await lessonsForSession(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: session.title,
        current: "qualification",
        breadcrumb: <SessionTrail t={t} session={session} />,
        children: <Session t={t} session={session} board={board} lessons={lessons} actor={actor} />,
      }))
    },
  )
}

function Session({ t, session, board, lessons, actor }: Props) {
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
      <WhenAndWhere t={t} session={session} />
      {session.minutes && (
        <p>
          <LinkButton href={`${path}/protokoll`} icon="check-circle">
            {words.minutes.read}
          </LinkButton>
        </p>
      )}
      {board ? (
        <Columns
          isRunning={session.timer !== null}
          course={
            <>
              <div id="ablauf" data-live={`session:${session.id}`}>
                <Course t={t} session={session} />
              </div>
              <ConsultingCard t={t} session={session} />
            </>
          }
        >
          <Board t={t} session={session} board={board} lessons={lessons} actor={actor} />
        </Columns>
      ) : (
        <Alert kind="info">
          <p>{words.managerNote}</p>
        </Alert>
      )}
    </>
  )
}

/** On a phone the agenda comes first while it runs, so that who joins late sees where people are. */
function Columns(props: { isRunning: boolean; course: ComponentChildren; children: ComponentChildren }) {
  const course = <aside>{props.course}</aside>
  return (
    <div class={props.isRunning ? "ff-columns ff-columns--led" : "ff-columns"}>
      {props.isRunning && course}
      <div>{props.children}</div>
      {!props.isRunning && course}
    </div>
  )
}

/** How the agenda runs, or how it is planned. */
export function Course({ t, session }: { t: Texts; session: SessionView }) {
  const words = t.qualification
  const { timer, agenda } = session
  return (
    <Card title={words.sessions.agenda} id="tagesordnung" icon="clock">
      {timer ? (
        <>
          <Timer view={timer} level={3} />
          <TimerPhases view={timer} />
        </>
      ) : (
        <ol class="ff-phases">
          {agenda.map(({ title, minutes }, index) => (
            <li key={index} class="ff-phases__item">
              <span class="ff-phases__title">{title}</span>
              <span class="ff-phases__minutes">{words.timer.minutes(minutes)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Board({ t, session, board, lessons, actor }: Props & { board: BoardView }) {
  const words = t.qualification.sessions
  const path = `/termine/${session.id}`
  const live = `session:${session.id}`
  const own = [...board.earlier, ...board.entries].filter(({ can, kind }) => kind === "task" && can.settle)
  const isLearner = session.part === "learner"
  return (
    <>
      <Tools
        t={t}
        cohortId={session.cohort.id}
        features={session.features}
        learns={isLearner}
        actor={actor}
      />
      <Contents t={t} session={session} />
      <LessonsCard t={t} lessons={lessons} cohortId={session.cohort.id} />
      {session.kind === "meeting" && (
        <Card title={words.round.title} id="runde">
          <div id="runde-live" data-live={live}>
            <RoundTable t={t} board={board} opensAll={session.part === "facilitator"} />
          </div>
          {isLearner && (
            <LinkButton href={`${path}/runde`} icon="edit">
              {board.round.some(({ isMine, line }) => isMine && line) ? words.round.change : words.round.edit}
            </LinkButton>
          )}
        </Card>
      )}
      {isLearner && own.length > 0 && (
        <Card title={words.own} id="eigene-aufgaben">
          <EntryList entries={own} back={`${path}#eigene-aufgaben`} withSession />
        </Card>
      )}
      <Card title={words.entries} id="festgehalten">
        <div id="eintraege-live" data-live={live}>
          <Entries entries={board.entries} kind={session.kind} />
        </div>
      </Card>
      {board.earlier.length > 0 && (
        <Card title={words.earlier} id="davor">
          <Earlier board={{ ...board, earlier: board.earlier.map(readOnly) }} back={path} />
        </Card>
      )}
      <Card title={words.photos.title} id="fotos">
        <div id="fotos-live" data-live={live}>
          <Photos photos={board.photos} back={`${path}#fotos`} />
        </div>
        <PhotoForm
          sessionId={session.id}
          ownerId={actor.id}
          idempotencyKey={newId()}
          back={`${path}#fotos`}
        />
      </Card>
    </>
  )
}

/** What one settles stands under the own tasks already. */
const readOnly = (entry: BoardView["earlier"][number]) => {
  return { ...entry, can: { edit: false, settle: false } }
}

function Contents({ t, session }: { t: Texts; session: SessionView }) {
  const words = t.qualification.sessions
  const parts = [
    ["inhalte", words.contents, session.contents],
    ["hinweise", words.guidance, session.guidance],
    ["vorbereitung", words.preparation, session.tasks],
    ["materialien", words.materials, session.materials],
  ] as const
  return (
    <>
      {parts.map(
        ([id, title, text]) =>
          text && (
            <section key={id} aria-labelledby={`${id}-titel`} class="ff-part">
              <h2 id={`${id}-titel`}>{title}</h2>
              <Prose html={showMarkdown(text)} level={3} />
            </section>
          ),
      )}
    </>
  )
}
