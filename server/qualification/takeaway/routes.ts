import { Type } from "typebox"
import type { Db } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { App } from "../../kernel/http.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { packOwn } from "./archive.ts"

export function takeawayRoutes(app: App, db: Db, keys: Keys | null, files: FileStore): void {
  app.get(
    "/api/me/qualification",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Take along everything that the qualification keeps of oneself, as a ZIP",
        produces: ["application/zip"],
        response: { 200: Type.Any() },
      },
    },
    async ({ actor }, reply) =>
      reply
        .type("application/zip")
        .header("content-disposition", 'attachment; filename="qualifizierung.zip"')
        .send(await packOwn(db, actor, keys, files)),
  )
}
