import type { FastifyReply, FastifyRequest } from "fastify"
import { findPost, Hide, hidePost, Redaction, redactPost } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, textOf } from "../../forms.ts"
import { Alert, Buttons, errorOf, Field, Form, LinkButton, SubmitButton } from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { showPostForm } from "./post-form.tsx"
import { attempt, type Retry } from "./retry.ts"
import { pathOf } from "./thread-of.ts"

const ANY = ["question", "best-practice", "answer", "comment"] as const

/** Hiding and redacting: rare, serious, and each on a page of its own. */
export async function moderationPages(app: App, site: Site): Promise<void> {
  pageRoute(app, site, "ausblenden", showHide)
  pageRoute(app, site, "schwaerzen", showRedact)
  app.post(
    "/beitraege/:id/ausblenden",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("reason"), response: html },
    },
    async (request, reply) => {
      const post = await findPost(site.db, request.actor, request.params.id, ANY, "moderate")
      const retry = await attempt(texts(request.locale), "ausblenden", request.body, async () => {
        const { value, faults } = checkInput(Hide, { reason: textOf(request.body, "reason") })
        if (value) await hidePost(site.db, request.actor, post.id, value.reason)
        return faults
      })
      return retry ? showHide(site, request, reply, post.id, retry) : goTo(reply, pathOf(post), "hidden")
    },
  )
  app.post(
    "/beitraege/:id/schwaerzen",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("words"), response: html },
    },
    async (request, reply) => {
      const post = await findPost(site.db, request.actor, request.params.id, ANY, "moderate")
      const retry = await attempt(texts(request.locale), "schwaerzen", request.body, async () => {
        const { value, faults } = checkInput(Redaction, { words: linesOf(request.body) })
        if (value) await redactPost(site.db, request.actor, post.id, value.words)
        return faults
      })
      return retry ? showRedact(site, request, reply, post.id, retry) : goTo(reply, pathOf(post), "redacted")
    },
  )
}

type Shower = typeof showHide

function pageRoute(app: App, site: Site, path: string, shower: Shower): void {
  app.get(
    `/beitraege/:id/${path}`,
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => shower(site, request, reply, request.params.id, null),
  )
}

async function showHide(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const post = await findPost(site.db, request.actor, id, ANY, "moderate")
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t, errors) => ({
      title: t.thread.hide.title,
      lead: t.thread.hide.text,
      current: t.thread.redact.current,
      form: (
        <Form action={`/beitraege/${id}/ausblenden`}>
          <Field
            type="textarea"
            name="reason"
            label={t.thread.hide.reason}
            hint={t.thread.hide.reasonHint}
            error={errorOf(errors, "reason")}
            value={textOf(retry?.fields ?? {}, "reason")}
            maxlength={500}
            rows={3}
          />
          <Buttons>
            <SubmitButton>{t.thread.hide.submit}</SubmitButton>
            <LinkButton href={pathOf(post)} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      ),
    }),
  })
}

async function showRedact(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const post = await findPost(site.db, request.actor, id, ANY, "moderate")
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t, errors) => ({
      title: t.thread.redact.title,
      lead: t.thread.redact.text,
      current: t.thread.redact.current,
      form: (
        <>
          {post.attachments.length > 0 && (
            <Alert kind="warning">
              <p>{t.thread.redact.attachments}</p>
            </Alert>
          )}
          <Form action={`/beitraege/${id}/schwaerzen`} confirm={t.thread.redact.confirm}>
            <Field
              type="textarea"
              name="words"
              label={t.thread.redact.words}
              hint={t.thread.redact.wordsHint}
              error={errorOf(errors, "words")}
              value={textOf(retry?.fields ?? {}, "words")}
              rows={3}
            />
            <Buttons>
              <SubmitButton>{t.thread.redact.submit}</SubmitButton>
              <LinkButton href={pathOf(post)} kind="tertiary">
                {t.shell.form.cancel}
              </LinkButton>
            </Buttons>
          </Form>
        </>
      ),
    }),
  })
}

const linesOf = (fields: Fields) =>
  textOf(fields, "words")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
