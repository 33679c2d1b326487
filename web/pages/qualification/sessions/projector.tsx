import type { BoardView, SessionView } from "../../../../server/qualification/meet.ts"
import { LinkButton, PageTitle } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { Timer, TimerPhases } from "../timer/index.ts"
import { Planned } from "./course.tsx"
import { Entries } from "./entries.tsx"

type Props = { t: Texts; session: SessionView; board: BoardView }

/** What the room may see, in large type: no notes, no attendance. */
export function showProjector(t: Texts, session: SessionView, board: BoardView): Content {
  return {
    title: `${t.qualification.sessions.projector}: ${session.title}`,
    current: "qualification",
    children: <Projection t={t} session={session} board={board} />,
  }
}

function Projection({ t, session, board }: Props) {
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
              <Planned t={t} session={session} />
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
