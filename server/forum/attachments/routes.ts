import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import { answerFile } from "../../kernel/file-answers.ts"
import type { App } from "../../kernel/http.ts"
import { readUpload } from "../../kernel/multipart.ts"
import { ById } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { AttachmentView } from "../posts/schema.ts"
import { accessAttachment, discardAttachment, uploadAttachment } from "./actions.ts"

export async function attachmentRoutes(app: App, { db, files }: ForumParts): Promise<void> {
  const api = apiOf(app)
  app.post(
    "/api/attachments",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Upload a file as multipart/form-data, to be used in a post",
        consumes: ["multipart/form-data"],
        response: { 201: AttachmentView },
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request, reply, "attachments")
      return reply.code(201).send(await uploadAttachment(db, files, request.actor, upload))
    },
  )
  api.change("DELETE /api/attachments/:id", "Remove an attachment", null, ({ actor, params }) =>
    discardAttachment(db, files, actor, params.id),
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
