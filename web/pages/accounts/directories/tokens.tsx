import { issueToken, NewDirectoryToken, revokeToken } from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import { pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { Issued } from "../tokens/issued.tsx"
import { accessDirectory, showDirectory, storedForm } from "./directory.tsx"
import { LIST } from "./fields.tsx"
import { freshToken, tokenLabels } from "./token-form.tsx"

const PATH = `${LIST}/:id/token`
const access = ["admin"] as const

export function tokenPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.form(PATH, {
    access,
    find: accessDirectory,
    input: NewDirectoryToken,
    labels: tokenLabels,
    act: ({ db, actor, params }, value) => issueToken(db, actor, params.id, value),
    to: ({ token }, { id, name }, { t }) => {
      const { issuedTitle: title } = t.accounts.tokens
      const { title: list, issuedText: text, issuedBack: back } = t.accounts.directories
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
    again: (ask, directory, form) => showDirectory(ask, directory, storedForm(ask, directory), form),
  })
  pages.form(`${PATH}/:tokenId/sperren`, {
    access,
    params: Closed({ id: Id, tokenId: Id }),
    find: accessDirectory,
    input: NoInput,
    act: ({ db, actor, params }) => revokeToken(db, actor, params.id, params.tokenId),
    to: (_, { id }) => [`${LIST}/${id}`, "token-revoked"],
    again: (ask, directory, form) =>
      showDirectory(ask, directory, { ...form, ...storedForm(ask, directory) }, freshToken(ask.t)),
  })
}
