import { blockPerson, listBlocked, unblockPerson } from "../../../server/conversations/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { pagesOf } from "../../form-pages.ts"
import { FormOf, textOf } from "../../forms.ts"
import { ActionButton, EmptyState, PageTitle, useReader } from "../../layout/index.ts"
import { goTo, ownPath, type Site } from "../../site.tsx"
import { BLOCKED } from "./address.ts"
import { Trail } from "./trail.tsx"

export function blockingPages(app: App, site: Site): void {
  pagesOf(app, site).page(BLOCKED, {
    find: ({ db, actor }) => listBlocked(db, actor),
    show: ({ t }, blocked) => ({
      title: t.conversations.blockedTitle,
      current: "conversations",
      width: "reading",
      breadcrumb: <Trail t={t} below={[{ label: t.conversations.blockedTitle }]} />,
      children: <Blocked people={blocked} />,
    }),
  })
  const config = { access: "signed-in", page: true } as const
  const schema = { params: ById, body: FormOf("back"), response: html }
  app.post(`${BLOCKED}/:id`, { config, schema }, async ({ actor, params, body }, reply) => {
    await blockPerson(site.db, site.conversing, actor, params.id)
    return goTo(reply, ownPath(textOf(body, "back")), "person-blocked")
  })
  app.post(`${BLOCKED}/:id/aufheben`, { config, schema }, async ({ actor, params, body }, reply) => {
    await unblockPerson(site.db, actor, params.id)
    return goTo(reply, ownPath(textOf(body, "back")), "person-unblocked")
  })
}

function Blocked({ people }: { people: { id: string; name: string }[] }) {
  const { t } = useReader()
  const words = t.conversations
  return (
    <>
      <PageTitle lead={<p>{words.blockedLead}</p>}>{words.blockedTitle}</PageTitle>
      {people.length === 0 ? (
        <EmptyState icon="check-circle" title={words.nobodyBlocked} />
      ) : (
        <ul class="ff-checklist">
          {people.map(({ id, name }) => (
            <li key={id}>
              <p>{name}</p>
              <ActionButton action={`${BLOCKED}/${id}/aufheben`} hidden={{ back: BLOCKED }} context={name}>
                {words.unblock}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
