import { readFile } from "node:fs/promises"
import { type Static, Type } from "typebox"
import { findMe } from "../../../server/accounts/index.ts"
import { listCategories, postAddress, questionAddress } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { newId } from "../../../server/kernel/database.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type FiledMail, findFiledMail } from "../../../server/kernel/mail-files.ts"
import { refuseFaulty } from "../../../server/kernel/multipart.ts"
import { Choice, Closed, html, Id } from "../../../server/kernel/schemas.ts"
import { listInbox, replyAddress } from "../../../server/notifications/index.ts"
import { FormOf, readMultipart, textOf } from "../../forms.ts"
import { Alert, Breadcrumb, Buttons, Card, Field, Form, PageTitle, SubmitButton } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"

const PATH = "/probe/post/eingang"
/** More than any mail that somebody writes by hand. */
const LONGEST_SOURCE = 200_000

const Query = Closed({
  beispiel: Type.Optional(Choice(["frage", "antwort"])),
  /** One of the mails that a trial has written, to be answered. */
  mail: Type.Optional(Id),
})

type Handled = Awaited<ReturnType<Site["takeMail"]>>

/** Stands for the mailbox in a trial: a mail as its program stored it, and what became of it. */
export function trialMailIn(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(PATH, { config, schema: { querystring: Query, response: html } }, async (request, reply) => {
    if (!site.config.trial) throw notFound()
    const source = await exampleOf(site, request.actor, request.query, texts(request.locale))
    return show(site, request, reply, (t) => contentOf(t, source, null))
  })
  app.post(
    PATH,
    { config, schema: { body: FormOf("source"), response: html }, preValidation: readMultipart },
    async (request, reply) => {
      if (!site.config.trial) throw notFound()
      const [upload] = request.uploads ?? []
      if (upload) refuseFaulty(upload)
      const source = textOf(request.body, "source")
      const handled = await site.takeMail(
        upload ? await readFile(upload.path) : Buffer.from(source.replaceAll("\n", "\r\n")),
      )
      return show(site, request, reply, (t) => contentOf(t, source, handled))
    },
  )
}

const contentOf = (t: Texts, source: string, handled: Handled | null) => ({
  title: t.information.mailIn.title,
  width: "reading" as const,
  breadcrumb: (
    <Breadcrumb
      trail={[
        { label: t.information.mails.title, href: "/probe/post" },
        { label: t.information.mailIn.title },
      ]}
    />
  ),
  children: <MailIn t={t} source={source} handled={handled} />,
})

function MailIn({ t, source, handled }: { t: Texts; source: string; handled: Handled | null }) {
  const words = t.information.mailIn
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {handled && (
        <Alert kind={handled.outcome === "posted" ? "success" : "info"} live>
          <p>{words.outcomes[handled.outcome]}</p>
          <p>
            <a href={pathOf(handled)}>{words.links[handled.outcome]}</a>
          </p>
        </Alert>
      )}
      <p>
        <a href={`${PATH}?beispiel=frage`}>{words.asQuestion}</a>
        {" · "}
        <a href={`${PATH}?beispiel=antwort`}>{words.asReply}</a>
      </p>
      <Card>
        <Form action={PATH} multipart>
          <Field type="file" name="mail" label={words.file} hint={words.fileHint} accept=".eml" optional />
          <Field
            type="textarea"
            name="source"
            label={words.source}
            hint={words.sourceHint}
            rows={14}
            maxlength={LONGEST_SOURCE}
            value={source}
            optional
          />
          <Buttons>
            <SubmitButton>{words.submit}</SubmitButton>
          </Buttons>
        </Form>
      </Card>
    </>
  )
}

function pathOf({ outcome, subjectId }: Handled): string {
  if (outcome === "posted" && subjectId) return postAddress(subjectId)
  return outcome === "drafted" ? `/entwuerfe/${subjectId}` : "/probe/post"
}

type Source = { from: string; to: string; subject: string; body: string }

/** What somebody could send, as their mail program would write it, with a new `Message-ID` each time. */
async function exampleOf(site: Site, actor: Actor, query: Static<typeof Query>, t: Texts): Promise<string> {
  const filed = query.mail ? await findFiledMail(site.config.dataDir, query.mail) : null
  const wanted = filed?.replyTo
    ? answerTo(filed, t)
    : query.beispiel === "antwort" && (await answerToLast(site, actor, t))
  const { from, to, subject, body } = wanted || (await questionOf(site, actor, t))
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${newId()}@mail.example>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
  ].join("\n")
}

const answerTo = (
  { to, replyTo, subject, text }: Pick<FiledMail, "to" | "replyTo" | "subject" | "text">,
  t: Texts,
): Source => ({
  from: to,
  to: replyTo,
  subject: `AW: ${subject}`,
  body: t.information.mailIn.examples.reply(text.trim().replace(/^/gm, "> ")),
})

/** To what the person was told of last; null where they were told of nothing that can be answered. */
async function answerToLast(site: Site, actor: Actor, t: Texts): Promise<Source | null> {
  const { items } = await listInbox(site.db, actor, site.describeInbox, {})
  const last = items.find(({ kind, title }) => kind !== null && title !== null)
  const replyTo = last && replyAddress(site.config, actor.id, last.groupId)
  if (!last?.title || !replyTo) return null
  return answerTo({ to: await senderOf(site, actor), replyTo, subject: last.title, text: last.title }, t)
}

async function questionOf(site: Site, actor: Actor, t: Texts): Promise<Source> {
  const { subject, body } = t.information.mailIn.examples.question
  const categories = await listCategories(site.db, actor)
  const open = categories.find(({ kind, can }) => kind === "questions" && can.post)
  const to = (open ? questionAddress(site.config, open) : site.config.mailIn?.address) ?? ""
  return { from: await senderOf(site, actor), to, subject, body: body(actor.displayName) }
}

async function senderOf({ db }: Site, actor: Actor): Promise<string> {
  const { displayName, email } = await findMe(db, actor)
  return `${displayName} <${email}>`
}
