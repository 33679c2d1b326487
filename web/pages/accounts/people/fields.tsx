import type { DepartmentView, Installation } from "../../../../server/accounts/index.ts"
import { ROLES } from "../../../../server/kernel/actor.ts"
import { type Fields, listOf, textOf } from "../../../forms.ts"
import { errorOf, Field, useReader } from "../../../layout/index.ts"
import { treeOptions } from "../administration.tsx"
import { common, EmailField, type Shown } from "../fields.tsx"
import { labelOf } from "../label.ts"

export const PERSON_FIELDS = ["displayName", "email", "roles", "departmentIds"] as const

/** What the form says about a person, as the API takes it. */
export const personInput = (fields: Fields) => ({
  displayName: textOf(fields, "displayName").trim(),
  email: textOf(fields, "email").trim(),
  roles: listOf(fields, "roles"),
  departmentIds: listOf(fields, "departmentIds"),
})

type PersonProps = { shown: Shown; departments: DepartmentView[]; installation: Installation }

/** Name, address, roles and departments: the same for a new person and for one that is there. */
export function PersonFields({ shown, departments, installation }: PersonProps) {
  const { t, locale } = useReader()
  const { people: words, roleHints } = t.accounts.administration
  const { fields, errors } = shown
  return (
    <>
      <Field
        {...common(shown, "displayName", t)}
        hint={words.nameHint}
        maxlength={100}
        autocomplete="off"
        spellcheck={false}
      />
      <EmailField shown={shown} autocomplete="off" />
      <Field
        type="checkboxes"
        name="roles"
        label={t.errors.labels.roles}
        hint={words.rolesHint}
        error={errorOf(errors, "roles")}
        values={listOf(fields, "roles")}
        options={ROLES.map((role) => ({ value: role, label: t.shell.roles[role], hint: roleHints[role] }))}
      />
      <Field
        type="checkboxes"
        name="departmentIds"
        label={labelOf(installation, locale).many}
        hint={words.departmentsHint}
        error={errorOf(errors, "departmentIds")}
        values={listOf(fields, "departmentIds")}
        options={treeOptions(departments)}
        optional
      />
    </>
  )
}
