import type { BoardView } from "../../../../server/qualification/index.ts"
import { Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Props = {
  t: Texts
  board: BoardView
  /** Facilitators open every project, learners their own. */
  opensAll?: boolean
}

/** One line a learner, in the order of names. */
export function RoundTable({ t, board, opensAll = false }: Props) {
  const words = t.qualification.sessions.round
  return (
    <div class="ff-stacked ff-stacked--text">
      <Table
        caption={words.table}
        columns={[words.person, words.project, words.state, words.hurdle, words.request]}
      >
        {board.round.map(({ memberId, name, isMine, line }) => (
          <tr key={memberId}>
            <th scope="row">{name}</th>
            {line ? (
              <>
                <td data-label={words.project}>
                  {line.projectId && (opensAll || isMine) ? (
                    <a href={`/lernprojekte/${line.projectId}`}>{line.project}</a>
                  ) : (
                    line.project
                  )}
                </td>
                <td data-label={words.state}>{line.state}</td>
                <td data-label={words.hurdle}>{line.hurdle}</td>
                <td data-label={words.request}>{line.request}</td>
              </>
            ) : (
              <td colSpan={4} class="ff-muted">
                {words.missing}
              </td>
            )}
          </tr>
        ))}
      </Table>
    </div>
  )
}
