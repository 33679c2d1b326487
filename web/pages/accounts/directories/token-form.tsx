import { DIRECTORY_SCOPES, type DirectoryView, NewDirectoryToken } from "../../../../server/accounts/index.ts"
import { today } from "../../../../server/kernel/time.ts"
import { addDays } from "../../../../server/kernel/workdays.ts"
import { choice, choices, type FormState, freshForm } from "../../../form-state.tsx"
import { Buttons, Field, Form, List, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { TokenRow } from "../tokens/row.tsx"

export const tokenLabels = ({ accounts: { directories } }: Texts) => ({
  scope: directories.scope,
  expiresOn: directories.expiresOn,
})

export const freshToken = (t: Texts): FormState =>
  freshForm(NewDirectoryToken, tokenLabels(t), {
    scope: "people-and-departments",
    expiresOn: addDays(today(), 365),
  })

export function TokenForm({ form, path }: { form: FormState; path: string }) {
  const { t } = useReader()
  const words = t.accounts.directories
  return (
    <Form action={path}>
      <Field
        {...choices(form, "scope")}
        type="radios"
        optional={false}
        options={DIRECTORY_SCOPES.map((scope) => ({ value: scope, label: words.scopes[scope] }))}
      />
      <Field {...choice(form, "expiresOn")} type="date" width="short" hint={words.expiresHint} />
      <Buttons>
        <SubmitButton>{t.accounts.tokens.issue}</SubmitButton>
      </Buttons>
    </Form>
  )
}

/** What is good at present, and what was. */
export function Tokens({ directory: { tokens }, path }: { directory: DirectoryView; path: string }) {
  const { t } = useReader()
  const words = t.accounts.directories
  if (tokens.length === 0) return <p>{words.noTokens}</p>
  return (
    <List label={words.tokens}>
      {tokens.map((token) => (
        <TokenRow
          key={token.id}
          token={token}
          title={words.scopes[token.scope]}
          revokeText={words.revokeText}
          path={`${path}/token`}
        />
      ))}
    </List>
  )
}
