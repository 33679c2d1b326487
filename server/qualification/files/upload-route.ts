import { type Static, Type } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { Refusal } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import { readUpload } from "../../kernel/multipart.ts"
import { ById, Closed, Created, Key } from "../../kernel/schemas.ts"
import { type CaptionedFile, LONGEST_CAPTION } from "./receiving.ts"

const UploadQuery = Closed({
  key: Type.Optional(Key),
  caption: Type.String({ maxLength: LONGEST_CAPTION, default: "" }),
})

type UploadRoute = {
  summary: string
  /** What a refusal names as the field. */
  field: string
  /** Refuses whoever may not send it: they learn nothing, not even that a file is missing. */
  find: (actor: Actor, id: string) => Promise<unknown>
  act: (actor: Actor, id: string, file: CaptionedFile) => Promise<Static<typeof Created>>
}

/** A route that takes one file, sent as `multipart/form-data`; what it shows stands in the query. */
export function uploadRoute(
  app: App,
  url: `/api/${string}`,
  { summary, field, find, act }: UploadRoute,
): void {
  app.post(
    url,
    {
      config: { access: "signed-in" },
      schema: {
        summary,
        consumes: ["multipart/form-data"],
        params: ById,
        querystring: UploadQuery,
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      await find(actor, params.id)
      if (!request.isMultipart()) throw new Refusal(422, "attachment.missing", field)
      const { name, path } = await readUpload(request, reply, field)
      return reply.code(201).send(await act(actor, params.id, { name, path, ...query, key: query.key }))
    },
  )
}
