import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type BoardView,
  findBoard,
  findSession,
  type SessionView,
} from "../../../../server/qualification/index.ts"
import { LinkButton, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { Timer, TimerPhases } from "../timer/index.ts"
import { Entries } from "./entries.tsx"
import { SessionTrail, WhenAndWhere } from "./frame.tsx"
import { Course } from "./reading.tsx"

const config = { access: "signed-in", page: true } as const

/** What the room may see, in large type: no notes, no attendance. And the same on paper, to write on. */
export function projectorPages(app: App, site: Site): void {
  app.get(
    "/termine/:id/beamer",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const board = await findBoard(site.db, actor, params.id)
      const session = await findSession(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: `${t.qualification.sessions.projector}: ${session.title}`,
        current: "qualification",
        children: <Projection t={t} session={session} board={board} />,
      }))
    },
  )
  app.get(
    "/termine/:id/bogen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const board = await findBoard(site.db, actor, params.id)
      const session = await findSession(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: `${t.qualification.sessions.sheet}: ${session.title}`,
        current: "qualification",
        width: "reading",
        breadcrumb: <SessionTrail t={t} session={session} here={t.qualification.sessions.sheet} />,
        children: <Sheet t={t} session={session} board={board} />,
      }))
    },
  )
}

function Projection({ t, session, board }: { t: Texts; session: SessionView; board: BoardView }) {
  const words = t.qualification.sessions
  const live = `session:${session.id}`
  return (
    <div class="ff-projector">
      <PageTitle
        actions={
          <LinkButton
            href={
              session.part === "facilitator" ? `/termine/${session.id}/leitung` : `/termine/${session.id}`
            }
            kind="tertiary"
            small
          >
            {words.beamer.back}
          </LinkButton>
        }
      >
        {session.title}
      </PageTitle>
      <div class="ff-grid ff-grid--halves">
        <div id="uhr-live" data-live={live}>
          {session.timer ? (
            <>
              <Timer view={session.timer} />
              <TimerPhases view={session.timer} />
            </>
          ) : (
            <>
              <p class="ff-projector__wait">{words.beamer.notStarted}</p>
              <Course t={t} session={session} />
            </>
          )}
        </div>
        <section aria-labelledby="festgehalten-titel">
          <h2 id="festgehalten-titel">{words.entries}</h2>
          <div id="eintraege-live" data-live={live}>
            <Entries entries={board.entries} kind={session.kind} />
          </div>
        </section>
      </div>
    </div>
  )
}

function Sheet({ t, session, board }: { t: Texts; session: SessionView; board: BoardView }) {
  const words = t.qualification.sessions
  return (
    <>
      <PageTitle over={session.cohort.name} lead={<p>{words.sheetLead}</p>}>
        {session.title}
      </PageTitle>
      <WhenAndWhere t={t} session={session} />
      <h2>{words.agenda}</h2>
      <table class="ff-sheet">
        <thead>
          <tr>
            <th scope="col">{t.qualification.timer.laterMinutes}</th>
            <th scope="col">{words.agenda}</th>
            <th scope="col">{words.sheetNotes}</th>
          </tr>
        </thead>
        <tbody>
          {session.agenda.map(({ title, minutes }, index) => (
            <tr key={index}>
              <td>{minutes}</td>
              <th scope="row">{title}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {board.earlier.length > 0 && (
        <>
          <h2>{words.earlier}</h2>
          <ul>
            {board.earlier.map(({ id, body, person, done }) => (
              <li key={id}>
                {body} ({[person?.name, done ? words.done : words.open].filter(Boolean).join(", ")})
              </li>
            ))}
          </ul>
        </>
      )}
      {words.sheetEntries.map((title) => (
        <section key={title} class="ff-sheet-space">
          <h2>{title}</h2>
        </section>
      ))}
    </>
  )
}
