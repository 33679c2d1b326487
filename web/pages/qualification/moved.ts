import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"

/** Pages that have become parts of others, by their former address; mails and bookmarks still hold it. */
export const MOVED: Record<string, string> = {
  "/kalender": "/qualifizierung#kalender",
  "/lerngruppen/:id/bearbeiten": "/lerngruppen/:id/beteiligte#auftrag",
  "/lerngruppen/:id/einladungen": "/lerngruppen/:id/beteiligte#einladungen",
  "/lerngruppen/:id/lernweg": "/lerngruppen/:id",
  "/lerngruppen/:id/plan": "/lerngruppen/:id#plan",
  "/lerngruppen/:id/verlassen": "/qualifizierung/meine-daten?lerngruppe=:id#verlassen-:id",
  "/qualifizierung/mitnahme": "/qualifizierung/meine-daten",
  "/lerngruppen/:id/zertifikate": "/lerngruppen/:id/stand",
  "/lerngruppen/:id/termine": "/lerngruppen/:id#weg",
}

/** Leads to where the content is now. Rights are asked there. */
export function movedPages(app: App): void {
  for (const [former, present] of Object.entries(MOVED)) {
    const names = [...former.matchAll(/:(\w+)/g)].map(([, name = ""]) => name)
    const params = Closed(Object.fromEntries(names.map((name) => [name, Type.String({ maxLength: 100 })])))
    app.get(
      former,
      { config: { access: "signed-in", page: true }, schema: { params, response: html } },
      async (request, reply) => {
        const values: Record<string, string> = request.params
        const address = present.replace(/:(\w+)/g, (_, name) => encodeURIComponent(values[name] ?? ""))
        return reply.redirect(address, 308)
      },
    )
  }
}
