import { choices, type FormState, field } from "../../form-state.tsx"
import { Field, useReader } from "../../layout/index.ts"

/** What stays and what goes, and the address once more: it is the second yes, and nobody types it by mistake. */
export function LeavingFields({ form, addressLabel }: { form: FormState; addressLabel: string }) {
  const { t } = useReader()
  const words = t.accounts.leaving.form
  return (
    <>
      <Field
        {...choices(form, "posts")}
        type="radios"
        label={words.posts}
        options={[
          { value: "stay", label: words.postsStay, hint: words.postsStayHint },
          { value: "go", label: words.postsGo, hint: words.postsGoHint },
        ]}
      />
      <Field
        {...choices(form, "certificates")}
        type="radios"
        label={words.certificates}
        options={[
          { value: "stay", label: words.certificatesStay, hint: words.certificatesStayHint },
          { value: "go", label: words.certificatesGo, hint: words.certificatesGoHint },
        ]}
      />
      <Field
        {...field(form, "address")}
        type="email"
        label={addressLabel}
        optional={false}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  )
}
