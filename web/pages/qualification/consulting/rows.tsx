import type { ConsultingRow } from "../../../../server/qualification/meet.ts"
import { Badge, DateTime, List, Meta, Row, useReader } from "../../../layout/index.ts"
import { consultingPath } from "./frame.tsx"

export function ConsultingRows({
  rows,
  withSession = false,
}: {
  rows: ConsultingRow[]
  withSession?: boolean
}) {
  const { t } = useReader()
  const words = t.qualification.consulting.runs
  return (
    <List>
      {rows.map((row) => (
        <Row
          key={row.id}
          href={consultingPath(row.id)}
          title={row.title}
          level={3}
          badges={
            <>
              {row.ended ? <Badge>{words.ended}</Badge> : <Badge kind="info">{words.running}</Badge>}
              {row.ended && row.isMine && <Badge kind="success">{words.mine}</Badge>}
              {row.ended && row.shared && <Badge icon="share">{words.shared}</Badge>}
            </>
          }
          meta={
            <Meta
              items={[
                !row.isMine && words.caseGiver(row.caseGiver),
                withSession && row.session.title,
                withSession && <DateTime key="when" value={row.session.startsAt} />,
              ]}
            />
          }
        />
      ))}
    </List>
  )
}
