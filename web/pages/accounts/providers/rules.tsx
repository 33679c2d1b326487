import type { DepartmentView, ProviderView, RuleView } from "../../../../server/accounts/index.ts"
import { Card, LinkButton, List, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { PATH } from "./frame.tsx"

type Props = { provider: ProviderView & { rules: RuleView[] }; departments: DepartmentView[] }

/** Who gets what, as sentences. */
export function Rules({ provider, departments }: Props) {
  const { t } = useReader()
  const words = t.accounts.providers.rules
  return (
    <Card
      title={words.title}
      id="regeln"
      actions={
        <LinkButton href={`${PATH}/${provider.id}/regel`} icon="plus" small>
          {words.add}
        </LinkButton>
      }
    >
      <p>{words.lead}</p>
      {provider.rules.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List label={words.title}>
          {provider.rules.map((rule) => (
            <OneRule rule={rule} departments={departments} key={rule.id} />
          ))}
        </List>
      )}
    </Card>
  )
}

function OneRule({ rule, departments }: { rule: RuleView; departments: DepartmentView[] }) {
  const { t } = useReader()
  const words = t.accounts.providers.rules
  const condition = conditionOf(t, rule)
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{condition}</p>
        <p class="ff-row__excerpt">{words.gives(giftOf(t, rule, departments))}</p>
      </div>
      <div class="ff-row__actions">
        <LinkButton href={`${PATH}/regeln/${rule.id}`} small context={condition}>
          {words.edit}
        </LinkButton>
      </div>
    </li>
  )
}

type Condition = Pick<RuleView, "claim" | "comparison" | "value">
type Gift = Pick<RuleView, "role" | "departmentId">

export function conditionOf(t: Texts, { claim, comparison, value }: Condition): string {
  const { condition, comparisons } = t.accounts.providers.rules
  return condition(claim, comparisons[comparison], value)
}

export function giftOf(t: Texts, { role, departmentId }: Gift, departments: DepartmentView[]): string {
  const department = departments.find(({ id }) => id === departmentId)?.name
  return [role && t.shell.roles[role], department].filter(Boolean).join(", ")
}
