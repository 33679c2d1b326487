import { COMPARISONS, type DepartmentView } from "../../../../server/accounts/index.ts"
import { ROLES } from "../../../../server/kernel/actor.ts"
import { choice, choices, type FormState, field } from "../../../form-state.tsx"
import { Field, useReader } from "../../../layout/index.ts"
import { treeOptions } from "../administration.tsx"

type Props = { form: FormState; departments: DepartmentView[]; claimHint: string; valueHint: string }

/** Of whom something is stated, and what they get: the same for a sign-in service and a directory. */
export function RuleFields({ form, departments, claimHint, valueHint }: Props) {
  const { t } = useReader()
  const words = t.accounts.providers.rules
  return (
    <>
      <Field {...field(form, "claim")} hint={claimHint} autocomplete="off" spellcheck={false} />
      <Field
        {...choices(form, "comparison")}
        type="radios"
        options={COMPARISONS.map((value) => ({ value, label: words.comparisons[value] }))}
      />
      <Field {...field(form, "value")} hint={valueHint} autocomplete="off" spellcheck={false} />
      <Field
        {...choice(form, "role")}
        type="select"
        placeholder={words.roleNone}
        options={ROLES.map((value) => ({ value, label: t.shell.roles[value] }))}
      />
      <Field
        {...choice(form, "departmentId")}
        type="select"
        placeholder={words.departmentNone}
        options={treeOptions(departments)}
      />
    </>
  )
}
