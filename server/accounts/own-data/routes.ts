import { Readable } from "node:stream"
import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { accessOwnArchive, discardOwnData, findOwnData, requestOwnData } from "./actions.ts"
import { OwnDataView } from "./schema.ts"

export function ownDataRoutes(app: App, { db, stored: files }: Pick<AccountParts, "db" | "stored">): void {
  const api = apiOf(app)
  api.read("/api/me/data", "Read how far the archive of one's own data is", OwnDataView, ({ actor }) =>
    findOwnData(db, actor),
  )
  api.make(
    "/api/me/data",
    "Have everything put together that is stored about oneself; what was made before goes",
    null,
    async ({ actor }) => {
      await requestOwnData({ db, files }, actor)
      return findOwnData(db, actor)
    },
    { answer: OwnDataView },
  )
  api.change("DELETE /api/me/data", "Delete the archive of one's own data", null, ({ actor }) =>
    discardOwnData({ db, files }, actor.id),
  )
  app.get(
    "/api/me/data/archive",
    {
      config: { access: "signed-in" },
      compress: false,
      schema: {
        summary: "Download the archive of one's own data, as a ZIP",
        produces: ["application/zip"],
        response: { 200: Type.Any() },
      },
    },
    async ({ actor }, reply) => {
      const parts = await accessOwnArchive(db, actor)
      const ids = parts.map(({ fileId }) => fileId)
      return reply
        .type("application/zip")
        .header("content-disposition", 'attachment; filename="meine-daten.zip"')
        .header(
          "content-length",
          parts.reduce((sum, { bytes }) => sum + bytes, 0),
        )
        .send(Readable.from(oneAfterTheOther(files, ids), { objectMode: false }))
    },
  )
}

async function* oneAfterTheOther(files: FileStore, ids: string[]): AsyncGenerator<Uint8Array> {
  for (const id of ids) yield* await files.get(id)
}
