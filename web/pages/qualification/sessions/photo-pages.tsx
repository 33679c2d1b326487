import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import { answerFile } from "../../../../server/kernel/file-answers.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { refuseFaulty } from "../../../../server/kernel/multipart.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { accessPhoto, addPhoto, findBoard, removePhoto } from "../../../../server/qualification/index.ts"
import { FormOf, readMultipart, textOf } from "../../../forms.ts"
import { goTo, ownPath, type Site } from "../../../site.tsx"

const config = { access: "signed-in", page: true } as const
const KEY = /^[A-Za-z0-9_-]{8,60}$/

/** One refusal that names every file. */
function allOf(refused: Refusal[], { status, code, field, detail }: Refusal): Refusal {
  const files = refused.map(({ code, detail }) => ({ file: String(detail?.file), code }))
  return new Refusal(status, code, field, { ...detail, ...(files.length > 1 && { refused: files }) })
}

export function photoPages(app: App, site: Site): void {
  app.post(
    "/termine/:id/fotos",
    {
      config,
      schema: {
        params: ById,
        body: FormOf("caption", "photos", "idempotencyKey", "back"),
        response: html,
      },
      preValidation: readMultipart,
    },
    async (request, reply) => {
      const { actor, params, body } = request
      await findBoard(site.db, actor, params.id)
      const uploads = request.uploads ?? []
      if (uploads.length === 0) throw new Refusal(422, "attachment.missing", "photos")
      const sent = textOf(body, "idempotencyKey")
      const refused: Refusal[] = []
      for (const [index, upload] of uploads.entries()) {
        // Each photo is a thing of its own, as the browser counts them when it sends them one by one.
        const key = KEY.test(sent) ? (index > 0 ? `${sent}-${index}` : sent) : undefined
        try {
          refuseFaulty(upload)
          const { name, path } = upload
          const photo = { name, path, caption: textOf(body, "caption"), key }
          await addPhoto(site.db, site.files, actor, params.id, photo)
        } catch (error) {
          if (!(error instanceof Refusal) || !error.detail?.file) throw error
          refused.push(error)
        }
      }
      // The others are there; this one is named, with the way out.
      if (refused[0]) throw allOf(refused, refused[0])
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
