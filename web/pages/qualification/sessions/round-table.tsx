import type { BoardView } from "../../../../server/qualification/meet.ts"
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
  const cellsOf = ({ name, isMine, line }: BoardView["round"][number]) => {
    if (!line) return [name, <span class="ff-muted">{words.missing}</span>]
    const isLink = line.projectId && (opensAll || isMine)
    const project = isLink ? <a href={`/lernprojekte/${line.projectId}`}>{line.project}</a> : line.project
    return [name, project, line.state, line.hurdle, line.request]
  }
  return (
    <Table
      caption={words.table}
      columns={[words.person, words.project, words.state, words.hurdle, words.request]}
      named
      rows={board.round.map((row) => ({ key: row.memberId, cells: cellsOf(row) }))}
    />
  )
}
