import type { ComponentChildren } from "preact"
import type { Plan, Planned } from "../../../../server/accounts/index.ts"
import { Disclosure, Table, useReader } from "../../../layout/index.ts"

/** So many are shown of each kind: enough to see whether the filter is right. */
const MOST = 200

export function PlanTables({ plan: { added, changed, gone, skipped } }: { plan: Plan }) {
  const { t } = useReader()
  const { sync: words } = t.accounts.ldap
  const { name, email } = { name: t.errors.labels.name ?? "", email: t.accounts.peopleImport.fields.email }
  const roles = ({ roles: own }: Planned) => own.map((role) => t.shell.roles[role]).join(", ")
  return (
    <>
      <Shown
        title={words.skipped(skipped.length)}
        columns={[name, words.why]}
        rows={skipped.map(({ who, why }) => [who, words.reasons[why]])}
      />
      <Shown
        title={words.gone(gone.length)}
        columns={[name, email]}
        rows={gone.map((one) => [one.displayName, <Address of={one} />])}
      />
      <Shown
        title={words.changed(changed.length)}
        columns={[name, email, words.what]}
        rows={changed.map((one) => [
          one.displayName,
          <Address of={one} />,
          one.changes.map((change) => words.changes[change]).join(", "),
        ])}
      />
      <Shown
        title={words.added(added.length)}
        columns={[name, email, t.accounts.peopleImport.fields.roles]}
        rows={added.map((one) => [one.displayName, <Address of={one} />, roles(one)])}
      />
    </>
  )
}

const Address = ({ of }: { of: { email: string } }) => <span class="ff-address">{of.email}</span>

type ShownProps = { title: string; columns: string[]; rows: ComponentChildren[][] }

function Shown({ title, columns, rows }: ShownProps) {
  const { t } = useReader()
  if (rows.length === 0) return null
  return (
    <Disclosure summary={title} open={rows.length <= 20}>
      {rows.length > MOST && <p>{t.accounts.ldap.sync.first(MOST)}</p>}
      <Table
        caption={title}
        columns={columns}
        rows={rows.slice(0, MOST).map((cells, index) => ({ key: String(index), cells }))}
      />
    </Disclosure>
  )
}
