import type { DeliveryView } from "../../../server/webhooks/index.ts"
import { ActionButton, formatDateTime, Table, useReader } from "../../layout/index.ts"

/** What became of the latest messages: state, status and time, and no content of either side. */
export function Deliveries({ deliveries, path }: { deliveries: DeliveryView[]; path: string }) {
  const { t, locale } = useReader()
  const words = t.webhooks
  const { logColumns: columns } = words
  if (deliveries.length === 0) return <p>{words.noDeliveries}</p>
  return (
    <Table
      caption={words.log}
      columns={[columns.what, columns.at, columns.state, columns.again]}
      named
      rows={deliveries.map((delivery) => {
        const { id, event, at, state } = delivery
        const what = words.events[event]
        const moment = formatDateTime(new Date(at), locale)
        return {
          key: id,
          cells: [
            what,
            moment,
            <Outcome delivery={delivery} key="state" />,
            state === "waiting" ? (
              ""
            ) : (
              <ActionButton
                key="again"
                action={`${path}/nachrichten/${id}/erneut`}
                context={`${what}, ${moment}`}
              >
                {words.again}
              </ActionButton>
            ),
          ],
        }
      })}
    />
  )
}

function Outcome({ delivery }: { delivery: DeliveryView }) {
  const { t } = useReader()
  const words = t.webhooks
  const { state, fault, status, milliseconds, attempts } = delivery
  const parts = [
    words.states[state],
    ...(fault ? [words.faults[fault]] : []),
    ...(status === null ? [] : [words.statusOf(status)]),
    ...(milliseconds ? [words.took(t.errors.number(milliseconds))] : []),
    ...(attempts > 1 ? [words.attempts(attempts)] : []),
  ]
  return <>{parts.join(", ")}</>
}
