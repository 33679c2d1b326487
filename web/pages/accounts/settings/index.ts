import type { App } from "../../../../server/kernel/http.ts"
import type { Site } from "../../../site.tsx"
import { settingsPage } from "./settings.tsx"
import { pageTextPages } from "./texts.tsx"

export function settingsPages(app: App, site: Site): void {
  settingsPage(app, site)
  pageTextPages(app, site)
}
