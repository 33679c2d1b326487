import { Type } from "typebox"
import { answerFile } from "../kernel/file-answers.ts"
import type { App } from "../kernel/http.ts"
import { readUpload } from "../kernel/multipart.ts"
import { ById, Closed, Created, Key } from "../kernel/schemas.ts"
import { accessMessageFile, accessOwnMessage, attachToMessage, type ConversationParts } from "./files.ts"

export function fileRoutes(app: App, parts: ConversationParts): void {
  const { db, files, conversing } = parts
  app.post(
    "/api/conversation-messages/:id/files",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Attach a file to an own message",
        consumes: ["multipart/form-data"],
        params: ById,
        querystring: Closed({ key: Type.Optional(Key) }),
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      // Before a file is read: whoever may not attach it learns nothing, not even that it does not fit.
      await accessOwnMessage(db, conversing, actor, params.id)
      const { name, path } = await readUpload(request, reply, "files")
      const attached = await attachToMessage(parts, actor, params.id, { name, path, key: query.key })
      return reply.code(201).send(attached)
    },
  )
  /** Its address stands on pages, so it is no API address. Images are shown, the rest is downloaded. */
  app.get(
    "/gespraeche/dateien/:id",
    {
      config: { access: "signed-in" },
      compress: false,
      schema: { params: ById, response: { 200: Type.Any() } },
    },
    async (request, reply) => {
      const file = await accessMessageFile(db, conversing, request.actor, request.params.id)
      return answerFile(request, reply, files, { ...file, isImage: file.image })
    },
  )
}
