import type { App } from "../../kernel/http.ts"
import { Nothing } from "../../kernel/schemas.ts"
import type { AccountParts } from "../parts.ts"
import { changeInstallation } from "./actions.ts"
import { readInstallation } from "./queries.ts"
import { ByPage, InstallationChange, InstallationView, PageTexts, SettingsView } from "./schema.ts"

export async function installationRoutes(app: App, { db }: AccountParts): Promise<void> {
  app.get(
    "/api/installation",
    { config: { access: "public" }, schema: { response: { 200: InstallationView } } },
    async () => {
      const { name, departmentLabel, land, example } = await readInstallation(db)
      return { name, departmentLabel, land, example }
    },
  )

  /** Only what the operator wrote; the text that is shipped belongs to the pages. */
  app.get(
    "/api/installation/pages/:page",
    { config: { access: "public" }, schema: { params: ByPage, response: { 200: PageTexts } } },
    async (request) => (await readInstallation(db)).pages[request.params.page] ?? {},
  )

  app.get(
    "/api/settings",
    { config: { access: ["admin"] }, schema: { response: { 200: SettingsView } } },
    async () => readInstallation(db),
  )

  app.patch(
    "/api/settings",
    { config: { access: ["admin"] }, schema: { body: InstallationChange, response: { 204: Nothing } } },
    async (request, reply) => {
      await changeInstallation(db, request.actor, request.body)
      return reply.code(204).send(null)
    },
  )
}
