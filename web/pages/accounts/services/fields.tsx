import { type DepartmentView, SERVICE_ROLES } from "../../../../server/accounts/index.ts"
import { choices, type FormState, field } from "../../../form-state.tsx"
import { Field, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { treeOptions } from "../administration.tsx"

export const LIST = "/verwaltung/dienste"

export const serviceLabels = ({ accounts: { services }, errors }: Texts) => ({
  name: errors.labels.name,
  roles: services.roles,
  departmentIds: errors.labels.departmentIds,
})

/** What a service is called, and what it may do. */
export function ServiceFields({ form, departments }: { form: FormState; departments: DepartmentView[] }) {
  const { t } = useReader()
  const words = t.accounts.services
  return (
    <>
      <Field {...field(form, "name")} hint={words.nameHint} autocomplete="off" width="medium" />
      <Field
        {...choices(form, "roles")}
        type="checkboxes"
        optional={false}
        hint={words.rolesHint}
        options={SERVICE_ROLES.map((role) => ({ value: role, label: t.shell.roles[role] }))}
      />
      {departments.length > 0 && (
        <Field
          {...choices(form, "departmentIds")}
          type="checkboxes"
          hint={words.departmentsHint}
          options={treeOptions(departments)}
          optional
        />
      )}
    </>
  )
}
