import { Type } from "typebox"
import type { App } from "../../kernel/http.ts"

/** Where what the qualification keeps was to be had alone; now it comes with everything else. */
export function takeawayRoutes(app: App): void {
  app.get(
    "/api/me/qualification",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "Leads to the archive of all own data, which holds those of the qualification",
        response: { 308: Type.Null() },
      },
    },
    async (_request, reply) => reply.redirect("/api/me/data", 308),
  )
}
