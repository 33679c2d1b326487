import { Field, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { Filters } from "../../lists/filters.tsx"

export const AUDIT = "/verwaltung/protokoll"

type FilterProps = { action: string | undefined; kept: Record<string, string | undefined>; active: boolean }

/** By area or single action; whom the entries are about or by comes from links and is kept. */
export function AuditFilter({ action, kept, active }: FilterProps) {
  const { t } = useReader()
  const words = t.accounts.audit
  return (
    <Filters action={AUDIT} active={active}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} key={name} />,
      )}
      <Field
        type="select"
        name="action"
        label={words.kind}
        value={action}
        placeholder={words.all}
        options={actionGroups(t)}
        optional
      />
    </Filters>
  )
}

function actionGroups({ accounts: { audit } }: Texts) {
  const actions = Object.entries(audit.actions)
  return Object.entries(audit.areas).map(([area, label]) => {
    const own = actions.filter(([action]) => action.startsWith(`${area}.`))
    const options = own.map(([value, name]) => ({ value, label: name }))
    return { label, options: [{ value: area, label: audit.everythingOf(label) }, ...options] }
  })
}
