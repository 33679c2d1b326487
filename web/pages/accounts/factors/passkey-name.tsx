import { type FormState, field } from "../../../form-state.tsx"
import { Field, useReader } from "../../../layout/index.ts"
import { idAt } from "../../../page-forms.ts"

export function PasskeyNameField({ form, at }: { form: FormState; at: string }) {
  const { t } = useReader()
  return (
    <Field
      {...field(form, "name")}
      {...idAt("name", at)}
      hint={t.accounts.factors.passkeys.nameHint}
      autocomplete="off"
    />
  )
}
