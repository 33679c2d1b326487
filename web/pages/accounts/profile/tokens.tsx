import {
  type ApiTokenView,
  issueApiToken,
  listApiTokens,
  NewApiToken,
  revokeApiToken,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { Breadcrumb, Card, PageTitle, useReader } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import {
  ApiTokenForm,
  ApiTokens,
  apiTokenLabels,
  apiTokenStart,
  freshApiToken,
  tokenFaults,
} from "../tokens/fields.tsx"
import { Issued } from "../tokens/issued.tsx"

export const OWN_TOKENS = "/profil/zugangsschluessel"

/** A person's own tokens. They are issued and revoked by whoever is signed in, never by a program. */
export function ownTokenPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = ({ db, actor }: Pick<Ask, "db" | "actor">) => listApiTokens(db, actor.id)
  pages.formPage(OWN_TOKENS, {
    find,
    input: NewApiToken,
    labels: apiTokenLabels,
    start: apiTokenStart,
    act: ({ db, actor }, value) => issueApiToken(db, actor, value),
    to: ({ token }, _, { t }) => {
      const { issuedTitle: title, issuedText: text, own } = t.accounts.tokens
      return {
        title,
        width: "reading" as const,
        breadcrumb: trail(t, title),
        children: <Issued token={token} text={text} back={own.back} to={OWN_TOKENS} />,
      }
    },
    show: ({ t }, tokens, form) => pageOf(t, tokens, form),
  })
  pages.form(`${OWN_TOKENS}/:id/sperren`, {
    find,
    input: NoInput,
    act: ({ db, actor, params }) => revokeApiToken(db, actor, params.id),
    to: () => [OWN_TOKENS, "token-revoked"],
    again: ({ t }, tokens, form) => pageOf(t, tokens, { ...freshApiToken(t), errors: form.errors }),
  })
}

const pageOf = (t: Texts, tokens: ApiTokenView[], form: FormState): Content => ({
  title: t.accounts.tokens.own.title,
  width: "reading",
  breadcrumb: trail(t),
  children: <OwnTokens tokens={tokens} form={form} />,
})

function trail(t: Texts, title?: string) {
  const own = { label: t.accounts.tokens.own.title, href: OWN_TOKENS }
  const profile = { label: t.accounts.profile.title, href: "/profil" }
  return <Breadcrumb trail={title ? [profile, own, { label: title }] : [profile, { label: own.label }]} />
}

function OwnTokens({ tokens, form }: { tokens: ApiTokenView[]; form: FormState }) {
  const { t } = useReader()
  const words = t.accounts.tokens.own
  return (
    <>
      <Faults form={tokenFaults(form)} />
      <PageTitle
        lead={
          <p>
            {words.lead} <a href="/api/docs">{words.docs}</a>
          </p>
        }
      >
        {words.title}
      </PageTitle>
      <ApiTokens tokens={tokens} label={words.list} none={words.none} path={OWN_TOKENS} />
      <Card title={words.new} id="neu" icon="plus">
        <ApiTokenForm form={form} path={OWN_TOKENS} />
      </Card>
    </>
  )
}
