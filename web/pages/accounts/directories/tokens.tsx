import { issueToken, NewDirectoryToken, revokeToken } from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, html, Id } from "../../../../server/kernel/schemas.ts"
import { pagesOf } from "../../../form-pages.ts"
import { NoInput, readForm } from "../../../form-reading.ts"
import { FormOf } from "../../../forms.ts"
import { Alert, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt } from "../attempt.ts"
import { accessDirectory, showDirectory, storedForm } from "./directory.tsx"
import { LIST } from "./fields.tsx"
import { freshToken } from "./token-form.tsx"

const PATH = `${LIST}/:id/token`

/** The answer to the form shows the new token, this once: written by hand, because no address may lead to it again. */
export function tokenPages(app: App, site: Site): void {
  const { db } = site
  app.post(
    PATH,
    {
      config: adminPage,
      schema: { params: ById, body: FormOf("scope", "expiresOn"), response: html },
    },
    async (request, reply) => {
      const { actor, params, body } = request
      const t = texts(request.locale)
      const directory = await accessDirectory({ db, params })
      const outcome = await attempt(t, NewDirectoryToken, readForm(NewDirectoryToken, body), (value) =>
        issueToken(db, actor, directory.id, value),
      )
      if (outcome.failed) {
        const { status, errors } = outcome.failed
        const form = { ...freshToken(t), fields: body, status, errors }
        const page = showDirectory({ t, site }, directory, storedForm({ t }, directory), form)
        const title = t.shell.form.errorPageTitle(page.title)
        return show(site, request, reply, () => ({ ...page, title }), status)
      }
      const { token } = outcome.result
      return show(site, request, reply, () => ({
        title: t.accounts.directories.issuedTitle,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(
          t,
          t.accounts.directories.issuedTitle,
          { label: t.accounts.directories.title, href: LIST },
          { label: directory.name, href: `${LIST}/${directory.id}` },
        ),
        children: <Issued token={token} back={`${LIST}/${directory.id}`} />,
      }))
    },
  )

  pagesOf(app, site).form(`${PATH}/:tokenId/sperren`, {
    access: ["admin"],
    params: Closed({ id: Id, tokenId: Id }),
    find: ({ params }) => accessDirectory({ db, params }),
    input: NoInput,
    act: ({ actor, params }) => revokeToken(db, actor, params.id, params.tokenId),
    to: (_, { id }) => [`${LIST}/${id}`, "token-revoked"],
    again: ({ t }, directory, form) =>
      showDirectory({ t, site }, directory, { ...form, ...storedForm({ t }, directory) }, freshToken(t)),
  })
}

function Issued({ token, back }: { token: string; back: string }) {
  const { t } = useReader()
  const words = t.accounts.directories
  return (
    <>
      <PageTitle>{words.issuedTitle}</PageTitle>
      <Alert kind="success">
        <p>{words.issuedText}</p>
      </Alert>
      <p class="ff-address">
        <code>{token}</code>
      </p>
      <LinkButton href={back} kind="secondary">
        {words.issuedBack}
      </LinkButton>
    </>
  )
}
