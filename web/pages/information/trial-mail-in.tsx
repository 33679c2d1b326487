import { readFile } from "node:fs/promises"
import { Type } from "typebox"
import { findMe } from "../../../server/accounts/index.ts"
import { listCategories, postAddress, questionAddress } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { newId } from "../../../server/kernel/database.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { refuseFaulty } from "../../../server/kernel/multipart.ts"
import { Choice, Closed, html } from "../../../server/kernel/schemas.ts"
import { listInbox, replyAddress } from "../../../server/notifications/index.ts"
import { FormOf, readMultipart, textOf } from "../../forms.ts"
import { Alert, Breadcrumb, Buttons, Card, Field, Form, PageTitle, SubmitButton } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"

const PATH = "/probe/post/eingang"
/** More than any mail that somebody writes by hand. */
const LONGEST_SOURCE = 200_000

const Query = Closed({ beispiel: Type.Optional(Choice(["frage", "antwort"])) })

type Handled = Awaited<ReturnType<Site["takeMail"]>>

/** Stands for the mailbox in a trial: a mail as its program stored it, and what became of it. */
export function trialMailIn(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(PATH, { config, schema: { querystring: Query, response: html } }, async (request, reply) => {
    if (!site.config.trial) throw notFound()
    const isReply = request.query.beispiel === "antwort"
    const source = await exampleOf(site, request.actor, isReply, texts(request.locale))
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

type Example = { to: string; subject: string; body: string }

/** What this person could send, as their mail program would write it, with a new `Message-ID` each time. */
async function exampleOf(site: Site, actor: Actor, isReply: boolean, t: Texts): Promise<string> {
  const { displayName, email } = await findMe(site.db, actor)
  const { reply, question } = t.information.mailIn.examples
  const found = isReply ? await replyOf(site, actor) : null
  const { to, subject, body } = found
    ? { ...found, body: reply(displayName, found.title) }
    : await questionOf(site, actor, { subject: question.subject, body: question.body(displayName) })
  return [
    `From: ${displayName} <${email}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${newId()}@mail.example>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
  ].join("\n")
}

/** To what the person was told of last; null where they were told of nothing that can be answered. */
async function replyOf({ db, config, describeInbox }: Site, actor: Actor) {
  const { items } = await listInbox(db, actor, describeInbox, {})
  const last = items.find(({ kind, title }) => kind !== null && title !== null)
  const to = last && replyAddress(config, actor.id, last.groupId)
  return last && to ? { to, subject: `AW: ${last.title}`, title: last.title ?? "" } : null
}

async function questionOf({ db, config }: Site, actor: Actor, words: Omit<Example, "to">): Promise<Example> {
  const open = (await listCategories(db, actor)).find(({ kind, can }) => kind === "questions" && can.post)
  return { ...words, to: (open ? questionAddress(config, open) : config.mailIn?.address) ?? "" }
}
