import type { ComponentChildren } from "preact"
import type { BoardView, SessionView } from "../../../../server/qualification/meet.ts"
import { Card, DateTime, Icon } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Props = { t: Texts; session: SessionView; board: BoardView }

/** What must not be forgotten before everybody goes. */
export function Closing({ t, session, board }: Props) {
  const words = t.qualification.sessions.closing
  const given = board.entries.filter(({ kind, person }) => kind === "task" && person !== null).length
  const { next } = board
  return (
    <Card title={words.title} id="abschluss">
      <div id="abschluss-live" data-live={`session:${session.id}`}>
        <ul class="ff-closing">
          <Point isDone={given > 0} question={words.tasks}>
            {given > 0 ? words.tasksYes(given) : words.tasksNo}
          </Point>
          {board.agreement && (
            <Point isDone={board.agreement.open === 0} question={words.agreement}>
              {board.agreement.open === 0
                ? words.agreementAll
                : words.agreementOpen(board.agreement.submitted, board.agreement.open)}
            </Point>
          )}
          <Point isDone={next !== null} question={words.next}>
            {next ? (
              <>
                {next.title}, <DateTime value={next.startsAt} format="datetime" />
              </>
            ) : (
              words.nextNo
            )}
          </Point>
          <Point isDone={session.minutes !== null} question={words.minutes}>
            {session.minutes ? words.yes : words.minutesNo}
          </Point>
        </ul>
      </div>
    </Card>
  )
}

function Point(props: { isDone: boolean | null; question: string; children: ComponentChildren }) {
  const icon = props.isDone === null ? "question" : props.isDone ? "check-circle" : "warning"
  return (
    <li>
      <Icon name={icon} />
      <div>
        <p>{props.question}</p>
        <p class="ff-muted">{props.children}</p>
      </div>
    </li>
  )
}
