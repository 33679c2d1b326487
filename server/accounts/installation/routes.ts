import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { changeInstallation } from "./actions.ts"
import { readInstallation } from "./queries.ts"
import { ByPage, InstallationChange, InstallationView, PageTexts, SettingsView } from "./schema.ts"

export async function installationRoutes(app: App, { db }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.read(
    "/api/installation",
    "Read what the installation is called",
    InstallationView,
    async () => {
      const { name, departmentLabel, land, example } = await readInstallation(db)
      return { name, departmentLabel, land, example }
    },
    { access: "public" },
  )

  /** Only what the operator wrote; the text that is shipped belongs to the pages. */
  api.read(
    "/api/installation/pages/:page",
    "Read the operator's text of a page",
    PageTexts,
    async ({ params }) => (await readInstallation(db)).pages[params.page] ?? {},
    { access: "public", params: ByPage },
  )

  api.read(
    "/api/settings",
    "Read the settings of the installation",
    SettingsView,
    () => readInstallation(db),
    { access: ["admin"] },
  )

  api.change(
    "PATCH /api/settings",
    "Change settings",
    InstallationChange,
    ({ actor, body }) => changeInstallation(db, actor, body),
    { access: ["admin"] },
  )
}
