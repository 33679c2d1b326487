import type { AcknowledgedView } from "../../../server/announcements/index.ts"
import { today } from "../../../server/kernel/time.ts"
import { ActionButton, Card, Table, useReader } from "../../layout/index.ts"

/** For those who look after the announcement: numbers, never names, and a reminder that names nobody. */
export function Acknowledged({ id, counts }: { id: string; counts: AcknowledgedView }) {
  const { t } = useReader()
  const words = t.announcements
  const { departments, others, total, remindedOn } = counts
  const row = (
    key: string,
    name: string,
    { people, acknowledged }: { people: number; acknowledged: number },
  ) => ({
    key,
    cells: [name, words.ofPeople(acknowledged, people)],
  })
  const rows = [
    ...departments.map((one) => row(one.name, one.name, one)),
    ...(others
      ? [row("others", departments.length > 0 ? words.otherDepartments : words.everybody, others)]
      : []),
    ...(total && departments.length > 0 ? [row("total", words.total, total)] : []),
  ]
  return (
    <Card id="zur-kenntnis" title={words.acknowledgedTitle} icon="check-circle">
      {rows.length > 0 ? (
        <Table
          caption={words.acknowledgedTitle}
          columns={[words.department, words.acknowledgedColumn]}
          rows={rows}
          named
        />
      ) : (
        <p>{words.tooFew}</p>
      )}
      <p class="kern-hint">{words.countsHint}</p>
      {remindedOn === today() ? (
        <p>{words.remindedToday}</p>
      ) : (
        <>
          <p id="erinnern">{words.remindText}</p>
          <ActionButton action={`/ankuendigungen/${id}/erinnern`} kind="secondary" icon="bell">
            {words.remind}
          </ActionButton>
        </>
      )}
    </Card>
  )
}
