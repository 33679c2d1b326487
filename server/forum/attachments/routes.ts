import { Type } from "typebox"
import { answerFile } from "../../kernel/file-answers.ts"
import type { App } from "../../kernel/http.ts"
import { readUpload } from "../../kernel/multipart.ts"
import { ById, Nothing } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { AttachmentView } from "../posts/schema.ts"
import { accessAttachment, discardAttachment, uploadAttachment } from "./actions.ts"

export async function attachmentRoutes(app: App, { db, files }: ForumParts): Promise<void> {
  app.post(
    "/api/attachments",
    {
      config: { access: "signed-in" },
      schema: { consumes: ["multipart/form-data"], response: { 201: AttachmentView } },
    },
    async (request, reply) => {
      const upload = await readUpload(request, reply, "attachments")
      return reply.code(201).send(await uploadAttachment(db, files, request.actor, upload))
    },
  )
  app.delete(
    "/api/attachments/:id",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await discardAttachment(db, files, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  /** Its address stands in posts, so it is no API address. Images are shown, the rest is downloaded. */
  app.get(
    "/anhaenge/:id",
    {
      config: { access: "signed-in" },
      compress: false,
      schema: { params: ById, response: { 200: Type.Any() } },
    },
    async (request, reply) => {
      const file = await accessAttachment(db, request.actor, request.params.id)
      return answerFile(request, reply, files, { ...file, isImage: file.image })
    },
  )
}
