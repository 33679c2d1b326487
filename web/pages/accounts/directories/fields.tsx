import { type FormState, field, tick } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Field, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const LIST = "/verwaltung/verzeichnisse"

export const directoryInput = (fields: Fields) => ({
  name: textOf(fields, "name").trim(),
  invites: textOf(fields, "invites") === "true",
})

export const directoryLabels = ({ accounts: { directories }, errors }: Texts) => ({
  name: errors.labels.name,
  invites: directories.invites,
})

/** What a directory is called, and whether whoever it brings gets a mail. */
export function DirectoryFields({ form }: { form: FormState }) {
  const { t } = useReader()
  const words = t.accounts.directories
  return (
    <>
      <Field {...field(form, "name")} hint={words.nameHint} autocomplete="off" width="medium" />
      <Field {...tick(form, "invites")} type="checkbox" optional={false} hint={words.invitesHint} />
    </>
  )
}
