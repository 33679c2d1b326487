import { type ApiTokenView, NewApiToken, TOKEN_SCOPES } from "../../../../server/accounts/index.ts"
import { today } from "../../../../server/kernel/time.ts"
import { addDays } from "../../../../server/kernel/workdays.ts"
import { choice, choices, type FormState, field, freshForm } from "../../../form-state.tsx"
import { Buttons, Field, Form, List, SubmitButton, useReader } from "../../../layout/index.ts"
import { errorsOf, idAt } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { TokenRow } from "./row.tsx"

export const apiTokenLabels = ({ accounts: { tokens } }: Texts) => ({
  name: tokens.name,
  scopes: tokens.scopes,
  expiresOn: tokens.expiresOn,
})

export const apiTokenStart = () => ({ scopes: ["forum:read"], expiresOn: addDays(today(), 180) })

export const freshApiToken = (t: Texts): FormState =>
  freshForm(NewApiToken, apiTokenLabels(t), apiTokenStart())

/** A service has a name as well, on the same page. */
const TOKEN = "token"

/** What was refused of the form below, for the summary above the page. */
export const tokenFaults = (form: FormState): FormState => ({
  ...form,
  errors: errorsOf({ form, at: TOKEN }),
})

/** For what, how far and how long: the same for a person and a service. */
export function ApiTokenForm({ form, path }: { form: FormState; path: string }) {
  const { t } = useReader()
  const words = t.accounts.tokens
  return (
    <Form action={path}>
      <Field {...field(form, "name")} {...idAt("name", TOKEN)} hint={words.nameHint} autocomplete="off" />
      <Field
        {...choices(form, "scopes")}
        {...idAt("scopes", TOKEN)}
        type="checkboxes"
        optional={false}
        options={TOKEN_SCOPES.map((scope) => ({ value: scope, label: words.scopeNames[scope] }))}
      />
      <Field
        {...choice(form, "expiresOn")}
        {...idAt("expiresOn", TOKEN)}
        type="date"
        width="short"
        hint={words.expiresHint}
      />
      <Buttons>
        <SubmitButton>{words.issue}</SubmitButton>
      </Buttons>
    </Form>
  )
}

export function ApiTokens(props: { tokens: ApiTokenView[]; label: string; none: string; path: string }) {
  const { t } = useReader()
  const words = t.accounts.tokens
  const { tokens, label, none, path } = props
  if (tokens.length === 0) return <p>{none}</p>
  return (
    <List label={label}>
      {tokens.map((token) => (
        <TokenRow
          key={token.id}
          token={token}
          title={token.name}
          goodFor={token.scopes.map((scope) => words.scopeNames[scope])}
          revokeText={words.revokeText}
          path={path}
        />
      ))}
    </List>
  )
}
