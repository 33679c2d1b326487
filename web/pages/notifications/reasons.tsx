import { INBOX_NOTICES, reasonOf } from "../../../server/notifications/index.ts"
import { Table } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** Who is told what, when the mail about it comes, and whether it can be switched off: the one table of the code. */
export function Reasons({ t: { notifications: words } }: { t: Texts }) {
  const { columns, caption, times, choosable, always } = words.settings
  return (
    <Table
      caption={caption}
      columns={[columns.reason, columns.who, columns.mail, columns.choice]}
      named
      rows={INBOX_NOTICES.map((reason) => {
        const { who, mail, isOptional } = reasonOf(reason)
        const cells = [
          words.notices[reason],
          words.audiences[who],
          times[mail],
          isOptional ? choosable : always,
        ]
        return { key: reason, cells }
      })}
    />
  )
}
