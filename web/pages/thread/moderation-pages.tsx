import { findPost, Hide, hidePost } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { type FormState, field } from "../../form-state.tsx"
import { Buttons, Field, Form, LinkButton, SubmitButton, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { postForm } from "./post-form.tsx"
import { type FoundPost, pathOf } from "./thread-of.ts"

/** What may be moderated. */
export const ANY = ["question", "best-practice", "answer", "comment"] as const

/** Hiding: rare, serious, and on a page of its own. */
export function moderationPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/beitraege/:id/ausblenden", {
    find: findModerated,
    input: Hide,
    start: () => ({}),
    act: ({ db, actor, params }, { reason }) => hidePost(db, actor, params.id, reason),
    to: (_, post) => [pathOf(post), "hidden"],
    show: ({ t }, post, form) =>
      postForm(t, {
        post,
        title: t.thread.hide.title,
        lead: t.thread.hide.text,
        current: t.thread.redact.current,
        errors: form.errors,
        form: <HideForm post={post} form={form} />,
      }),
  })
}

export const findModerated = ({ db, actor, params }: Pick<Ask, "db" | "actor" | "params">) =>
  findPost(db, actor, params.id, ANY, "moderate")

function HideForm({ post, form }: { post: FoundPost; form: FormState }) {
  const { t } = useReader()
  return (
    <Form action={`/beitraege/${post.id}/ausblenden`} keep={`ausblenden-${post.id}`}>
      <Field {...field(form, "reason")} type="textarea" hint={t.thread.hide.reasonHint} rows={3} />
      <Buttons>
        <SubmitButton>{t.thread.hide.submit}</SubmitButton>
        <LinkButton href={pathOf(post)} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
