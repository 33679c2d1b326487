import { SHORTEST_PASSWORD } from "../../../server/accounts/index.ts"
import { type Fields, textOf } from "../../forms.ts"
import { errorOf, Field, type FieldError, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** What a form shows: what was typed, and what is wrong with it. */
export type Shown = { fields: Fields; errors: FieldError[] }

export const EMPTY: Shown = { fields: {}, errors: [] }

/** Name, label, value as typed, and error of one field. */
export function common({ fields, errors }: Shown, name: string, t: Texts) {
  const labels: Record<string, string> = t.errors.labels
  return { name, label: labels[name] ?? name, value: textOf(fields, name), error: errorOf(errors, name) }
}

/**
 * No `type="email"`: Chromium would turn umlauts of the domain into "xn--…" before it sends them, and the address
 * would not be stored as it was written.
 *
 * `autocomplete` is what password managers and browsers go by: `username` where one signs in.
 */
export function EmailField({ shown, autocomplete }: { shown: Shown; autocomplete: string }) {
  const { t } = useReader()
  return (
    <Field
      {...common(shown, "email", t)}
      inputmode="email"
      autocomplete={autocomplete}
      spellcheck={false}
      maxlength={254}
    />
  )
}

/** Never given back to the browser. */
export function PasswordField(props: { shown: Shown; name: string; isNew?: boolean }) {
  const { t } = useReader()
  return (
    <Field
      {...common(props.shown, props.name, t)}
      value=""
      type="password"
      autocomplete={props.isNew ? "new-password" : "current-password"}
      hint={props.isNew ? t.accounts.password.rules(SHORTEST_PASSWORD) : undefined}
    />
  )
}
