import { Type } from "typebox"
import { answerFile } from "../../../../server/kernel/file-answers.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { accessPhoto, addPhoto, findBoard, removePhoto } from "../../../../server/qualification/meet.ts"
import { FormOf, readMultipart, textOf } from "../../../forms.ts"
import { goTo, ownPath, type Site } from "../../../site.tsx"
import { takeUploads, UPLOAD_FIELDS } from "../files/uploads.ts"

const config = { access: "signed-in", page: true } as const

export function photoPages(app: App, site: Site): void {
  app.post(
    "/termine/:id/fotos",
    {
      config,
      schema: {
        params: ById,
        body: FormOf(...UPLOAD_FIELDS),
        response: html,
      },
      preValidation: readMultipart,
    },
    async (request, reply) => {
      const { actor, params, body } = request
      await findBoard(site.db, actor, params.id)
      await takeUploads(request, body, (photo) => addPhoto(site.db, site.files, actor, params.id, photo))
      return goTo(reply, ownPath(textOf(body, "back")), "photos-added")
    },
  )
  app.get(
    "/termine/fotos/:id",
    { config, compress: false, schema: { params: ById, response: { 200: Type.Any() } } },
    async (request, reply) => {
      const { photo } = await accessPhoto(site.db, request.actor, request.params.id)
      return answerFile(request, reply, site.files, { ...photo, isImage: true })
    },
  )
  app.post(
    "/termine/fotos/:id/loeschen",
    { config, schema: { params: ById, body: FormOf("back"), response: html } },
    async ({ actor, params, body }, reply) => {
      await removePhoto(site.db, site.files, actor, params.id)
      return goTo(reply, ownPath(textOf(body, "back")), "photo-removed")
    },
  )
}
