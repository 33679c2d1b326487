import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { deleteSynonym, findSynonym, type Synonym } from "../../../../server/search/index.ts"
import { Button, Buttons, Form, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { frame, keepersPage, PATH } from "./frame.tsx"
import { inWords } from "./input.ts"

/** Asks on a page of its own, so that it asks without a script as well. */
export function synonymDeletePages(app: App, site: Site): void {
  const path = `${PATH}/:id/loeschen`
  app.get(path, { config: keepersPage, schema: { params: ById, response: html } }, async (request, reply) => {
    const group = await findSynonym(site.db, request.actor, request.params.id)
    return show(site, request, reply, (t) => ({
      ...frame(t, request.actor, t.searchCare.synonyms.deleteTitle),
      children: <Asking group={group} />,
    }))
  })
  app.post(
    path,
    { config: keepersPage, schema: { params: ById, response: html } },
    async (request, reply) => {
      await deleteSynonym(site.db, request.actor, request.params.id)
      return goTo(reply, PATH, "synonyms-deleted")
    },
  )
}

function Asking({ group }: { group: Synonym }) {
  const { t } = useReader()
  const words = t.searchCare.synonyms
  return (
    <>
      <PageTitle lead={<p>{words.deleteText(inWords(t, group))}</p>}>{words.deleteTitle}</PageTitle>
      <Form action={`${PATH}/${group.id}/loeschen`}>
        <Buttons>
          <Button kind="danger">{words.delete}</Button>
          <LinkButton href={`${PATH}/${group.id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
