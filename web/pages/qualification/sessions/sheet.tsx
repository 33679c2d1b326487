import type { BoardView, SessionView } from "../../../../server/qualification/meet.ts"
import { PageTitle } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { SessionTrail, WhenAndWhere } from "./frame.tsx"

type Props = { t: Texts; session: SessionView; board: BoardView }

/** The session on paper, to write on. */
export function showSheet(t: Texts, session: SessionView, board: BoardView): Content {
  const { sheet } = t.qualification.sessions
  return {
    title: `${sheet}: ${session.title}`,
    current: "qualification",
    width: "reading",
    breadcrumb: <SessionTrail t={t} session={session} here={sheet} />,
    children: <Sheet t={t} session={session} board={board} />,
  }
}

function Sheet({ t, session, board }: Props) {
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
