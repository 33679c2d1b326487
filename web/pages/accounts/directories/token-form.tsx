import { DIRECTORY_SCOPES, type DirectoryView, NewDirectoryToken } from "../../../../server/accounts/index.ts"
import { today } from "../../../../server/kernel/time.ts"
import { addDays } from "../../../../server/kernel/workdays.ts"
import { choice, choices, type FormState, freshForm } from "../../../form-state.tsx"
import {
  Badge,
  Buttons,
  Field,
  Form,
  formatDay,
  List,
  Meta,
  SubmitButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

const tokenLabels = ({ accounts: { directories } }: Texts) => ({
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
        <SubmitButton>{words.issue}</SubmitButton>
      </Buttons>
    </Form>
  )
}

/** What is good at present, and what was; the tokens themselves are nowhere. */
export function Tokens({ directory: { tokens }, path }: { directory: DirectoryView; path: string }) {
  const { t, locale } = useReader()
  const words = t.accounts.directories
  if (tokens.length === 0) return <p>{words.noTokens}</p>
  return (
    <List label={words.tokens}>
      {tokens.map(({ id, scope, createdOn, expiresOn, usedOn }) => {
        const issued = words.issuedOn(formatDay(createdOn, locale))
        return (
          <li class="ff-row" key={id}>
            <div class="ff-row__main">
              <p class="ff-row__title">{words.scopes[scope]}</p>
              <div class="ff-row__foot">
                <Meta
                  items={[
                    issued,
                    words.until(formatDay(expiresOn, locale)),
                    usedOn ? words.usedOn(formatDay(usedOn, locale)) : words.unused,
                  ]}
                />
                {expiresOn < today() && (
                  <Badge kind="warning" icon="clock">
                    {words.expired}
                  </Badge>
                )}
              </div>
              <TwoSteps
                summary={words.revoke}
                now={words.revokeNow}
                text={words.revokeText}
                action={`${path}/token/${id}/sperren`}
                context={issued}
                small
              />
            </div>
          </li>
        )
      })}
    </List>
  )
}
