import type { FastifyReply, FastifyRequest } from "fastify"
import {
  EditedAnswer,
  EditedComment,
  editAnswer,
  editComment,
  findPost,
} from "../../../server/forum/index.ts"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { ATTACHMENT_FIELDS, receiveUploads } from "../../attachments.tsx"
import { FormOf, fieldErrors, orNull, readMultipart, refusalErrors, textOf } from "../../forms.ts"
import { goTo, type Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { type Current, currentOf } from "../compose/conflict.tsx"
import { type Edited, EditForm, editedOf } from "./edit-form.tsx"
import { showPostForm } from "./post-form.tsx"
import { type FoundPost, pathOf } from "./thread-of.ts"

/** Changing an answer or a comment. Who was overtaken sees both texts and decides. */
export async function editPages(app: App, site: Site): Promise<void> {
  pageRoute(app, site, "/antworten/:id/bearbeiten", "answer")
  pageRoute(app, site, "/kommentare/:id/bearbeiten", "comment")
  app.post(
    "/antworten/:id/bearbeiten",
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
      const fields = request.body
      const post = await findPost(site.db, request.actor, request.params.id, ["answer"], "edit")
      const { uses, errors, shown } = await receiveUploads(site, request, fields, post.attachments)
      const edited: Edited = { fields, files: shown, errors, current: null, status: 422 }
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
      if (!value || errors.length > 0) return again(site, request, reply, post, edited, faults)
      return save(site, request, reply, post, edited, () =>
        editAnswer(site.db, request.actor, post.id, value),
      )
    },
  )
  app.post(
    "/kommentare/:id/bearbeiten",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("version", "body"), response: html },
    },
    async (request, reply) => {
      const fields = request.body
      const post = await findPost(site.db, request.actor, request.params.id, ["comment"], "edit")
      const edited: Edited = { fields, files: [], errors: [], current: null, status: 422 }
      const input = { version: Number(textOf(fields, "version")), body: textOf(fields, "body") }
      const { value, faults } = checkInput(EditedComment, input)
      if (!value) return again(site, request, reply, post, edited, faults)
      return save(site, request, reply, post, edited, () =>
        editComment(site.db, request.actor, post.id, value),
      )
    },
  )
}

function pageRoute(app: App, site: Site, path: string, kind: "answer" | "comment"): void {
  app.get(
    path,
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => {
      const post = await findPost(site.db, request.actor, request.params.id, [kind], "edit")
      return showEdit(site, request, reply, post, editedOf(post))
    },
  )
}

async function save(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  post: FoundPost,
  edited: Edited,
  act: () => Promise<void>,
) {
  try {
    await act()
  } catch (error) {
    const errors = refusalErrors(texts(request.locale), error)
    const status = error instanceof Refusal ? error.status : 500
    const current: Current | null = currentOf(error)
    return showEdit(site, request, reply, post, { ...edited, errors, current, status })
  }
  return goTo(reply, pathOf(post), "saved")
}

function again(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  post: FoundPost,
  edited: Edited,
  faults: Parameters<typeof fieldErrors>[1],
) {
  const errors = [...fieldErrors(texts(request.locale), faults), ...edited.errors]
  return showEdit(site, request, reply, post, { ...edited, errors })
}

const showEdit = (
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  post: FoundPost,
  edited: Edited,
) =>
  showPostForm(site, request, reply, {
    post,
    retry: edited,
    wide: edited.current !== null,
    content: (t) => ({
      title: post.kind === "answer" ? t.thread.edit.answer : t.thread.edit.comment,
      form: <EditForm post={post} edited={edited} />,
    }),
  })
