import { notFound } from "../../../server/kernel/errors.ts"
import { type App, allowedOrigins } from "../../../server/kernel/http.ts"
import { type FiledMail, findFiledMail, listFiledMails } from "../../../server/kernel/mail-files.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
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

/** What the frame of a mail may do: follow a link that somebody clicks, out of the frame. No script, no form, no picture. */
const SANDBOX = "allow-top-navigation-by-user-activation"
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox ${SANDBOX}`

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

  app.get(
    "/probe/post/:id",
    {
      config: { access: "public", page: true },
      schema: { params: ById, response: html },
    },
    async ({ params }, reply) => {
      const mail = site.config.trial ? await findFiledMail(site.config.dataDir, params.id) : null
      if (!mail?.html) throw notFound()
      return reply
        .header("content-security-policy", POLICY)
        .type("text/html; charset=utf-8")
        .send(inFrame(mail.html, site.config.publicUrl))
    },
  )
}

/** Addresses of this installation become paths: they stay where the reader is signed in, and leave the frame. */
const inFrame = (mail: string, publicUrl: string) =>
  mail.replaceAll(`<a href="${publicUrl}/`, '<a target="_top" href="/')

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
        <Mail t={t} mail={mail} origins={origins} key={mail.id} />
      ))}
      {mails.length === MOST && <p>{words.most(MOST)}</p>}
    </>
  )
}

/** As a mail program shows it; the text, the head and the calendar on demand. */
function Mail({ t, mail, origins }: { t: Texts; mail: FiledMail; origins: string[] }) {
  const words = t.information.mails
  const { id, subject, from, to, replyTo, at, html: formatted, text, calendar, headers } = mail
  const facts = [
    { label: words.from, value: from },
    { label: words.to, value: to },
    ...(replyTo ? [{ label: words.replyTo, value: replyTo }] : []),
    { label: words.at, value: <DateTime value={at} format="datetime" /> },
  ]
  const plain = (
    <p class="ff-mail-text">
      <Linked text={text} origins={origins} />
    </p>
  )
  return (
    <Card title={subject} icon="mail">
      <Facts facts={facts} />
      {replyTo && (
        <p>
          <LinkButton href={`/probe/post/eingang?mail=${id}`} icon="reply" context={subject} small>
            {words.reply}
          </LinkButton>
        </p>
      )}
      {formatted && (
        <iframe
          class="ff-mail-frame"
          src={`/probe/post/${id}`}
          title={words.frame(subject)}
          sandbox={SANDBOX}
          loading="lazy"
        />
      )}
      {formatted ? (
        <Disclosure summary={words.asText} quiet>
          {plain}
        </Disclosure>
      ) : (
        plain
      )}
      {calendar && (
        <Disclosure summary={words.calendar} quiet>
          <p class="ff-mail-text">{calendar.trim()}</p>
        </Disclosure>
      )}
      <Disclosure summary={words.head} quiet>
        <p class="ff-mail-text">{headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}</p>
      </Disclosure>
    </Card>
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
