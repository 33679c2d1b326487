import type { DepartmentView, Installation, PersonView } from "../../../../server/accounts/index.ts"
import { ROLES } from "../../../../server/kernel/actor.ts"
import { choices, type FormState, field } from "../../../form-state.tsx"
import { type Fields, listOf, textOf } from "../../../forms.ts"
import { Facts, Field, useReader } from "../../../layout/index.ts"
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

/** The same of somebody, without what a directory decides on. */
export function personChange(
  fields: Fields,
  { person, fixed }: { person: PersonView; fixed: DepartmentView[] },
) {
  const { displayName, email, roles, departmentIds } = personInput(fields)
  return {
    roles,
    departmentIds: [...departmentIds, ...fixed.map(({ id }) => id)],
    ...(!person.directory && { displayName, email }),
  }
}

/** What a person can be given: departments, and what the installation calls them. */
export type Choice = { departments: DepartmentView[]; installation: Installation }

type Props = Choice & {
  form: FormState
  /** Somebody of a directory: it decides on the name and the address. */
  person?: PersonView
  /** Departments whose members a directory decides on, and that the person belongs to. */
  fixed?: DepartmentView[]
}

/** Name, address, roles and departments: the same for a new person and for one that is there. */
export function PersonFields({ form, departments, installation, person, fixed = [] }: Props) {
  const { t, locale } = useReader()
  const { people: words, roleHints } = t.accounts.administration
  const fixedNames = fixed.map(({ name }) => name).join(", ")
  return (
    <>
      {person?.directory ? (
        <OfDirectory person={person} directory={person.directory.name} />
      ) : (
        <>
          <Field
            {...field(form, "displayName")}
            optional={false}
            hint={words.nameHint}
            autocomplete="off"
            spellcheck={false}
          />
          <EmailField shown={form} autocomplete="off" />
        </>
      )}
      <Field
        {...choices(form, "roles")}
        type="checkboxes"
        optional={false}
        hint={words.rolesHint}
        options={ROLES.map((role) => ({ value: role, label: t.shell.roles[role], hint: roleHints[role] }))}
      />
      {(departments.length > 0 || fixed.length === 0) && (
        <Field
          {...choices(form, "departmentIds")}
          type="checkboxes"
          label={labelOf(installation, locale).many}
          hint={words.departmentsHint}
          options={treeOptions(departments)}
          optional
        />
      )}
      {fixedNames && <p class="ff-muted">{t.accounts.directories.fixedDepartments(fixedNames)}</p>}
    </>
  )
}

function OfDirectory({
  person: { displayName, email },
  directory,
}: {
  person: PersonView
  directory: string
}) {
  const { t } = useReader()
  const { labels } = t.errors
  return (
    <>
      <Facts
        facts={[
          { label: labels.displayName, value: displayName },
          { label: labels.email, value: <span class="ff-address">{email}</span> },
        ]}
      />
      <p class="ff-muted">{t.accounts.directories.ofPerson(directory)}</p>
    </>
  )
}
