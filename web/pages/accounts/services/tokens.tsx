import { issueServiceToken, NewApiToken, revokeServiceToken } from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import { pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { apiTokenLabels } from "../tokens/fields.tsx"
import { Issued } from "../tokens/issued.tsx"
import { LIST } from "./fields.tsx"
import { accessService, showRefused, showService, storedForm } from "./service.tsx"

const PATH = `${LIST}/:id/token`
const access = ["admin"] as const

export function serviceTokenPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.form(PATH, {
    access,
    find: accessService,
    input: NewApiToken,
    labels: apiTokenLabels,
    act: ({ db, actor, params }, value) => issueServiceToken(db, actor, params.id, value),
    to: ({ token }, { service: { id, name } }, { t }) => {
      const { issuedTitle: title, issuedText: text } = t.accounts.tokens
      const { title: list, back } = t.accounts.services
      const trail = [
        { label: list, href: LIST },
        { label: name, href: `${LIST}/${id}` },
      ]
      return {
        title,
        current: "administration",
        width: "reading" as const,
        breadcrumb: underAdministration(t, title, ...trail),
        children: <Issued token={token} text={text} back={back} to={`${LIST}/${id}`} />,
      }
    },
    again: (ask, found, form) => showService(ask, found, storedForm(ask, found), form),
  })
  pages.form(`${PATH}/:tokenId/sperren`, {
    access,
    params: Closed({ id: Id, tokenId: Id }),
    find: accessService,
    input: NoInput,
    act: ({ db, actor, params }) => revokeServiceToken(db, actor, params.id, params.tokenId),
    to: (_, { service }) => [`${LIST}/${service.id}`, "token-revoked"],
    again: showRefused,
  })
}
