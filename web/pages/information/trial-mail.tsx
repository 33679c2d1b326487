import { notFound } from "../../../server/kernel/errors.ts"
import { type App, allowedOrigins } from "../../../server/kernel/http.ts"
import { type FiledMail, listFiledMails } from "../../../server/kernel/mail.ts"
import { html } from "../../../server/kernel/schemas.ts"
import {
  Alert,
  Card,
  DateTime,
  Disclosure,
  EmptyState,
  Facts,
  LinkButton,
  PageTitle,
} from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

const MOST = 50

/** The mails that a trial writes as files. Whoever runs the program can read those anyway. */
export function trialMail(app: App, site: Site): void {
  app.get(
    "/probe/post",
    { config: { access: "public", page: true }, schema: { response: html } },
    async (request, reply) => {
      if (!site.config.trial) throw notFound()
      const mails = await listFiledMails(site.config.dataDir, MOST)
      const origins = allowedOrigins(site.config)
      return show(site, request, reply, (t) => ({
        title: t.information.mails.title,
        width: "reading",
        children: <Mails t={t} mails={mails} origins={origins} />,
      }))
    },
  )
}

function Mails({ t, mails, origins }: { t: Texts; mails: FiledMail[]; origins: string[] }) {
  const words = t.information.mails
  const reload = (
    <>
      <LinkButton href="/probe/post/eingang" icon="reply" small>
        {words.answer}
      </LinkButton>
      <LinkButton href="/probe/post" icon="reuse" small>
        {words.reload}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={reload}>
        {words.title}
      </PageTitle>
      <Alert kind="warning">
        <p>{words.everybody}</p>
      </Alert>
      <Disclosure summary={words.whoTitle} open={mails.length === 0}>
        <ul class="ff-bullets">
          {words.who.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Disclosure>
      {mails.length === 0 && (
        <EmptyState icon="mail" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {mails.map((mail) => (
        <Card title={mail.subject} icon="mail" key={mail.id}>
          <Facts
            facts={[
              { label: words.to, value: mail.to },
              { label: words.at, value: <DateTime value={mail.at} format="datetime" /> },
            ]}
          />
          <p class="ff-mail-text">
            <Linked text={mail.text.trim()} origins={origins} />
          </p>
        </Card>
      ))}
      {mails.length === MOST && <p>{words.most(MOST)}</p>}
    </>
  )
}

/** Only addresses of this installation become links, as paths: they stay where the reader is signed in. */
function Linked({ text, origins }: { text: string; origins: string[] }) {
  const pieces = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
  return (
    <>
      {pieces.map((piece) => {
        const url = URL.canParse(piece) ? new URL(piece) : null
        if (!url || !origins.includes(url.origin)) return piece
        return <a href={`${url.pathname}${url.search}${url.hash}`}>{piece}</a>
      })}
    </>
  )
}
