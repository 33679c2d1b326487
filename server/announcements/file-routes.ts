import { Type } from "typebox"
import { apiOf } from "../kernel/api.ts"
import type { Db } from "../kernel/database.ts"
import { answerFile } from "../kernel/file-answers.ts"
import type { FileStore } from "../kernel/files.ts"
import type { App } from "../kernel/http.ts"
import { readUpload } from "../kernel/multipart.ts"
import { ById, Closed, Created, Key } from "../kernel/schemas.ts"
import { accessFile, attachFile, LONGEST_CAPTION, refuseOthers, removeFile } from "./files.ts"
import type { Outside } from "./outside.ts"

const Query = Closed({
  key: Type.Optional(Key),
  caption: Type.String({ maxLength: LONGEST_CAPTION, default: "" }),
})

export function fileRoutes(app: App, parts: { db: Db; files: FileStore; announcing: Outside }): void {
  const { db, files, announcing } = parts
  app.post(
    "/api/announcements/:id/files",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Attach a file to an announcement",
        consumes: ["multipart/form-data"],
        params: ById,
        querystring: Query,
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      await refuseOthers(db, announcing, actor, params.id)
      const { name, path } = await readUpload(request, reply, "files")
      const { caption, key } = query
      return reply.code(201).send(await attachFile(parts, actor, params.id, { name, path, caption, key }))
    },
  )
  apiOf(app).change(
    "DELETE /api/announcement-files/:id",
    "Remove a file from an announcement",
    null,
    ({ actor, params }) => removeFile(parts, actor, params.id),
  )
  /** Its address stands on pages, so it is no API address. Images are shown, the rest is downloaded. */
  app.get(
    "/ankuendigungen/dateien/:id",
    {
      config: { access: "signed-in" },
      compress: false,
      schema: { params: ById, response: { 200: Type.Any() } },
    },
    async (request, reply) => {
      const file = await accessFile(db, announcing, request.actor, request.params.id)
      return answerFile(request, reply, files, { ...file, isImage: file.image })
    },
  )
}
