import type { DepartmentView } from "../../../../server/accounts/index.ts"
import { type Fields, optional, orNull, textOf } from "../../../forms.ts"
import { Field, useReader } from "../../../layout/index.ts"
import { treeOptions } from "../administration.tsx"
import { common, type Shown } from "../fields.tsx"

export const DEPARTMENT_FIELDS = ["name", "shortName", "parentId"] as const

export const departmentInput = (fields: Fields) => ({
  name: textOf(fields, "name").trim(),
  shortName: optional(textOf(fields, "shortName").trim()),
  parentId: orNull(textOf(fields, "parentId")),
})

/** `choices`: below what it can stand. */
export function DepartmentFields({ shown, choices }: { shown: Shown; choices: DepartmentView[] }) {
  const { t } = useReader()
  const words = t.accounts.administration.departments
  return (
    <>
      <Field {...common(shown, "name", t)} maxlength={120} autocomplete="off" />
      <Field
        {...common(shown, "shortName", t)}
        label={words.shortName}
        hint={words.shortNameHint}
        maxlength={40}
        autocomplete="off"
        width="medium"
        optional
      />
      <Field
        {...common(shown, "parentId", t)}
        type="select"
        label={words.parent}
        placeholder={words.top}
        options={treeOptions(choices)}
        optional
      />
    </>
  )
}
