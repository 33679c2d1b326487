import type { FastifyReply, FastifyRequest } from "fastify"
import { findPost, Hide, hidePost } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../forms.ts"
import { Buttons, errorOf, Field, Form, LinkButton, SubmitButton } from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { ANY, showModeration } from "./moderation-frame.tsx"
import { attempt, type Retry } from "./retry.ts"
import { pathOf } from "./thread-of.ts"

/** Hiding: rare, serious, and on a page of its own. */
export async function moderationPages(app: App, site: Site): Promise<void> {
  app.get(
    "/beitraege/:id/ausblenden",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showHide(site, request, reply, request.params.id, null),
  )
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
}

async function showHide(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  return showModeration(site, request, reply, id, retry, (t, post, errors) => ({
    title: t.thread.hide.title,
    lead: t.thread.hide.text,
    form: (
      <Form action={`/beitraege/${id}/ausblenden`} keep={`ausblenden-${id}`}>
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
  }))
}
