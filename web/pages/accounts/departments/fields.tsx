import type { DepartmentView } from "../../../../server/accounts/index.ts"
import { choice, type FormState, field } from "../../../form-state.tsx"
import { type Fields, optional, orNull, textOf } from "../../../forms.ts"
import { Buttons, Field, Form, LinkButton, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { treeOptions } from "../administration.tsx"

export const LIST = "/verwaltung/abteilungen"

export const departmentInput = (fields: Fields) => ({
  name: textOf(fields, "name").trim(),
  shortName: optional(textOf(fields, "shortName").trim()),
  parentId: orNull(textOf(fields, "parentId")),
  mailbox: orNull(textOf(fields, "mailbox").trim()),
})

/** The same of a department whose name a directory decides on. */
export function departmentChange(fields: Fields, { department }: { department: DepartmentView }) {
  const { name, ...rest } = departmentInput(fields)
  return department.directory ? rest : { name, ...rest }
}

export const departmentLabels = (t: Texts) => {
  const { shortName, parent, mailbox } = t.accounts.administration.departments
  return { name: t.errors.labels.name, shortName, parentId: parent, mailbox }
}

type Props = {
  action: string
  form: FormState
  choices: DepartmentView[]
  /** Decides on the name. */
  directory?: DepartmentView["directory"]
}

/** `choices`: below what it can stand. */
export function DepartmentForm({ action, form, choices, directory }: Props) {
  const { t } = useReader()
  const words = t.accounts.administration.departments
  return (
    <Form action={action}>
      {directory ? (
        <p class="ff-muted">{t.accounts.directories.ofDepartment(directory.name)}</p>
      ) : (
        <Field {...field(form, "name")} optional={false} autocomplete="off" />
      )}
      <Field
        {...field(form, "shortName")}
        hint={words.shortNameHint}
        autocomplete="off"
        width="medium"
        optional
      />
      <Field
        {...choice(form, "parentId")}
        type="select"
        placeholder={words.top}
        options={treeOptions(choices)}
        optional
      />
      <Field
        {...field(form, "mailbox")}
        inputmode="email"
        spellcheck={false}
        hint={words.mailboxHint}
        autocomplete="off"
        optional
      />
      <Buttons>
        <SubmitButton>{t.shell.form.save}</SubmitButton>
        <LinkButton href={LIST} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
