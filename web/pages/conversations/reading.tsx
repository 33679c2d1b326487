import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  type ConversationView,
  findConversation,
  markSeen,
  NewMessage,
  sendWithFiles,
} from "../../../server/conversations/index.ts"
import type { Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { refuseFaulty } from "../../../server/kernel/multipart.ts"
import { ById, Closed, checkInput, html } from "../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { readForm } from "../../form-reading.ts"
import { type FormState, freshForm } from "../../form-state.tsx"
import { type Fields, FormOf, faultErrors, readMultipart, refusalErrors } from "../../forms.ts"
import type { FieldError } from "../../layout/index.ts"
import { type Content, goTo, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { anchorOf, pathOf } from "./address.ts"
import { Conversation } from "./conversation.tsx"
import { Trail } from "./trail.tsx"

const Address = Closed({ vor: Type.Optional(Type.Integer({ minimum: 1 })) })

export function readingPages(app: App, site: Site): void {
  pagesOf(app, site).page("/gespraeche/:id", {
    query: Address,
    find: async ({ db, actor, params, query }) => {
      const found = await findConversation(db, site.conversing, actor, params.id, query.vor)
      const latest = found.messages.at(-1)
      if (latest && latest.number > found.readTo)
        await markSeen(db, site.conversing, actor, params.id, latest.number)
      return found
    },
    show: (ask, found) => showConversation(ask, found),
  })
  app.post(
    "/gespraeche/:id",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("body", "files", "idempotencyKey"), response: html },
      preValidation: readMultipart,
    },
    async (request, reply) => {
      const { params, actor } = request
      const t = texts(request.locale)
      const fields: Fields = request.body
      const { value, faults } = checkInput(NewMessage, readForm(NewMessage, fields))
      if (!value) return again(site, request, reply, fields, faultErrors(t, faults, labelsOf(t)), 422)
      try {
        const uploads = request.uploads ?? []
        for (const upload of uploads) refuseFaulty(upload)
        const { id } = await sendWithFiles(site, actor, params.id, value, uploads)
        return goTo(reply, `${pathOf(params.id)}#${anchorOf(id)}`, "message-sent")
      } catch (error) {
        return again(site, request, reply, fields, refusalErrors(t, error), (error as Refusal).status)
      }
    },
  )
}

const labelsOf = (t: Texts) => ({ body: t.conversations.message, files: t.conversations.files })

/** The same page with what was typed and refused; files have to be chosen anew. */
async function again(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  fields: Fields,
  errors: FieldError[],
  status: number,
) {
  const { actor, params } = request
  const found = await findConversation(site.db, site.conversing, actor, params.id)
  const content = (t: Texts): Content => {
    const made = showConversation({ t }, found, { fields, errors, status })
    return { ...made, title: t.shell.form.errorPageTitle(made.title) }
  }
  return show(site, request, reply, content, status)
}

export const showConversation = (
  { t }: Pick<Ask, "t">,
  found: ConversationView,
  tried: Partial<FormState> = {},
): Content => {
  const title = found.title || t.conversations.alone
  const form = { ...freshForm(NewMessage, labelsOf(t), {}), ...tried }
  return {
    title,
    current: "conversations",
    width: "reading",
    reads: found.id,
    breadcrumb: <Trail t={t} below={[{ label: title }]} />,
    children: <Conversation conversation={found} title={title} form={form} />,
  }
}
