import type { BoardView } from "../../../../server/qualification/index.ts"
import { Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** One line a learner, in the order of names. */
export function RoundTable({ t, board }: { t: Texts; board: BoardView }) {
  const words = t.qualification.sessions.round
  return (
    <Table
      caption={words.title}
      columns={[words.person, words.project, words.state, words.hurdle, words.request]}
    >
      {board.round.map(({ memberId, name, line }) => (
        <tr key={memberId}>
          <th scope="row">{name}</th>
          {line ? (
            <>
              <td>{line.project}</td>
              <td>{line.state}</td>
              <td>{line.hurdle}</td>
              <td>{line.request}</td>
            </>
          ) : (
            <td colSpan={4} class="ff-muted">
              {words.missing}
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}
