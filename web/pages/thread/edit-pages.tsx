import {
  EditedAnswer,
  EditedComment,
  editAnswer,
  editComment,
  findPost,
} from "../../../server/forum/index.ts"
import type { Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { ATTACHMENT_FIELDS, receiveUploads } from "../../attachments.tsx"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { FormOf, fieldErrors, orNull, readMultipart, refusalErrors, textOf } from "../../forms.ts"
import { goTo, type Site } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { currentOf } from "../compose/conflict.tsx"
import { type Edited, EditForm, editedOf } from "./edit-form.tsx"
import { postForm, showAgain } from "./post-form.tsx"
import { type FoundPost, pathOf } from "./thread-of.ts"

const ANSWER = "/antworten/:id/bearbeiten"

/** Changing an answer or a comment. Whoever was overtaken sees both texts and decides. */
export function editPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(ANSWER, {
    find: findEdited("answer"),
    show: ({ t }, post) => editPage(t, post, editedOf(post)),
  })
  answerRoute(app, site)
  pages.formPage("/kommentare/:id/bearbeiten", {
    find: findEdited("comment"),
    input: EditedComment,
    start: (post) => editedOf(post).fields,
    act: ({ db, actor, params }, value) => editComment(db, actor, params.id, value),
    to: (_, post) => [pathOf(post), "saved"],
    show: ({ t }, post, { newer, ...form }) => {
      const current = newer && { version: post.version, title: null, text: { body: textOf(newer, "body") } }
      return editPage(t, post, { ...form, files: [], current })
    },
  })
}

const findEdited =
  (kind: "answer" | "comment") =>
  ({ db, actor, params }: Pick<Ask, "db" | "actor" | "params">) =>
    findPost(db, actor, params.id, [kind], "edit")

function answerRoute(app: App, site: Site): void {
  app.post(
    ANSWER,
    {
      config: { access: "signed-in", page: true },
      schema: {
        params: ById,
        body: FormOf("version", "body", "legalStatusDate", "reviewDate", ...ATTACHMENT_FIELDS),
        response: html,
      },
      preValidation: readMultipart,
    },
    async (request, reply) => {
      const { actor, params, body: fields } = request
      const t = texts(request.locale)
      const post = await findEdited("answer")({ db: site.db, actor, params })
      const { uses, errors, shown } = await receiveUploads(site, request, fields, post.attachments)
      const again = (tried: Partial<Edited>, status: number) => {
        const edited = { fields, files: shown, errors, current: null, ...tried }
        return showAgain(site, request, reply, editPage(t, post, edited), status)
      }
      const input = {
        version: Number(textOf(fields, "version")),
        body: textOf(fields, "body"),
        attachments: uses,
        ...(post.official && {
          legalStatusDate: orNull(textOf(fields, "legalStatusDate")),
          reviewDate: orNull(textOf(fields, "reviewDate")),
        }),
      }
      const { value, faults } = checkInput(EditedAnswer, input)
      if (!value || errors.length > 0) return again({ errors: [...fieldErrors(t, faults), ...errors] }, 422)
      try {
        await editAnswer(site.db, actor, post.id, value)
      } catch (error) {
        const { status } = error as Refusal
        return again({ errors: refusalErrors(t, error), current: currentOf(error) }, status)
      }
      return goTo(reply, pathOf(post), "saved")
    },
  )
}

const editPage = (t: Texts, post: FoundPost, edited: Edited) =>
  postForm(t, {
    post,
    title: post.kind === "answer" ? t.thread.edit.answer : t.thread.edit.comment,
    wide: edited.current !== null,
    errors: edited.errors,
    form: <EditForm post={post} edited={edited} />,
  })
