import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"
import { findSubscription, unsubscribe } from "../../../server/notifications/index.ts"
import { ActionButton, Alert, Buttons, PageTitle, useReader } from "../../layout/index.ts"
import { type Content, type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

const PATH = "/abbestellen/:token"
const params = Closed({ token: Type.String({ maxLength: 200 }) })

type Found = Awaited<ReturnType<typeof findSubscription>>

/**
 * Where the mails' `List-Unsubscribe` leads. Mail programs and the filters before them open every address of a mail, so
 * looking changes nothing; a program that unsubscribes for its person sends a `POST` without a session (RFC 8058). Nobody is
 * named: whoever was forwarded the mail may look as well.
 */
export function unsubscribePages(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "public", page: true }, schema: { params, response: html } },
    async (request, reply) => {
      const found = await findSubscription(site.db, request.params.token)
      const content = (t: Texts) => contentOf(t, found, <Ask found={found} path={request.url} />)
      return show(site, request, reply, content, found ? 200 : 404)
    },
  )
  app.post(
    PATH,
    {
      // Whole offices unsubscribe from the one address of their mail server; without a signature nothing is done.
      config: { access: "public", page: true, fromOutside: true, limitsItself: true },
      schema: { params, response: html },
    },
    async (request, reply) => {
      const found = await unsubscribe(site.db, request.params.token)
      // Answered at once: programs do not follow where they are led (RFC 8058, 3.1).
      const content = (t: Texts) => contentOf(t, found, <Done found={found} />)
      return show(site, request, reply, content, found ? 200 : 404)
    },
  )
}

const contentOf = (t: Texts, found: Found, children: Content["children"]): Content => ({
  title: found ? t.mail.unsubscribe.title : t.mail.unsubscribe.unknownTitle,
  width: "reading",
  children,
})

function Ask({ found, path }: { found: Found; path: string }) {
  const { t } = useReader()
  const words = t.mail.unsubscribe
  if (!found) return <Unknown />
  return (
    <>
      <PageTitle lead={<p>{words.ask(nameOf(t, found))}</p>}>{words.title}</PageTitle>
      <p>{words.stays}</p>
      <Buttons>
        <ActionButton action={path} kind="primary" small={false}>
          {words.confirm}
        </ActionButton>
      </Buttons>
      <Choose />
    </>
  )
}

function Done({ found }: { found: Found }) {
  const { t } = useReader()
  const words = t.mail.unsubscribe
  if (!found) return <Unknown />
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Alert kind="success" live>
        <p>{words.done(nameOf(t, found))}</p>
      </Alert>
      <p>{words.stays}</p>
      <Choose />
    </>
  )
}

function Unknown() {
  const { t } = useReader()
  const words = t.mail.unsubscribe
  return (
    <>
      <PageTitle lead={<p>{words.unknown}</p>}>{words.unknownTitle}</PageTitle>
      <Choose />
    </>
  )
}

function Choose() {
  const { t } = useReader()
  return (
    <p>
      <a href="/profil/benachrichtigungen">{t.mail.unsubscribe.choose}</a>
    </p>
  )
}

const nameOf = (t: Texts, { reason }: NonNullable<Found>) =>
  reason ? t.notifications.notices[reason] : t.mail.unsubscribe.everything
