import type { DepartmentView, Installation } from "../../../../server/accounts/index.ts"
import { ROLES } from "../../../../server/kernel/actor.ts"
import { choices, type FormState, field } from "../../../form-state.tsx"
import { type Fields, listOf, textOf } from "../../../forms.ts"
import { Field, useReader } from "../../../layout/index.ts"
import { treeOptions } from "../administration.tsx"
import { EmailField } from "../fields.tsx"
import { labelOf } from "../label.ts"

export const LIST = "/verwaltung/personen"

/** What the form says about a person, as the API takes it. */
export const personInput = (fields: Fields) => ({
  displayName: textOf(fields, "displayName").trim(),
  email: textOf(fields, "email").trim(),
  roles: listOf(fields, "roles"),
  departmentIds: listOf(fields, "departmentIds"),
})

/** What a person can be given: departments, and what the installation calls them. */
export type Choice = { departments: DepartmentView[]; installation: Installation }

/** Name, address, roles and departments: the same for a new person and for one that is there. */
export function PersonFields({ form, departments, installation }: Choice & { form: FormState }) {
  const { t, locale } = useReader()
  const { people: words, roleHints } = t.accounts.administration
  return (
    <>
      <Field
        {...field(form, "displayName")}
        optional={false}
        hint={words.nameHint}
        autocomplete="off"
        spellcheck={false}
      />
      <EmailField shown={form} autocomplete="off" />
      <Field
        {...choices(form, "roles")}
        type="checkboxes"
        optional={false}
        hint={words.rolesHint}
        options={ROLES.map((role) => ({ value: role, label: t.shell.roles[role], hint: roleHints[role] }))}
      />
      <Field
        {...choices(form, "departmentIds")}
        type="checkboxes"
        label={labelOf(installation, locale).many}
        hint={words.departmentsHint}
        options={treeOptions(departments)}
        optional
      />
    </>
  )
}
